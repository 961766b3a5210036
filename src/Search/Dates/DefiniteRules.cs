using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>"the past", "the near future", "the quarter", "that year", "year-end".</summary>
internal static class DefiniteRules
{
    public static TimeMatch? Match(TimeText text, int at)
    {
        if (text.Value(at) == 2)
            return null;
        if (text.Value(at) == 1)
            return text.Class(at + 1) == TimeClass.Unit ? Anchored(text, at, (TimeUnit)text.Value(at + 1)) : null;
        var noun = text.Word(at + 1) is "near" or "recent" or "distant" or "foreseeable" or "immediate"
            ? at + 2 : at + 1;
        if (text.Is(noun, "future") && !IsNounAfter(text, noun + 1))
            return TimeMatch.Date(at, noun + 1, "FUTURE_REF", null, "vague");
        if (text.Is(noun, "past") && text.Class(noun + 1) == TimeClass.None && !IsNounAfter(text, noun + 1))
            return TimeMatch.Date(at, noun + 1, "PAST_REF", null, "vague");
        if (text.Is(at + 1, "year") && text.Word(at + 2) is "ended" or "ending")
            return new TimeMatch(at, at + 2, TimeExpressionKind.Duration, "P1Y", null, "duration");
        return text.Class(at + 1) == TimeClass.Unit && text.Value(at + 1) == (int)TimeUnit.Quarter
            && !text.Is(at + 2, "of")
            ? Quarter(text, at)
            : null;
    }

    /// <summary>"soon", "these days"; not "as soon as".</summary>
    public static TimeMatch? Soon(TimeText text, int at)
    {
        if (text.Value(at) == 1)
            return text.Is(at + 1, "days") ? TimeMatch.Date(at, at + 2, "PRESENT_REF", null, "vague") : null;
        return text.Word(at - 1) is "as" or "As" or "how" or "too"
            || text.Word(at + 1) is "as" or "after" or "afterward"
            ? null
            : TimeMatch.Date(at, at + 1, "FUTURE_REF", null, "vague");
    }

    /// <summary>"year-end", "year end", "year's end".</summary>
    public static TimeMatch? YearEnd(TimeText text, int at)
    {
        if (text.Value(at) != (int)TimeUnit.Year || text.Reference is not { } reference)
            return null;
        var end = text.IsDash(at + 1) || text.Word(at + 1) is "'s" or "’s" ? at + 2 : at + 1;
        return text.Is(end, "end") && !IsNounAfter(text, end + 1)
            ? TimeMatch.Date(at, end + 1, DateRange.OfYear(reference.Year), "year-end")
            : null;
    }

    // The quarter spoken of, else the last one completed.
    private static TimeMatch? Quarter(TimeText text, int at)
    {
        if (text.Reference is not { } reference)
            return null;
        var day = text.AnchorIsQuarter ? text.Anchor!.Value.First : reference.AddMonths(-3);
        if (text.Word(at + 2) is "a" && text.Is(at + 3, "year")
            && text.Class(at + 4) is TimeClass.Ago or TimeClass.Earlier)
            return TimeMatch.Date(at, at + 5, Timex.ValueAround(day.AddYears(-1), TimeUnit.Quarter),
                Timex.Around(day.AddYears(-1), TimeUnit.Quarter), "quarter");
        // "quarter-to-quarter" compares two.
        if (text.IsDash(at + 2))
            return null;
        return TimeMatch.Date(
            at, at + 2, Timex.ValueAround(day, TimeUnit.Quarter), Timex.Around(day, TimeUnit.Quarter), "quarter");
    }

    private static TimeMatch? Anchored(TimeText text, int at, TimeUnit unit) =>
        unit >= TimeUnit.Day && text.Anchor is { } anchor && text.Word(at + 1)[^1] != 's'
            ? TimeMatch.Date(
                at, at + 2, Timex.ValueAround(anchor.First, unit), Timex.Around(anchor.First, unit), "relative-offset")
            : null;

    // "the future king": the word belongs to a noun.
    private static bool IsNounAfter(TimeText text, int at) =>
        text.Word(at) is { IsEmpty: false } word && char.IsLetter(word[0]) && !text.EndsParagraph(at - 1)
        && !(word is "of" or "and" or "or" or "is" or "was" or "to" or "for" or "with" or "but" or "if" or "as"
            or "that" or "it" or "have" or "has" or "had" or "he" or "she" or "they" or "we" or "when" or "by" or "in"
            or "on" or "at" or "from" or "than" or "will" or "would" or "may" or "might" or "could" or "can"
            or "because" or "while" or "after" or "before");
}
