using Dateline.Search.Articles;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Timelines;

namespace Dateline.Summarize.Sections;

/// <summary>The dates the evidence makes most of, each with the sentence that says best what happened and names the
/// date.</summary>
internal sealed class TimelineSection(
    IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights, IReadOnlySet<int> topic, int vocabularySize)
{
    private const int EnoughDates = 4;
    private const int LeadSentences = 2;
    private const double MainArticleScore = 0.6;

    /// <summary>At most <paramref name="limit"/> entries by date ascending; no sentence occurs twice.</summary>
    public IReadOnlyList<TimelineEntry> Build(int limit) =>
    [
        .. Sharpest(limit).Select(static choice => Entry(choice.Date, choice.Sentences[0])),
    ];

    // Whole years tell of the background: they come where there is little else.
    private List<DatedChoice> Sharpest(int limit)
    {
        var sharp = Choose(limit, static date => date.Precision != DatePrecision.Year);
        return sharp.Count >= Math.Min(limit, EnoughDates) ? sharp : Choose(limit, static _ => true);
    }

    private List<DatedChoice> Choose(int limit, Func<DateRange, bool> admits) =>
        new TimelineBuilder(sentences, weights, vocabularySize)
        .Build(limit, 1, admits, (sentence, date) => IsOnTopic(sentence) && DateRole.TellsOf(sentence, date));

    // What an article about the topic leads with happened on the topic's account, whatever words it uses.
    private bool IsOnTopic(EvidenceSentence sentence) =>
        topic.Count == 0 || sentence.Terms.Any(topic.Contains)
        || (sentence.Position < LeadSentences && sentence.HitScore >= MainArticleScore);

    private static TimelineEntry Entry(DateRange date, EvidenceSentence sentence)
    {
        var span = sentence.Dates.First(mentioned => mentioned.Date == date).Evidence;
        return new TimelineEntry(
            date, CitationFactory.Cite(sentence.Article, span.Start, span.End), SentenceBuilder.Build(sentence));
    }
}
