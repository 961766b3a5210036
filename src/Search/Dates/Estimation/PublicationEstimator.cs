using Dateline.Search.Articles;

namespace Dateline.Search.Dates.Estimation;

/// <summary>
/// Estimates when an undated article was published: every clue gives an interval, and the days that most clues agree on
/// are the estimate. No estimate is better than one from a faint clue.
/// </summary>
internal static class PublicationEstimator
{
    private const double Enough = 1;
    private const int LongestDays = 124;
    private const int MostReasons = 6;

    /// <summary>Null when the article is dated, or too little is known.</summary>
    /// <param name="article">The undated article.</param>
    /// <param name="others">Other articles about the same things; most clues need dated ones.</param>
    public static EstimatedDate? Estimate(Article article, IReadOnlyList<Article> others)
    {
        if (article.Published is not null)
            return null;
        var dated = others.Where(static other => other.Published is { Date.Precision: DatePrecision.Day }).ToList();
        List<Clue> clues =
            [.. SharedEvents.Find(article, dated), .. ConflictAge.Find(article, others), .. ToldDates.Find(article)];
        if (clues.Count == 0)
            return null;
        var (first, last) = MostAgreed(clues);
        var agreeing = clues.FindAll(clue => clue.First <= first && clue.Last >= last);
        if (agreeing.Sum(static clue => clue.Weight) < Enough || last.DayNumber - first.DayNumber > LongestDays)
            return null;
        return new EstimatedDate(DateRange.OfDays(first, last),
            [.. agreeing.OrderByDescending(static clue => clue.Weight)
                .ThenBy(static clue => clue.Reason.Text, StringComparer.Ordinal)
                .Select(static clue => clue.Reason).DistinctBy(static reason => reason.Text).Take(MostReasons)]);
    }

    // The days covered by the greatest weight of clues; of equals the earliest.
    private static (DateOnly First, DateOnly Last) MostAgreed(List<Clue> clues)
    {
        var edges = clues.SelectMany(static clue => (DateOnly[])[clue.First, clue.Last.AddDays(1)])
            .Distinct().Order().ToList();
        var (best, first, last) = (0.0, default(DateOnly), default(DateOnly));
        for (var at = 0; at + 1 < edges.Count; at++)
        {
            var weight = clues.Where(clue => clue.First <= edges[at] && clue.Last >= edges[at])
                .Sum(static clue => clue.Weight);
            if (weight > best + 1e-9)
                (best, first, last) = (weight, edges[at], edges[at + 1].AddDays(-1));
        }

        return (first, last);
    }
}

/// <summary>An interval and how much it is to be believed; 1 is enough by itself.</summary>
internal sealed record Clue(DateOnly First, DateOnly Last, double Weight, EstimateReason Reason)
{
    public static Clue Of(
        DateOnly first, DateOnly last, double weight, string rule, string text, Evidence? evidence,
        string? articleId) =>
        new(first, last, weight, new EstimateReason(rule, text, DateRange.OfDays(first, last), evidence, articleId));
}
