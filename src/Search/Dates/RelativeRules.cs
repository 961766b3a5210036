using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>
/// "last week", "this month", "the past two days", "this morning", "over the weekend", "last summer", "the next day".
/// </summary>
internal static class RelativeRules
{
    public static TimeMatch? Match(TimeText text, int at)
    {
        var unitAt = text.Word(at + 1) is "fiscal" or "calendar" or "financial" or "full" ? at + 2 : at + 1;
        return text.Class(unitAt) switch
        {
            TimeClass.Unit => Unit(text, at, unitAt),
            TimeClass.DayPart => DayPart(text, at),
            TimeClass.Weekend => Weekend(text, at, at + 1),
            TimeClass.Season => SeasonRules.Modified(text, at),
            TimeClass.Count or TimeClass.Vague => Counted(text, at),
            _ => Current(text, at),
        };
    }

    /// <summary>
    /// "over the weekend", "a weekend meeting"; <paramref name="first"/> is the modifier, or the word itself.
    /// </summary>
    public static TimeMatch? Weekend(TimeText text, int first, int at)
    {
        if (first == at && !(text.Word(at - 1) is "the" or "a" or "The" or "A" or "’s" or "'s"))
            return null;
        if (text.Reference is not { } reference)
            return TimeMatch.Date(first, at + 1, "XXXX-WXX-WE", null, "weekend");
        var saturday = YearlessDates.OnOrBefore(reference, DayOfWeek.Saturday);
        var running = reference.DayNumber - saturday.DayNumber <= 1;
        var tense = TenseReader.Around(text, first, at + 1);
        saturday = text.Class(first) switch
        {
            TimeClass.Next => saturday.AddDays(7),
            TimeClass.Last or TimeClass.Previous when running => saturday.AddDays(-7),
            TimeClass.This when !running && tense != Tense.Past => saturday.AddDays(7),
            _ when tense == Tense.Future && !running => saturday.AddDays(7),
            _ => saturday,
        };
        return TimeMatch.Date(first, at + 1, Timex.Week(saturday) + "-WE",
            DateRange.OfDays(saturday, saturday.AddDays(1)), "weekend");
    }

    /// <summary>"current" by itself.</summary>
    private static TimeMatch? Current(TimeText text, int at) => text.Class(at) == TimeClass.This && text.Value(at) == 1
        && text.Word(at + 1) is { IsEmpty: false } after && char.IsLower(after[0])
            ? TimeMatch.Date(at, at + 1, "PRESENT_REF", null, "vague")
            : null;

    private static TimeMatch? Unit(TimeText text, int at, int unitAt)
    {
        // "This Week" on television is a name.
        if (char.IsUpper(text.Word(unitAt)[0]) && char.IsUpper(text.Word(at)[0]) && !IsHeadline(text, unitAt))
            return null;
        var unit = (TimeUnit)text.Value(unitAt);
        var plural = text.Word(unitAt)[^1] is 's';
        if (text.Class(at) == TimeClass.Previous && text.Value(at) == 1)
            return SeasonRules.Latest(text, at, unitAt, unit);
        if (text.Class(at) is TimeClass.Previous or TimeClass.Following
            || (unit == TimeUnit.Day && text.Is(at, "next")))
            return plural ? null : FromAnchor(text, at, unitAt, unit);
        if (unit < TimeUnit.Week || plural)
            return plural && text.Class(at) is TimeClass.Last or TimeClass.Next
                ? Length(text, at, unitAt + 1, 0, unit)
                : null;
        if (text.Value(at) == 1 && text.Class(at) is TimeClass.Last)
            return Length(text, at, unitAt + 1, 1, unit);
        var steps = text.Class(at) switch
        {
            TimeClass.Last => -1,
            TimeClass.Next => 1,
            _ => 0,
        };
        return Stepped(text, at, unitAt + 1, steps, unit, text.Reference, "relative-span");
    }

    private static bool IsHeadline(TimeText text, int at) =>
        text.Word(at + 1) is { IsEmpty: false } after && char.IsUpper(after[0])
            && text.Word(at + 2) is { IsEmpty: false } more && char.IsUpper(more[0]);

    // "the next day", "the following week": seen from the day spoken of.
    private static TimeMatch? FromAnchor(TimeText text, int at, int unitAt, TimeUnit unit)
    {
        if (unit < TimeUnit.Day || text.Anchor is not { Precision: DatePrecision.Day } anchor)
            return null;
        return Stepped(text, at, unitAt + 1, text.Class(at) == TimeClass.Previous ? -1 : 1, unit,
            anchor.First, "relative-offset");
    }

    private static TimeMatch? Stepped(
        TimeText text, int first, int next, int steps, TimeUnit unit, DateOnly? from, string rule)
    {
        if (from is not { } day)
            return TimeMatch.Date(first, next, "XXXX", null, rule);
        return Timex.TryMove(day, steps, unit, out var moved)
            ? TimeMatch.Date(first, next, Timex.ValueAround(moved, unit), Timex.Around(moved, unit), rule)
            : null;
    }

    private static TimeMatch? DayPart(TimeText text, int at)
    {
        var offset = text.Class(at) switch
        {
            TimeClass.Last when text.Is(at + 1, "night") || text.Is(at + 1, "evening") => -1,
            TimeClass.This => 0,
            _ => 9,
        };
        if (offset == 9)
            return null;
        var day = text.Reference?.AddDays(offset);
        return new TimeMatch(at, at + 2, TimeExpressionKind.Time,
            day is { } known ? Timex.DayPart(known, text.Value(at + 1)) : "XXXX-XX-XX",
            day is { } some ? DateRange.OfDay(some) : null, "relative-day");
    }

    /// <summary>"the past two days", "next three months", "last few weeks".</summary>
    private static TimeMatch? Counted(TimeText text, int at)
    {
        if (!Counts.TryRead(text, at + 1, out var count, out var next) || text.Class(next) != TimeClass.Unit)
            return null;
        return Length(text, at, next + 1, count, (TimeUnit)text.Value(next));
    }

    private static TimeMatch? Length(TimeText text, int first, int next, int count, TimeUnit unit)
    {
        DateRange? range = null;
        if (count > 0 && text.Reference is { } reference && text.Class(first) is TimeClass.Last or TimeClass.Next)
        {
            // "the past two days" are today and yesterday; longer units are counted back from today.
            var steps = unit == TimeUnit.Day ? count - 1 : count;
            var back = text.Class(first) == TimeClass.Last;
            if (!Timex.TryMove(reference, back ? -steps : steps, unit, out var end))
                return null;
            range = back ? DateRange.OfDays(end, reference) : DateRange.OfDays(reference, end);
        }

        return new TimeMatch(first, next, TimeExpressionKind.Duration, Timex.Duration(count, unit),
            range, "relative-span");
    }
}
