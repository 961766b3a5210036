using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Selection;

/// <summary>
/// How much each term says about the topic: query terms by rarity, and terms that keep their company in the evidence
/// (co-occurrence expansion in the manner of Morita et al., "Query Snowball", 2011), at less weight.
/// </summary>
internal sealed class TopicWeights
{
    private const int ExpansionTerms = 25;
    private const double ExpansionShare = 0.5;
    private const double BackgroundShare = 0.03;
    private const double CooccurrencePrior = 4;

    private readonly double[] _weight;
    private readonly double[] _idf;

    private TopicWeights(double[] weight, double[] idf)
    {
        _weight = weight;
        _idf = idf;
    }

    /// <summary>Weights over the evidence for the topic's terms.</summary>
    public static TopicWeights Build(IReadOnlyList<EvidenceSentence> sentences, IReadOnlySet<int> topic,
        int vocabularySize)
    {
        var frequency = new int[vocabularySize];
        foreach (var sentence in sentences)
            foreach (var term in sentence.Terms) frequency[term]++;
        var idf = new double[vocabularySize];
        for (var t = 0; t < idf.Length; t++) idf[t] = Math.Log(1 + (sentences.Count + 1.0) / (frequency[t] + 1.0));

        var weight = new double[vocabularySize];
        for (var t = 0; t < weight.Length; t++) weight[t] = BackgroundShare * idf[t];
        foreach (var term in topic) weight[term] = idf[term];
        if (topic.Count == 0) Characterise(frequency, idf, weight);
        else Expand(sentences, topic, frequency, idf, weight);
        return new TopicWeights(weight, idf);
    }

    /// <summary>Weight of a term for the topic.</summary>
    public double this[int term] => _weight[term];

    /// <summary>How rare a term is in the evidence, whatever the topic.</summary>
    public double Rarity(int term) => _idf[term];

    /// <summary>Cosine of two sentences under rarity weights, 0 to 1.</summary>
    public double Similarity(EvidenceSentence one, EvidenceSentence other)
    {
        double shared = 0;
        for (int a = 0, b = 0; a < one.Terms.Length && b < other.Terms.Length;)
        {
            var order = one.Terms[a].CompareTo(other.Terms[b]);
            if (order == 0)
            {
                shared += _idf[one.Terms[a]] * _idf[one.Terms[a]];
                a++;
                b++;
            }
            else if (order < 0) a++;
            else b++;
        }

        return shared == 0 ? 0 : shared / Math.Sqrt(SquaredLength(one) * SquaredLength(other));
    }

    private double SquaredLength(EvidenceSentence sentence)
    {
        double sum = 0;
        foreach (var term in sentence.Terms) sum += _idf[term] * _idf[term];
        return sum;
    }

    // A query of filters alone has no words; then what the evidence itself keeps speaking of is the topic.
    private static void Characterise(int[] frequency, double[] idf, double[] weight)
    {
        for (var t = 0; t < weight.Length; t++)
            if (frequency[t] > 1) weight[t] = Math.Log(frequency[t]) * idf[t];
    }

    private static void Expand(
        IReadOnlyList<EvidenceSentence> sentences, IReadOnlySet<int> topic, int[] frequency, double[] idf,
        double[] weight)
    {
        var company = new double[weight.Length];
        foreach (var sentence in sentences)
        {
            double near = 0;
            foreach (var term in sentence.Terms)
                if (topic.Contains(term)) near += idf[term];
            if (near == 0) continue;
            foreach (var term in sentence.Terms)
                if (!topic.Contains(term)) company[term] += near;
        }

        var best = Enumerable.Range(0, weight.Length)
            .Where(term => company[term] > 0 && frequency[term] > 1)
            .Select(term => (Term: term, Value: company[term] / (frequency[term] + CooccurrencePrior) * idf[term]))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Term)
            .Take(ExpansionTerms).ToList();
        if (best.Count == 0) return;
        var scale = topic.Count == 0 ? 1 : topic.Average(term => idf[term]);
        foreach (var (term, value) in best) weight[term] = ExpansionShare * scale * value / best[0].Value;
    }
}
