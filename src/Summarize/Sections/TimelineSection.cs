using Dateline.Search.Articles;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Timelines;

namespace Dateline.Summarize.Sections;

/// <summary>The dates the evidence makes most of, each with the sentence that says best what happened and names the date.</summary>
internal sealed class TimelineSection(
    IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights, IReadOnlySet<int> topic, int vocabularySize)
{
    private const int LeadSentences = 2;
    private const double MainArticleScore = 0.6;

    /// <summary>At most <paramref name="limit"/> entries by date ascending; no sentence occurs twice.</summary>
    public IReadOnlyList<TimelineEntry> Build(int limit) =>
    [
        .. new TimelineBuilder(sentences, weights, vocabularySize)
            .Build(limit, 1, static _ => true, IsOnTopic)
            .Select(static choice => Entry(choice.Date, choice.Sentences[0])),
    ];

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
