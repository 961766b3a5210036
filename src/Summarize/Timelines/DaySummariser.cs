using Dateline.Summarize.Evidence;
using Dateline.Summarize.Selection;

namespace Dateline.Summarize.Timelines;

/// <summary>A sentence that tells of a date.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Weight">Its part in what is said of the date.</param>
internal readonly record struct Telling(EvidenceSentence Sentence, double Weight);

/// <summary>
/// Chooses the sentences whose sum lies nearest to the centroid of all that is told of a date ("centroid-opt",
/// Gholipour Ghalandari 2017), each unlike those chosen before. Vectors are terms by rarity, of length one. Not
/// thread-safe.
/// </summary>
internal sealed class DaySummariser(TopicWeights weights, int vocabularySize)
{
    private const double TooSimilar = 0.7;

    private readonly double[] _centroid = new double[vocabularySize];
    private readonly double[] _summary = new double[vocabularySize];

    /// <summary>At most <paramref name="count"/> of those that <paramref name="mayShow"/> admits, best first.</summary>
    public List<EvidenceSentence> Choose(IReadOnlyList<Telling> told, Func<EvidenceSentence, bool> mayShow, int count)
    {
        Array.Clear(_centroid);
        Array.Clear(_summary);
        foreach (var (sentence, weight) in told) Add(_centroid, sentence, weight / Length(sentence));
        List<EvidenceSentence> open = [.. told.Select(static telling => telling.Sentence).Where(mayShow)];
        List<EvidenceSentence> chosen = [];
        var (likeness, squared) = (0.0, 0.0);
        while (chosen.Count < count && Best(open, chosen, ref likeness, ref squared) is { } best)
        {
            Add(_summary, best, 1 / Length(best));
            chosen.Add(best);
            open.Remove(best);
        }

        return chosen;
    }

    /// <param name="open">Candidates.</param>
    /// <param name="chosen">What the summary holds.</param>
    /// <param name="likeness">Dot product of summary and centroid; updated.</param>
    /// <param name="squared">Squared length of the summary; updated.</param>
    private EvidenceSentence? Best(
        List<EvidenceSentence> open, List<EvidenceSentence> chosen, ref double likeness, ref double squared)
    {
        EvidenceSentence? best = null;
        var (bestValue, bestLikeness, bestSquared) = (0.0, 0.0, 0.0);
        foreach (var sentence in open)
        {
            var length = Length(sentence);
            var dot = likeness + Dot(_centroid, sentence) / length;
            var square = squared + 2 * Dot(_summary, sentence) / length + 1;
            var value = dot / Math.Sqrt(square);
            if (value <= bestValue || Repeats(sentence, chosen)) continue;
            (best, bestValue, bestLikeness, bestSquared) = (sentence, value, dot, square);
        }

        (likeness, squared) = (bestLikeness, bestSquared);
        return best;
    }

    private bool Repeats(EvidenceSentence sentence, List<EvidenceSentence> chosen)
    {
        foreach (var other in chosen)
            if (weights.Similarity(other, sentence) > TooSimilar) return true;
        return false;
    }

    private double Length(EvidenceSentence sentence)
    {
        var sum = 1e-9;
        foreach (var term in sentence.Terms) sum += weights.Rarity(term) * weights.Rarity(term);
        return Math.Sqrt(sum);
    }

    private double Dot(double[] vector, EvidenceSentence sentence)
    {
        double sum = 0;
        foreach (var term in sentence.Terms) sum += vector[term] * weights.Rarity(term);
        return sum;
    }

    private void Add(double[] vector, EvidenceSentence sentence, double factor)
    {
        foreach (var term in sentence.Terms) vector[term] += factor * weights.Rarity(term);
    }
}
