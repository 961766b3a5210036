using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>Tells whether a sentence's numbers cover one event or all of a longer time. Stateless.</summary>
internal static class ScopeRules
{
    private const int SinceReach = 16;

    /// <summary>The scope of a number at token <paramref name="figure"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="figure">First token of the number.</param>
    /// <param name="from">First token of the sentence.</param>
    /// <param name="to">Token after the sentence.</param>
    /// <param name="since">Where the cue's own time begins, or -1.</param>
    public static FigureScope Of(FigureText text, int figure, int from, int to, out int since)
    {
        var (first, last) = Clause(text, figure, from, to);
        since = Opening(text, from, to);
        for (var at = first; at < last && since < 0; at++)
            if (((at > figure || IsToll(text, first, at)) && text.Is(at, "since") && IsStretch(text, at, to)
                    && !IsSuperlative(text, at))
                || IsWindow(text, at) || IsRunning(text, at))
                since = at;
        if (since >= 0) return FigureScope.Cumulative;
        for (var at = first; at < last; at++)
            if (IsLongTime(text, at) || IsDaysOf(text, at)) return FigureScope.Cumulative;
        return FigureScope.Event;
    }

    // "Since the crisis began in March 2011, …" holds for all of the sentence.
    private static int Opening(FigureText text, int from, int to)
    {
        for (var at = from; at < Math.Min(to, from + 2); at++)
            if ((text.Is(at, "since") && IsStretch(text, at, to)) || IsWindow(text, at)) return at;
        return -1;
    }

    // "the number of civilians who have died since 2003 is 24,865"
    private static bool IsToll(FigureText text, int first, int since)
    {
        for (var at = since - 1; at >= first; at--)
            if (text.IsA(at, WordClass.Toll)) return true;
        return false;
    }

    // "the bloodiest day since March": tells of no count.
    private static bool IsSuperlative(FigureText text, int since)
    {
        for (var at = since - 1; at >= Math.Max(0, since - 8); at--)
            if (text.Word(at) is [.., 'e', 's', 't'] or "worst" or "first" or "most" or "highest") return true;
        return false;
    }

    private static (int First, int Last) Clause(FigureText text, int figure, int from, int to)
    {
        var (first, last) = (figure, figure);
        while (first > from && !IsBreak(text, first - 1)) first--;
        while (last < to && !IsBreak(text, last)) last++;
        return (first, last);
    }

    private static bool IsBreak(FigureText text, int at) => text.Word(at) is ";" or ":"
        || (text.Is(at, ",") && text.Word(at + 1) is "when" or "where" or "while" or "although" or "though");

    // "since March 2011", "since the uprising began"; not "since they were armed".
    private static bool IsStretch(FigureText text, int since, int to)
    {
        for (var at = since + 1; at < Math.Min(to, since + SinceReach); at++)
        {
            if (text.IsNumber(at) && text[at].Length == 4) return true;
            if (text.Word(at) is "began" or "begin" or "start" or "started" or "uprising" or "crisis" or "conflict"
                or "war" or "outbreak"
                or "revolt" or "unrest" or "erupted" or "broke" or "last" or "january" or "february" or "march"
                    or "april" or "may"
                or "june" or "july" or "august" or "september" or "october" or "november" or "december" or "beginning"
                    or "then"
                or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
                    or "independence" or "founded" or "formed" or "created" or "offensive" or "took")
                return true;
        }

        return false;
    }

    // "in the past two days", "over the last 16 months", "so far this year", "in 16 months".
    private static bool IsWindow(FigureText text, int at)
    {
        if (text.Word(at) is not ("in" or "over" or "during" or "within" or "for")) return false;
        var length = text.Is(at, "for");
        var next = text.Word(at + 1) is "the" or "only" or "just" ? at + 2 : at + 1;
        if (IsPeriod(text, next)) return true;
        var past = text.Word(next) is "past" or "last" or "previous" or "recent";
        if (past) next++;
        var after = NumberWords.Read(text, next, out var count, out _, out _);
        if (after == next && past) after = text.Word(next) is "few" or "several" ? next + 1 : next;
        else if (after == next || (!past && (count < 2 || length))) return false;
        return text.Word(after) is "days" or "weeks" or "months" or "years" or "decades"
            || (past && text.Word(after) is "week" or "month" or "year" or "decade");
    }

    // "over a 9-year period", "for a decade", "during October", "in the month of January", "in October alone"
    private static bool IsPeriod(FigureText text, int at)
    {
        if (IsMonth(text, at)) return text.Is(at - 1, "during") || text.Is(at + 1, "alone");
        if (text.Is(at, "month") && text.Is(at + 1, "of")) return IsMonth(text, at + 2);
        if (text.Word(at) is not ("a" or "its")) return false;
        if (text.Word(at + 1) is "decade" or "century") return true;
        for (var word = at + 2; word < at + 5; word++)
            if (text.Word(word) is "period" or "history")
                return text.Word(word - 1) is "year" or "month" or "week" or "day";
        return false;
    }

    // "three days of suicide attacks", "weeks of violence"
    private static bool IsDaysOf(FigureText text, int at)
    {
        if (text.Word(at) is not ("days" or "weeks" or "months" or "years") || !text.Is(at + 1, "of")) return false;
        for (var noun = at + 2; noun < at + 5; noun++)
            if (text.IsA(noun, WordClass.Event) || text.Word(noun) is "fighting" or "violence" or "unrest" or "clashes"
                or "bombing" or "bombardment" or "shelling" or "rioting" or "war" or "conflict" or "protest" or "terror"
                or "rain" or "rains" or "flooding") return true;
        return false;
    }

    private static bool IsRunning(FigureText text, int at) =>
        (text.Is(at, "so") && text.Is(at + 1, "far")) || (text.Is(at, "to") && text.Is(at + 1, "date"))
            || text.Is(at, "overall") || (text.Is(at, "as") && text.Is(at + 1, "of") && text.Is(at + 2, "today"))
        || (text.Is(at, "in") && text.Word(at + 1) is "total" or "all" && !text.Is(at + 2, "the"))
        || (text.Is(at, "this") && text.Is(at + 1, "year") && !IsMonth(text, at - 1))
            || (text.Is(at, "in") && text.IsNumber(at + 1) && text[at + 1].Length == 4 && text.Word(at + 2) is "alone");

    private static bool IsMonth(FigureText text, int at) => text.Word(at) is "january" or "february" or "march"
        or "april" or "may" or "june"
        or "july" or "august" or "september" or "october" or "november" or "december";

    // "the conflict", "a two-year war", "the 16-month uprising".
    private static bool IsLongTime(FigureText text, int at)
    {
        if (text.Word(at) is not ("conflict" or "war" or "uprising" or "crisis" or "revolt" or "revolution"
            or "insurgency" or "genocide"
            or "epidemic" or "pandemic" or "rebellion" or "unrest" or "dictatorship" or "offensive"))
            return false;
        for (var before = at - 1; before >= 0 && before >= at - 5; before--)
        {
            if (text.Word(before) is "in" or "during" or "from" or "of" or "throughout" or "by") return true;
            if (text.Word(before) is "month" or "year" or "months" or "years") return true;
            if (text.IsA(before, WordClass.Verb)) return false;
        }

        var next = text.Is(at + 1, ",") ? at + 2 : at + 1;
        return text.Word(next) is "has" or "had" or "which" or "that" || text.Is(at + 1, "claimed")
            || (text.Is(next, "in") && text.Is(next + 1, "which"));
    }
}
