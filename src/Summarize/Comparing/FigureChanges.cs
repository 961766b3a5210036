using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Comparing;

/// <summary>
/// What changed among the figures: numbers that one briefing gives and an earlier one on the same quantity and event
/// does not. A number only takes the place of one that the same speaker gave, or the news where none is named.
/// </summary>
internal sealed class FigureChanges(Briefing earlier, Briefing later, EarlierWords words)
{
    private const int Most = 100;
    private const int MostDaysApart = 3;

    /// <summary>A change a row and speaker, the newest number; then rows that are new; those withdrawn last.</summary>
    public IEnumerable<BriefingChange> Find()
    {
        var told = ToldWords.Of(earlier);
        var before = earlier.Figures.Where(static row => row.Values.Count > 0).Take(Most).ToList();
        foreach (var row in later.Figures.Where(static row => row.Values.Count > 0).Take(Most))
        {
            List<FigureValue> was = [.. before.Where(other => IsSame(row, other))
                .SelectMany(static other => other.Values)];
            if (was.Count > 0)
            {
                foreach (var change in Changes(row, was))
                    yield return change;
            }
            else if (!told.Has(row.Values[^1].Sentence))
            {
                yield return new BriefingChange(
                    ChangeKind.New, $"{Label(row)}: {row.Values[^1].Text}, not told before", Sentence(row.Values[^1]),
                        null, false)
                {
                    Speaker = row.Values[^1].Speaker,
                };
            }
        }

        foreach (var row in before)
        {
            foreach (var value in row.Values.Where(value => !words.Stand(value.Sentence) && !IsTold(row, value)))
            {
                if (words.Withdrawn(Sentence(value), value.Speaker) is { } gone)
                    yield return gone with { Message = $"{Label(row)}: {value.Text}. {gone.Message}" };
            }
        }
    }

    private IEnumerable<BriefingChange> Changes(BriefingFigure row, List<FigureValue> was)
    {
        foreach (var given in row.Values.GroupBy(static value => value.Speaker, StringComparer.OrdinalIgnoreCase))
        {
            if (given.LastOrDefault(value => was.All(old => !IsSameNumber(old, value))) is not { } now)
                continue;
            var own = was.LastOrDefault(old =>
                string.Equals(old.Speaker, now.Speaker, StringComparison.OrdinalIgnoreCase));
            var before = own ?? was[^1];
            var message = own is null
                ? $"{Label(row)}: {now.Text}, beside {before.Text} by {before.Speaker ?? "the news"}"
                : $"{Label(row)}: {before.Text} before, {now.Text} now";
            var kind = own is not null && now.AsOf is { } asOf && own.AsOf is { } than && asOf.First > than.First
                ? ChangeKind.Superseded : ChangeKind.Changed;
            yield return new BriefingChange(kind, message, Sentence(now), Sentence(before),
                words.Stand(before.Sentence))
            {
                Speaker = now.Speaker,
            };
        }
    }

    private bool IsTold(BriefingFigure row, FigureValue value) => later.Figures.Take(Most)
        .Any(other => IsSame(other, row) && other.Values.Any(now => IsSameNumber(now, value)));

    private static bool IsSameNumber(FigureValue one, FigureValue other) =>
        one.Low == other.Low && one.High == other.High;

    // The figures section has put into one row what is of one event: a row with a value of the other is the same. Else
    // only victims are told apart well enough by place and date; two sums of money in one country have nothing to do
    // with each other.
    private static bool IsSame(BriefingFigure one, BriefingFigure other)
    {
        if (one.Kind != other.Kind || one.Scope != other.Scope)
            return false;
        if (one.Values.Any(value => other.Values.Any(also => value.Citation == also.Citation)))
            return true;
        if (one.Kind is FigureKind.Money or FigureKind.Troops or FigureKind.Events || one.Place != other.Place)
            return false;
        if (one.Date is { } date && other.Date is { } also)
            return date.Overlaps(also);
        return one.Date is null && other.Date is null && AreNear(one, other)
            && (one.Place is not null || string.Equals(one.What, other.What, StringComparison.OrdinalIgnoreCase));
    }

    // Without a date of the event, reports of about the same days.
    private static bool AreNear(BriefingFigure one, BriefingFigure other) =>
        one.Values.Any(value => other.Values.Any(also =>
        value.AsOf is { } day && also.AsOf is { } than
        && Math.Abs(day.First.DayNumber - than.First.DayNumber) <= MostDaysApart));

    private static string Label(BriefingFigure row)
    {
        var what = row.Kind.ToString().ToLowerInvariant();
        return row.Place is null ? what : $"{what}, {row.Place}";
    }

    private static BriefingSentence Sentence(FigureValue value) =>
        new(EvidenceCollector.Fold(value.Sentence.Quote), [value.Sentence], value.AsOf, value.Outlet);
}
