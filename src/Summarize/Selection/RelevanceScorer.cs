using Dateline.Summarize.Evidence;
using Dateline.Summarize.Topics;

namespace Dateline.Summarize.Selection;

/// <summary>Scores each sentence for the topic from its words, its article's rank, its place in the article and what it
/// names.</summary>
internal static class RelevanceScorer
{
    private const double ArticleShare = 0.35;
    private const double LeadShare = 0.25;
    private const double DateShare = 0.10;
    private const double EntityShare = 0.05;
    private const double FigureShare = 0.05;
    private const double OffTopicShare = 0.25;
    private const double AnswerShare = 0.4;
    private const double NewsShare = 4;
    private const double HalvingDays = 3;

    /// <summary>Sets <see cref="EvidenceSentence.Relevance"/> and, from it, <see cref="EvidenceSentence.Worth"/>: 0 for
    /// nothing to do with the topic, about 1 to 2 for the best.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="weights">Weights of their terms.</param>
    /// <param name="topic">The topic's terms; none when the topic is filters alone.</param>
    /// <param name="asked">What a question asks for; what has it answers better.</param>
    public static void Score(
        IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights, IReadOnlySet<int> topic,
            AnswerKind asked = AnswerKind.Any)
    {
        var full = topic.Count > 0 || sentences.Count == 0
            ? topic.Sum(term => weights[term])
            : sentences.Average(sentence => sentence.Terms.Sum(term => weights[term]));
        full = Math.Max(full, 1e-9);
        var average = sentences.Count == 0 ? 1 : Math.Max(1, sentences.Average(sentence => sentence.Terms.Length));
        var age = DaysBack(sentences);
        foreach (var sentence in sentences)
        {
            sentence.Relevance = Score(sentence, weights, topic, full, average) * (Answers(sentence, asked)
                ? 1 + AnswerShare : 1);
            sentence.Worth = sentence.Relevance * News(sentence, age);
        }
    }

    private static bool Answers(EvidenceSentence sentence, AnswerKind asked) => asked switch
    {
        AnswerKind.Number => sentence.Numbers.Count > 0,
        AnswerKind.Date => sentence.Dates.Count > 0,
        AnswerKind.Actor => sentence.Entities.Any(static name => name.StartsWith("actor:", StringComparison.Ordinal)),
        AnswerKind.Place => sentence.Entities.Any(static name => name.StartsWith("place:", StringComparison.Ordinal)),
        _ => false,
    };

    // What is known last leads, where it is about the topic at all: 1 for the best article of the newest day.
    private static double News(EvidenceSentence sentence, Dictionary<DateOnly, int> daysBack)
    {
        var recency = Day(sentence) is { } day ? 1 / (1 + daysBack[day] / HalvingDays) : 0;
        return (1 + NewsShare * sentence.HitScore * recency) / (1 + NewsShare);
    }

    // Days of publication counted back from the newest, days without an article not counted.
    private static Dictionary<DateOnly, int> DaysBack(IReadOnlyList<EvidenceSentence> sentences) => sentences
        .Select(Day).OfType<DateOnly>().Distinct().OrderDescending()
        .Select(static (day, back) => (day, back)).ToDictionary(static pair => pair.day, static pair => pair.back);

    private static DateOnly? Day(EvidenceSentence sentence) =>
        (sentence.Article.Published?.Date ?? sentence.Article.Estimated?.Range)?.Last;

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
