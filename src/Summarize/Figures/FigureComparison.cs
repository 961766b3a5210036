using Dateline.Search.Articles;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>Statements about one event, or one running total, and how they stand to each other.</summary>
/// <param name="Statements">By as-of date, undated last.</param>
/// <param name="Status">How they stand.</param>
/// <param name="Reason">The rule that says so, in words.</param>
internal sealed record FigureGroup(IReadOnlyList<FigureStatement> Statements, FigureStatus Status, string Reason);

/// <summary>
/// Puts statements of one event together and compares them as intervals. A statement joins a group only where it fits
/// every one in it, so an undated one cannot tie two events together. Deterministic; quadratic in a bounded number.
/// </summary>
internal static class FigureComparison
{
    /// <summary>Statements compared at most; the best hits come first.</summary>
    public const int MostStatements = 600;

    private const int SameTimeDays = 1;
    private const int SeasonDays = 92;
    private const int DistinctiveCount = 10;

    /// <summary>The groups, in the order of their first statement.</summary>
    public static List<FigureGroup> Compare(IEnumerable<FigureStatement> statements)
    {
        var groups = new List<List<FigureStatement>>();
        List<FigureStatement> all = [.. statements.Take(MostStatements)];
        var wholes = all.FindAll(static statement => statement.Parts.Count > 0);
        foreach (var statement in all)
        {
            var group = groups.Find(group => group.TrueForAll(other => AreOfOneEvent(statement, other)
                && !wholes.Exists(whole => ArePartAndWhole(whole, statement, other))));
            if (group is null) groups.Add([statement]);
            else group.Add(statement);
        }

        return [.. groups.Select(Judge)];
    }

    // "More than 40 died, 34 of them shot by police": then 34 elsewhere is no rival of 45.
    private static bool ArePartAndWhole(FigureStatement whole, FigureStatement one, FigureStatement other) =>
        whole.First.Kind == one.First.Kind
        && ((whole.Interval.Meets(one.Interval) && whole.Parts.Contains(other.Interval))
            || (whole.Interval.Meets(other.Interval) && whole.Parts.Contains(one.Interval)))
        && one.Interval != other.Interval;

    /// <summary>True when two statements can be of the same event.</summary>
    public static bool AreOfOneEvent(FigureStatement one, FigureStatement other)
    {
        var (a, b) = (one.First, other.First);
        if (a.Kind != b.Kind || a.Scope != b.Scope || a.IsWindow != b.IsWindow || one.IsBesides != other.IsBesides)
            return false;
        if (a.Kind is FigureKind.Money or FigureKind.Events or FigureKind.Troops
            && !string.Equals(a.What, b.What, StringComparison.OrdinalIgnoreCase))
            return false;
        if (a.Kind == FigureKind.Money) return IsSameMoney(one, other);
        if (IsSameCountElsewhere(one, other)) return true;
        if (!PlacesMeet(a.Place, b.Place, a.Scope)) return false;
        if (a.Date is { } first && b.Date is { } second) return DatesMeet(first.Date, second.Date, a.Scope);
        if (a.Scope == FigureScope.Cumulative && !a.IsWindow) return a.Place is not null && b.Place is not null;
        return (IsSpecific(a, b, one.Article.Id == other.Article.Id) && a.Place!.Path == b.Place!.Path)
            || IsRepeat(one, other);
    }

    // Amounts of one purpose are one only when told again; damage also when of one day and place. A loan's whole is not
    // its instalment.
    private static bool IsSameMoney(FigureStatement one, FigureStatement other)
    {
        var (a, b) = (one.First, other.First);
        if (a.Purpose != b.Purpose) return false;
        return one.Interval == other.Interval
            ? one.Parties.Overlaps(other.Parties) || IsRepeat(one, other) && one.SpeakerKey == other.SpeakerKey
                && (a.Speaker is not null || one.Article.Id == other.Article.Id)
            : a.Purpose == MoneyRules.Damage && a.Place is { } place && place.Path == b.Place?.Path
                && a.Date is { Date: { Precision: DatePrecision.Day } first } && b.Date is { Date: var second }
                && first == second;
    }

    // "34 miners in South Africa", "34 miners at Marikana", told of the same days or within a season.
    private static bool IsSameCountElsewhere(FigureStatement one, FigureStatement other)
    {
        if (one.Interval != other.Interval || one.Interval.Low <= 1
            || !PlacesMeet(one.First.Place, other.First.Place, FigureScope.Cumulative)) return false;
        if (one.First.Date is { Date: var first } && other.First.Date is { Date: var second })
            return first.Overlaps(second);
        return one.Interval.Low >= DistinctiveCount && one.AsOf is { } told && other.AsOf is { } again
            && Math.Abs(told.First.DayNumber - again.First.DayNumber) <= SeasonDays;
    }

    // A country's count is not its city's, unless both are running totals.
    private static bool PlacesMeet(ArticlePlace? one, ArticlePlace? other, FigureScope scope) => one is null
        || other is null || one.Path == other.Path
        || ((scope == FigureScope.Cumulative || (one.Kind != PlaceKind.Country && other.Kind != PlaceKind.Country))
            && (one.Path.StartsWith(other.Path + "/", StringComparison.Ordinal)
                || other.Path.StartsWith(one.Path + "/", StringComparison.Ordinal)));

    private static bool DatesMeet(DateRange one, DateRange other, FigureScope scope) =>
        one.Overlaps(other) && (scope == FigureScope.Event || one.Precision == other.Precision
            || one.Precision > DatePrecision.Days || other.Precision > DatePrecision.Days);

    // A town tells an event, within one article a region does too; a country does not.
    private static bool IsSpecific(Figure one, Figure other, bool sameArticle) =>
        one is { PlaceIsNear: true, Place: { } first } && other is { PlaceIsNear: true, Place: { } second }
        && (sameArticle ? first.Kind > PlaceKind.Country && second.Kind > PlaceKind.Country
            : first.Kind > PlaceKind.Region && second.Kind > PlaceKind.Region);

    // The same sentence in a copy, or the same number of the same thing told again in one article.
    private static bool IsRepeat(FigureStatement one, FigureStatement other) => one.Interval == other.Interval
        && (one.Origin == other.Origin || one.Article.Story is { } story
            && story.StoryId == other.Article.Story?.StoryId);

    private static FigureGroup Judge(List<FigureStatement> group)
    {
        List<FigureStatement> ordered = [.. group.OrderBy(static statement =>
            statement.AsOf?.Last ?? DateOnly.MaxValue)];
        var (status, reason) = Status(ordered);
        return new FigureGroup(ordered, status, reason);
    }

    private static (FigureStatus Status, string Reason) Status(List<FigureStatement> group)
    {
        foreach (var (one, other) in Pairs(group))
            if (IsDispute(one, other))
                return (FigureStatus.Disputed, $"{Say(one)} and {Say(other)} do not agree");
        foreach (var (one, other) in Pairs(group))
            if (!one.Interval.Meets(other.Interval))
                return one.Interval.Low < other.Interval.Low
                    ? (FigureStatus.Rising, "a later report gives more")
                    : (FigureStatus.Revised, "a later report gives less");
        var origins = group.Select(static statement => statement.Origin).Distinct().Count();
        if (origins > 1) return (FigureStatus.Agreed, $"{origins} independent origins agree");
        return group.Count > 1 ? (FigureStatus.OneOrigin, "the same number from one origin")
            : (FigureStatus.OneReport, "one report");
    }

    private static IEnumerable<(FigureStatement One, FigureStatement Other)> Pairs(List<FigureStatement> group)
    {
        for (var a = 0; a < group.Count; a++)
            for (var b = a + 1; b < group.Count; b++)
                yield return (group[a], group[b]);
    }

    // A later and greater number may be the same count grown; a smaller one, or one of the same time, contradicts.
    private static bool IsDispute(FigureStatement one, FigureStatement other)
    {
        if (one.Interval.Meets(other.Interval) || one.SpeakerKey == other.SpeakerKey) return false;
        if (one.AsOf is not { } first || other.AsOf is not { } second) return one.Article.Id == other.Article.Id;
        return second.First.DayNumber - first.Last.DayNumber <= SameTimeDays || other.Interval.High < one.Interval.Low;
    }

    private static string Say(FigureStatement statement) => string.Join(" and ", statement.Figures.Select(figure =>
        statement.Article.Body[figure.Value.Start..figure.Value.End].ReplaceLineEndings(" ")))
        + $" ({statement.First.Speaker?.Name ?? statement.Article.Outlet ?? "the outlet"})";
}
