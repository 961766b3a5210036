using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;

namespace Dateline.Summarize.Sections;

/// <summary>What the evidence does not answer.</summary>
internal static class GapSection
{
    private const int MaxUnconfirmed = 3;

    /// <summary>Topic words without evidence, single origins, undated articles, days without coverage, and what outlets
    /// could not confirm.</summary>
    /// <param name="pool">The evidence.</param>
    /// <param name="wordsWithoutEvidence">Topic words that no article used has.</param>
    /// <param name="origins">Independent origins.</param>
    /// <param name="points">The key points.</param>
    /// <param name="focus">What is on the topic.</param>
    /// <param name="allRead">False when there are more hits than were read, so that days without an article say
    /// nothing.</param>
    public static IReadOnlyList<BriefingGap> Build(
        EvidencePool pool, IReadOnlyList<string> wordsWithoutEvidence, int origins, IReadOnlyList<KeyPoint> points,
        TopicFocus focus, bool allRead)
    {
        List<BriefingGap> gaps = [];
        foreach (var word in wordsWithoutEvidence)
            gaps.Add(new("term-without-evidence", $"No article used says anything with \"{word}\".", []));
        if (pool.Articles.Count > 1 && origins == 1)
            gaps.Add(new("single-origin", "All articles used come from one origin.", []));
        var undated = pool.Articles.Count(found => found.Article.Published is null);
        if (undated > 0)
            gaps.Add(
                new("undated",
                    $"{undated} of {pool.Articles.Count} articles used carry no publication date, so their weekdays "
                + "and \"yesterdays\" cannot be placed in time.", []));
        if (allRead) gaps.AddRange(CoverageGaps.Find(pool));
        AddSingleOrigin(points, origins, gaps);
        foreach (var sentence in pool.Unconfirmed.Where(focus.Has).DistinctBy(sentence =>
            sentence.Origin).Take(MaxUnconfirmed))
            gaps.Add(new("not-confirmed", sentence.Text, SentenceBuilder.Build(sentence).Citations));
        return gaps;
    }

    private static void AddSingleOrigin(IReadOnlyList<KeyPoint> points, int origins, List<BriefingGap> gaps)
    {
        var single = points.Where(static point => point.Status == PointStatus.SingleSource).ToList();
        if (origins < 2 || single.Count == 0) return;
        gaps.Add(new(
            "single-origin-claims",
            FormattableString.Invariant($"{single.Count} of {points.Count} key points rest on one origin each."),
            [.. single.Select(static point => point.Sentence.Citations[0])]));
    }
}
