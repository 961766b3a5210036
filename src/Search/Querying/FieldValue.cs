using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Querying;

/// <summary>One value of a field clause.</summary>
public abstract record FieldValue
{
    private protected FieldValue()
    {
    }

    /// <summary>The value as the query language writes it.</summary>
    public sealed override string ToString() => QueryPrinter.Print(this);
}

/// <summary>A place, actor or source.</summary>
/// <param name="Text">In slug form (<see cref="Slug"/>): <c>syria/homs</c>, <c>kofi-annan</c>, <c>cnn</c>.</param>
/// <param name="Exact">Written with a leading <c>=</c>: this very value, not every value whose name contains
/// it.</param>
public sealed record NameValue(string Text, bool Exact = false) : FieldValue;

/// <summary>No value in this field: <c>none</c>.</summary>
public sealed record MissingValue : FieldValue
{
    private MissingValue()
    {
    }

    /// <summary>The only one.</summary>
    public static MissingValue Instance { get; } = new();
}

/// <summary>A word, phrase or prefix of the title.</summary>
/// <param name="Node">A <see cref="WordNode"/>, <see cref="PhraseNode"/> or <see cref="PrefixNode"/>.</param>
public sealed record TextValue(QueryNode Node) : FieldValue;

/// <summary>A story.</summary>
/// <param name="Id">Its id: 16 lower-case hex digits.</param>
public sealed record StoryValue(string Id) : FieldValue;

/// <summary>What is counted.</summary>
/// <param name="Unit">The unit.</param>
public sealed record UnitValue(CountUnit Unit) : FieldValue;

/// <summary>A range of days, ends included; null is open. At least one end is set and they are in order.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Exact">Written with a leading <c>=</c>: dates wholly within these days, not all that share a day with
/// them.</param>
public sealed record DateValue(DateOnly? First, DateOnly? Last, bool Exact = false) : FieldValue
{
    /// <summary>The days of a date known with some precision.</summary>
    public static DateValue Of(DateRange range) => new(range.First, range.Last);

    /// <summary>
    /// Reads <c>2012</c>, <c>2012-07</c>, <c>2012-07-16</c>, <c>a..b</c>, <c>a..</c>, <c>..b</c>, each also after
    /// <c>=</c>; null and the reason otherwise.
    /// </summary>
    public static DateValue? TryParse(string text, out string? problem)
    {
        if (text.StartsWith('='))
            return TryParseExact(text[1..], out problem);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? text : text[..dots];
        var to = dots < 0 ? text : text[(dots + 2)..];
        problem = null;
        if (from.Length == 0 && to.Length == 0)
            problem = "a range needs at least one end, such as 2012-06..";
        DateRange? first = from.Length == 0 ? null : ParseDay(from, ref problem);
        DateRange? last = to.Length == 0 ? null : ParseDay(to, ref problem);
        if (problem is null && first?.First > last?.Last)
            problem = $"the range ends before it starts; did you mean {to}..{from}?";
        return problem is null ? new DateValue(first?.First, last?.Last) : null;
    }

    private static DateValue? TryParseExact(string text, out string? problem)
    {
        var inner = TryParse(text, out problem);
        if (inner is { Exact: true })
            problem = "one '=' is enough";
        return problem is null && inner is not null ? inner with { Exact = true } : null;
    }

    /// <summary>Shortest text for these days: years if both ends are those of years, else months, else days.</summary>
    internal string Format()
    {
        return (Exact ? "=" : "") + FormatDays();
    }

    private string FormatDays()
    {
        if (First is { } first && Last is { } last)
        {
            var format = FormatOf(first.DayOfYear == 1 && IsYearEnd(last), first.Day == 1 && IsMonthEnd(last));
            var (from, to) = (Iso(first, format), Iso(last, format));
            return from == to ? from : $"{from}..{to}";
        }

        if (First is { } start)
            return Iso(start, FormatOf(start.DayOfYear == 1, start.Day == 1)) + "..";
        var end = Last ?? throw new InvalidOperationException("A date value needs an end.");
        return ".." + Iso(end, FormatOf(IsYearEnd(end), IsMonthEnd(end)));
    }

    private static DateRange? ParseDay(string text, ref string? problem)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return DateRange.OfDay(day);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return DateRange.OfMonth(day.Year, day.Month);
        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return DateRange.OfYear(day.Year);
        problem ??= $"'{text}' is not a date; write 2012, 2012-07, 2012-07-16 or a range such as 2012-06..2012-07";
        return null;
    }

    private static bool IsYearEnd(DateOnly day) => day is { Month: 12, Day: 31 };

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    private static string FormatOf(bool years, bool months) => years ? "yyyy" : months ? "yyyy-MM" : "yyyy-MM-dd";

    private static string Iso(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
