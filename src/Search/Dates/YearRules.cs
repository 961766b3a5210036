using System.Collections.Frozen;
using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>Years and decades standing alone: "2012", "the 1990s", "2004-06".</summary>
internal static class YearRules
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotYearBefore = Set(
        "about nearly some than least almost only another worth resolution flight route room no number page over up " +
        "roughly approximately around additional paid cost costs raised at killed section channel highway " +
        "article act gate");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotYearAfter = Set(
        "people persons soldiers troops dollars percent points men women children civilians rebels fighters " +
        "members km " +
        "kilometers kilometres miles meters metres feet tons tonnes barrels shares jobs workers employees euros " +
        "pounds yen " +
        "homes houses families refugees prisoners protesters delegates students times hours hrs gmt million " +
        "billion more " +
        "others cases votes pages yards square degrees mph horsepower rooms seats units vehicles rounds acres " +
        "hectares " +
        "police officers agents passengers victims dead wounded cars flights a per");

    public static TimeMatch? Match(TimeText text, int at)
    {
        var year = text.Value(at);
        if (!IsYear(text, at, year))
            return null;
        if (text.IsDash(at + 1) && text.Touches(at) && text.Touches(at + 1) && SpanEnd(text, at + 2, year) is { } last)
            return TimeMatch.Date(at, at + 3, Four(year), Timex.Years(year, last - year + 1), "year-span");
        if (text.AnchorIsQuarter && text.Word(at + 1) is "quarter" or "period" && text.Anchor is { } anchor)
        {
            var day = new DateOnly(year, anchor.First.Month, 1);
            return TimeMatch.Date(
                at, at + 2, Timex.ValueAround(day, TimeUnit.Quarter), Timex.Around(day, TimeUnit.Quarter), "quarter");
        }

        return TimeMatch.Date(at, at + 1, DateRange.OfYear(year), "year");
    }

    /// <summary>"the 1990s", "the '80s".</summary>
    public static TimeMatch? DecadeOf(TimeText text, int at)
    {
        var first = text.Value(at);
        if (text.Word(at).Length == 3)
            first += first <= 20 ? 2000 : 1900;
        else if (first is < 1400 or > 2090)
            return null;
        var value = (first / 10).ToString("D3", CultureInfo.InvariantCulture);
        return text.Word(at).Length == 3 && !(text.Word(at - 1) is "'" or "’" or "the")
            ? null
            : TimeMatch.Date(at, at + 1, value, Timex.Years(first, 10), "decade");
    }

    /// <summary>"nineteen ninety-four": years as transcripts of speech write them.</summary>
    public static TimeMatch? Spoken(TimeText text, int at)
    {
        if (text.Value(at) is not (18 or 19 or 20) || text.Class(at + 1) != TimeClass.Count
            || text.Token(at).Kind != Dateline.Search.Text.TokenKind.Word || text.Value(at + 1) is < 10 or > 99
            || text.Token(at + 1).Kind != Dateline.Search.Text.TokenKind.Word)
            return null;
        var (year, next) = ((text.Value(at) * 100) + text.Value(at + 1), at + 2);
        var digit = text.IsDash(next) ? next + 1 : next;
        if (year % 10 == 0 && text.Class(digit) == TimeClass.Count && text.Value(digit) is > 0 and < 10)
            (year, next) = (year + text.Value(digit), digit + 1);
        return text.Class(next) == TimeClass.Unit ? null : TimeMatch.Date(at, next, DateRange.OfYear(year), "year");
    }

    /// <summary>"the nineties".</summary>
    public static TimeMatch? SpokenDecade(TimeText text, int at)
    {
        if (!(text.Word(at - 1) is "the" or "early" or "late" or "mid" or "-") || text.Reference is not { } reference)
            return null;
        var first = (reference.Year / 100 * 100) + text.Value(at);
        first -= first > reference.Year ? 100 : 0;
        return TimeMatch.Date(
            at, at + 1, (first / 10).ToString("D3", CultureInfo.InvariantCulture), Timex.Years(first, 10), "decade");
    }

    private static bool IsYear(TimeText text, int at, int year)
    {
        var low = text.Word(at - 1) is "in" or "In" or "since" or "of" or "from" ? 1500 : 1900;
        var high = text.Reference is { } reference ? Math.Min(reference.Year + 60, 2099) : 2050;
        if (year < low || year > high || text.Word(at - 1) is ['$' or '€' or '£' or '#' or '/' or '.' or ':', ..])
            return false;
        var joined = text.IsDash(at - 1) && text.Touches(at - 1) && text.Touches(at - 2)
            && text.Class(at - 2) is not TimeClass.Early;
        return !joined && !NotYearBefore.Contains(text.Word(at - 1)) && !NotYearAfter.Contains(text.Word(at + 1))
            && text.Word(at + 1) is not ("%" or "/" or ":" or "°") && !IsHyphenatedUnit(text, at);
    }

    // "a 2000-strong crowd", but "2004-06" is a span.
    private static bool IsHyphenatedUnit(TimeText text, int at) =>
        text.IsDash(at + 1) && text.Touches(at) && text.Touches(at + 1)
        && text.Class(at + 2) is not (TimeClass.Count or TimeClass.Year);

    private static int? SpanEnd(TimeText text, int at, int year)
    {
        var last = text.Word(at).Length switch
        {
            2 when text.Class(at) == TimeClass.Count => (year / 100 * 100) + text.Value(at),
            4 when text.Class(at) == TimeClass.Year => text.Value(at),
            _ => 0,
        };
        return last > year && last < year + 120 && last < 2100 ? last : null;
    }

    private static string Four(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
