using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Comparing;

/// <summary>Numbers that one briefing gives and an earlier one on the same quantity and event does not.</summary>
internal static class FigureChanges
{
    /// <summary>A change for each row of figures that has a number it did not have; the newest such number speaks for the row.</summary>
    /// <param name="earlier">The earlier briefing.</param>
    /// <param name="later">The later briefing.</param>
    /// <param name="stands">Whether words cited by the earlier one still stand.</param>
    public static IEnumerable<BriefingChange> Between(Briefing earlier, Briefing later, Func<Citation, bool> stands)
    {
        foreach (var row in later.Figures)
        {
            if (earlier.Figures.FirstOrDefault(other => IsSame(row, other)) is not { } was)
                continue;
            var now = row.Values.LastOrDefault(value => was.Values.All(old => old.Low != value.Low || old.High != value.High));
            if (now is null)
                continue;
            var before = was.Values[^1];
            var kind = now.AsOf is { } asOf && before.AsOf is { } than && asOf.First > than.First
                ? ChangeKind.Superseded : ChangeKind.Changed;
            yield return new BriefingChange(
                kind, $"{Label(row)}: {before.Text} before, {now.Text} now", Sentence(now), Sentence(before), stands(before.Sentence));
        }
    }

    private static bool IsSame(BriefingFigure one, BriefingFigure other) =>
        one.Kind == other.Kind && one.Scope == other.Scope && one.Place == other.Place
        && (one.Date is { } date && other.Date is { } also
            ? date.Overlaps(also)
            : one.Date is null && other.Date is null
                && (one.Place is not null || string.Equals(one.What, other.What, StringComparison.OrdinalIgnoreCase)));

    private static string Label(BriefingFigure row)
    {
        var what = row.Kind.ToString().ToLowerInvariant();
        return row.Place is null ? what : $"{what}, {row.Place}";
    }

    private static BriefingSentence Sentence(FigureValue value) =>
        new(EvidenceCollector.Fold(value.Sentence.Quote), [value.Sentence], value.AsOf, value.Outlet);
}
