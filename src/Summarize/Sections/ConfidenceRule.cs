using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Sections;

/// <summary>Says how far the evidence carries, from counts alone; the rule is printed with its outcome.</summary>
internal static class ConfidenceRule
{
    private const int HighOrigins = 3;
    private const int ModerateOrigins = 2;

    private const string Rule =
        "high needs 3 independent origins, half of the points corroborated and none disputed; moderate "
        + "needs 2 and one corroborated; all else is low.";

    /// <summary>The level and what it rests on; null when there is nothing to rate.</summary>
    public static BriefingConfidence? Rate(EvidencePool pool, int origins, IReadOnlyList<KeyPoint> points)
    {
        if (points.Count == 0) return null;
        var corroborated = points.Count(static point => point.Status == PointStatus.Corroborated);
        var disputed = points.Count(static point => point.Status == PointStatus.Disputed);
        var undated = pool.Articles.Count(static found => found.Article.Published is null);
        var level = (origins, corroborated, disputed) switch
        {
            ( >= HighOrigins, _, 0) when corroborated * 2 >= points.Count => "high",
            ( >= ModerateOrigins, > 0, _) => "moderate",
            _ => "low",
        };
        List<string> reasons =
        [
            Count(origins, "independent origin", "independent origins"),
            FormattableString.Invariant($"{corroborated} of {Count(points.Count, "point", "points")}")
                + " (bottom line and key points) corroborated",
            disputed == 0 ? "none disputed" : FormattableString.Invariant($"{disputed} disputed"),
        ];
        if (undated > 0) reasons.Add(Count(undated, "undated article", "undated articles"));
        return new BriefingConfidence(level, string.Join(", ", reasons), Rule);
    }

    private static string Count(int count, string one, string many) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
