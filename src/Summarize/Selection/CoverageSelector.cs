using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Selection;

/// <summary>
/// Chooses sentences by greedy maximisation of a monotone submodular function, after Lin and Bilmes (2011): topic terms
/// covered (each with diminishing returns), plus diversity over origins and over days. Greedy choice is within 1 - 1/e
/// of the best. Ties go to the better ranked article, then the earlier sentence, so that the result is the same every
/// time.
/// </summary>
internal sealed class CoverageSelector(TopicWeights weights, double topRelevance)
{
    private const double DiversityShare = 0.6;
    private const double TooSimilar = 0.55;
    private const double LeastRelevance = 0.3;

    private readonly Dictionary<int, int> _covered = [];
    private readonly Dictionary<int, double> _byOrigin = [];
    private readonly Dictionary<string, double> _byDay = [];
    private readonly List<EvidenceSentence> _chosen = [];

    /// <summary>What was chosen so far, in order of choice.</summary>
    public IReadOnlyList<EvidenceSentence> Chosen => _chosen;

    /// <summary>
    /// Chooses the next best sentence that is relevant enough and repeats none before; null when there is none.
    /// </summary>
    public EvidenceSentence? Next(IEnumerable<EvidenceSentence> candidates)
    {
        EvidenceSentence? best = null;
        var bestGain = 0.0;
        foreach (var candidate in candidates)
        {
            if (candidate.Relevance < LeastRelevance * topRelevance) continue;
            var gain = Gain(candidate);
            if (gain > bestGain && !_chosen.Any(chosen => Repeats(candidate, chosen)))
                (best, bestGain) = (candidate, gain);
        }

        if (best is not null) Choose(best);
        return best;
    }

    private bool Repeats(EvidenceSentence candidate, EvidenceSentence chosen) =>
        ReferenceEquals(candidate, chosen) || ReferenceEquals(candidate, chosen.Antecedent)
            || weights.Similarity(candidate, chosen) >= TooSimilar;

    private double Gain(EvidenceSentence sentence)
    {
        double gain = sentence.Worth;
        double coverage = 0;
        foreach (var term in sentence.Terms) coverage += weights[term] / (1 + 2 * _covered.GetValueOrDefault(term));
        gain += coverage / (8 + sentence.Terms.Length);
        gain += DiversityShare * Growth(_byOrigin.GetValueOrDefault(sentence.Origin), sentence.Worth);
        gain += DiversityShare * Growth(_byDay.GetValueOrDefault(Day(sentence)), sentence.Worth);
        return gain * sentence.Worth;
    }

    private static double Growth(double before, double added) => Math.Sqrt(before + added) - Math.Sqrt(before);

    private void Choose(EvidenceSentence sentence)
    {
        _chosen.Add(sentence);
        foreach (var term in sentence.Terms) _covered[term] = _covered.GetValueOrDefault(term) + 1;
        _byOrigin[sentence.Origin] = _byOrigin.GetValueOrDefault(sentence.Origin) + sentence.Worth;
        _byDay[Day(sentence)] = _byDay.GetValueOrDefault(Day(sentence)) + sentence.Worth;
    }

    // The day a sentence is about: its first date, else its article's.
    private static string Day(EvidenceSentence sentence)
    {
        DateRange? day = sentence.Dates.Count > 0 ? sentence.Dates[0].Date : sentence.Article.Published?.Date;
        return day?.ToString() ?? "";
    }
}
