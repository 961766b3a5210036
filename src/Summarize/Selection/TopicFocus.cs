using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Selection;

/// <summary>
/// What of the evidence is on the topic: every sentence of an article that is about it (its headline or its first
/// sentences hold half of the topic), and elsewhere the sentences with a word of it.
/// </summary>
internal sealed class TopicFocus
{
    private const int LeadSentences = 4;
    private const double LeastShare = 0.5;

    private readonly IReadOnlySet<int> _topic;
    private readonly HashSet<int> _about = [];

    /// <summary>Reads the leads.</summary>
    /// <param name="pool">The evidence.</param>
    /// <param name="weights">Weights of its terms.</param>
    /// <param name="topic">The topic's terms; when there are none everything is on the topic.</param>
    /// <param name="vocabulary">For the headlines.</param>
    public TopicFocus(EvidencePool pool, TopicWeights weights, IReadOnlySet<int> topic, Vocabulary vocabulary)
    {
        _topic = topic;
        var whole = topic.Sum(term => weights[term]);
        var leads = pool.All.Where(static sentence =>
            sentence.Position < LeadSentences).ToLookup(static sentence => sentence.HitRank);
        for (var rank = 0; topic.Count > 0 && rank < pool.Articles.Count; rank++)
        {
            var told = leads[rank].SelectMany(static sentence => sentence.Terms)
                .Concat(vocabulary.Terms(pool.Articles[rank].Article.Title)).Where(topic.Contains).ToHashSet();
            if (told.Sum(term => weights[term]) >= LeastShare * whole) _about.Add(rank);
        }
    }

    /// <summary>True when the sentence is on the topic.</summary>
    public bool Has(EvidenceSentence sentence) =>
        _topic.Count == 0 || _about.Contains(sentence.HitRank) || sentence.Terms.Any(_topic.Contains);
}
