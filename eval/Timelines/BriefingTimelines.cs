using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Timelines;

namespace Dateline.Eval.Timelines;

/// <summary>Timelines by the code behind a briefing's timeline section.</summary>
internal static class BriefingTimelines
{
    public static DatedSummaries Predict(TimelineTopic topic, DateOnly first, DateOnly last, int days, int perDay)
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var articles = topic.Articles
            .Where(article => article.Published is not { } published
                || (published.Date.First >= first && published.Date.First <= last))
            .Select(article => new FoundArticle(Within(article, first, last), 1f)).ToList();
        var all = new EvidenceCollector(vocabulary).Cut(articles, new int[articles.Count], CancellationToken.None);
        HashSet<int> terms = [.. vocabulary.Terms(topic.Query)];
        var weights = TopicWeights.Build(all, terms, vocabulary.Count);
        RelevanceScorer.Score(all, weights, terms);
        var timeline = new DatedSummaries();
        foreach (var entry in new TimelineBuilder(all, weights, vocabulary.Count).Build(
            days, perDay, date => date.Precision == DatePrecision.Day && date.First >= first && date.First <= last,
            (sentence, date) => sentence.Terms.Any(terms.Contains) && DateRole.TellsOf(sentence, date)))
            timeline.Add(entry.Date.First, entry.Sentences.Select(static sentence => sentence.Text));
        return timeline;
    }

    private static Article Within(Article article, DateOnly first, DateOnly last) => article with
    {
        EventDates =
        [
            .. article.EventDates.Where(date =>
                date.Date.Precision == DatePrecision.Day && date.Date.First >= first && date.Date.First <= last),
        ],
    };
}
