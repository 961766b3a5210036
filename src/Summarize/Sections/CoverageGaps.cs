using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Sections;

/// <summary>Stretches of days, between the oldest and the newest article used, on which none was published.</summary>
internal static class CoverageGaps
{
    private const int LeastDays = 3;
    private const int ShareOfWindow = 8;
    private const int Most = 3;

    /// <summary>The longest, in order of time: three days or more, and an eighth of the whole window or more.</summary>
    public static IEnumerable<BriefingGap> Find(EvidencePool pool)
    {
        var covered = pool.Articles.Select(static found => found.Article.Published?.Date).OfType<DateRange>()
            .Order().ToList();
        if (covered.Count < 2) return [];
        var window = covered.Max(static date => date.Last).DayNumber - covered[0].First.DayNumber + 1;
        List<DateRange> empty = [];
        var reached = covered[0].Last;
        foreach (var date in covered.Skip(1))
        {
            var missing = date.First.DayNumber - reached.DayNumber - 1;
            if (missing >= Math.Max(LeastDays, window / ShareOfWindow))
                empty.Add(DateRange.OfDays(reached.AddDays(1), date.First.AddDays(-1)));
            if (date.Last > reached) reached = date.Last;
        }

        return empty.OrderByDescending(static range => range.Last.DayNumber - range.First.DayNumber)
            .ThenBy(static range => range)
            .Take(Most).Order().Select(static range => new BriefingGap(
                "days-without-coverage",
                Message(range),
                []));
    }

    private static string Message(DateRange range)
    {
        var days = range.Last.DayNumber - range.First.DayNumber + 1;
        return FormattableString.Invariant(
            $"No article used was published {BriefingWords.Date(range)} ({days} days).");
    }
}
