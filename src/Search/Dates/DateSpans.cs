using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Search.Dates;

/// <summary>
/// Joins two dates that bound one span: "from June 3 to June 5", "between May 2 and 4 June", "Monday to Friday".
/// </summary>
internal static class DateSpans
{
    /// <summary>
    /// True when only a joining word stands between the two and the first does not begin after the second ends.
    /// </summary>
    public static bool TryJoin(string text, TimeExpression first, TimeExpression second, out TimeExpression joined)
    {
        joined = first;
        if (first.Range is not { } earliest || second.Range is not { } to
            || first.Kind == TimeExpressionKind.Duration || second.Kind == TimeExpressionKind.Duration)
            return false;
        var gap = text.AsSpan(first.Span.End, second.Span.Start - first.Span.End).Trim();
        var before = text.AsSpan(0, first.Span.Start).TrimEnd();
        var joins = gap is "to" or "until" or "till" or "through" or "-" or "–"
            || (gap is "and" && EndsWithWord(before, "between"));
        if (!joins)
            return false;
        // "from June 3 to June 5, 2012": the year stands once, at the end.
        if (first.Rule is "month-day" or "month" && second.Rule is "absolute")
            earliest = InYear(earliest, to);
        if (earliest.First > to.Last || earliest.Precision != to.Precision)
            return false;
        var precision = earliest.Precision == DatePrecision.Day ? DatePrecision.Days : earliest.Precision;
        var range = new DateRange(earliest.First, to.Last, precision);
        joined = first with { Span = new TextSpan(first.Span.Start, second.Span.End), Range = range, Rule = "span" };
        return earliest.First < to.Last;
    }

    private static DateRange InYear(DateRange earliest, DateRange to)
    {
        var years = to.Last.Year - earliest.First.Year;
        var moved = earliest with { First = earliest.First.AddYears(years), Last = earliest.Last.AddYears(years) };
        return moved.First > to.Last
            ? moved with { First = moved.First.AddYears(-1), Last = moved.Last.AddYears(-1) }
            : moved;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetterOrDigit(text[text.Length - word.Length - 1]));
}
