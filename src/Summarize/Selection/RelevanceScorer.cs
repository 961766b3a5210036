using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Selection;

/// <summary>Scores each sentence for the topic from its words, its article's rank, its place in the article and what it names.</summary>
internal static class RelevanceScorer
{
    private const double ArticleShare = 0.35;
    private const double LeadShare = 0.25;
    private const double DateShare = 0.10;
    private const double EntityShare = 0.05;
    private const double FigureShare = 0.05;
    private const double OffTopicShare = 0.25;

    /// <summary>Sets <see cref="EvidenceSentence.Relevance"/>: 0 for nothing to do with the topic, about 1 to 2 for the best.</summary>
    public static void Score(IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights, IReadOnlySet<int> topic)
    {
        var full = Math.Max(topic.Sum(term => weights[term]), 1e-9);
        var average = sentences.Count == 0 ? 1 : Math.Max(1, sentences.Average(sentence => sentence.Terms.Length));
        foreach (var sentence in sentences) sentence.Relevance = Score(sentence, weights, topic, full, average);
    }

    private static double Score(
        EvidenceSentence sentence, TopicWeights weights, IReadOnlySet<int> topic, double full, double averageTerms)
    {
        double words = 0;
        var onTopic = topic.Count == 0;
        foreach (var term in sentence.Terms)
        {
            words += weights[term];
            onTopic |= topic.Contains(term);
        }

        var value = words / full / (0.5 + 0.5 * sentence.Terms.Length / averageTerms);
        if (!onTopic) value *= OffTopicShare;
        return value * (1
            + ArticleShare * sentence.HitScore
            + LeadShare / (1 + sentence.Position / 3.0)
            + (sentence.Dates.Count > 0 ? DateShare : 0)
            + EntityShare * Math.Min(3, sentence.Entities.Count)
            + (sentence.Numbers.Count > 0 ? FigureShare : 0));
    }
}
