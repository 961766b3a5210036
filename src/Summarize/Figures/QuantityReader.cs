using System.Collections.Frozen;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>Finds numbers with their qualifiers and ranges. Stateless.</summary>
internal static class QuantityReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthNames = FrozenSet.Create(
        StringComparer.Ordinal, "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october",
        "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the number whose value begins at <paramref name="at"/>; its qualifier may lie before, not before
    /// <paramref name="floor"/>.</summary>
    public static bool TryRead(FigureText text, int at, int floor, out Quantity quantity)
    {
        quantity = default;
        var next = NumberWords.Read(text, at, out var low, out var high, out var vague);
        if (next == at || IsNoCount(text, at, next, floor)) return false;
        var (qualifier, first) = (vague ? FigureQualifier.Vague : FigureQualifier.None, at);
        if (at > floor && MoneyRules.IsSign(text, at - 1)) first = text.Word(at - 2) is "us" or "a" or "c"
            && at - 2 >= floor ? at - 2 : at - 1;
        if (!vague && TryRange(text, at, ref next, low, out var top))
            (qualifier, high) = (FigureQualifier.Range, top);
        if (text.Is(first - 1, "between") && first - 1 >= floor && qualifier == FigureQualifier.Range) first--;
        var (before, start) = Qualifier(text, first, floor);
        if (before != FigureQualifier.None && qualifier != FigureQualifier.Range)
            (qualifier, first) = (before == FigureQualifier.About && vague ? FigureQualifier.Vague : before, start);
        if (text.Is(next, "or") && text.Is(next + 1, "more") && qualifier == FigureQualifier.None)
            (qualifier, next) = (FigureQualifier.AtLeast, next + 2);
        if (text.Is(next, "or") && text.Is(next + 1, "so") && qualifier == FigureQualifier.None)
            (qualifier, next) = (FigureQualifier.About, next + 2);
        quantity = Bounded(new Quantity(first, at, next, qualifier, low, high));
        return true;
    }

    private static Quantity Bounded(Quantity read) => read.Qualifier switch
    {
        FigureQualifier.AtLeast or FigureQualifier.MoreThan => read with { High = null },
        FigureQualifier.UpTo or FigureQualifier.LessThan => read with { Low = null },
        _ => read,
    };

    private static bool TryRange(FigureText text, int at, ref int next, decimal low, out decimal high)
    {
        high = 0;
        var before = MoneyRules.IsSign(text, at - 1) ? at - 2 : at - 1;
        var between = text.Is(next, "and") && text.Is(before, "between");
        if (!between && text.Word(next) is not ("to" or "or" or "-" or "–")) return false;
        var start = MoneyRules.IsSign(text, next + 1) && MoneyRules.IsSign(text, at - 1) ? next + 2 : next + 1;
        var after = NumberWords.Read(text, start, out high, out _, out var vague);
        if (after == start || vague || high <= low || high > 20 * low || IsYear(text, start, after)) return false;
        next = after;
        return true;
    }

    private static (FigureQualifier Qualifier, int First) Qualifier(FigureText text, int first, int floor)
    {
        var at = first - 1;
        if (at >= floor && text.Word(at) is "another" or "further" or "additional" or "the" or "other") at--;
        if (at >= floor && text.Word(at) is "a" or "an" && at < first - 1) at--;
        var definite = text.Is(first - 1, "the");
        for (var length = 3; length > 0; length--)
        {
            if (at - length + 1 < floor) continue;
            var found = Phrase(text, at - length + 1, length);
            if (found != FigureQualifier.None && !(definite && IsPlainPreposition(text, at - length + 1)))
                return (found, at - length + 1);
        }

        return (FigureQualifier.None, first);
    }

    // "under the 130 billion euro bailout" is no upper bound.
    private static bool IsPlainPreposition(FigureText text, int at) =>
        text.Word(at) is "about" or "around" or "over" or "above" or "under" or "below";

    private static FigureQualifier Phrase(FigureText text, int at, int length)
    {
        var one = text.Word(at);
        var two = text.Word(at + 1);
        var three = text.Word(at + 2);
        return length switch
        {
            1 => Single(one),
            2 when one is "at" && two is "least" => FigureQualifier.AtLeast,
            2 when one is "at" && two is "most" || one is "up" && two is "to" => FigureQualifier.UpTo,
            2 when one is "close" && two is "to" || one is "just" && two is "under" => FigureQualifier.Nearly,
            2 when one is "an" && two is "estimated" => FigureQualifier.About,
            2 when one is "just" or "well" && two is "over" || one is "upwards"
                && two is "of" => FigureQualifier.MoreThan,
            2 when one is "more" or "greater" && two is "than" => FigureQualifier.MoreThan,
            2 when one is "less" or "fewer" && two is "than" => FigureQualifier.LessThan,
            3 when one is "no" or "not" && two is "less" or "fewer" && three is "than" => FigureQualifier.AtLeast,
            3 when one is "no" or "not" && two is "more" && three is "than" => FigureQualifier.UpTo,
            3 when one is "as" && two is "many" or "much" && three is "as" => FigureQualifier.UpTo,
            3 when one is "as" && two is "few" && three is "as" => FigureQualifier.AtLeast,
            3 when one is "a" && two is "maximum" && three is "of" => FigureQualifier.UpTo,
            3 when one is "in" && two is "excess" && three is "of" => FigureQualifier.MoreThan,
            _ => FigureQualifier.None,
        };
    }

    private static FigureQualifier Single(ReadOnlySpan<char> word) => word switch
    {
        "about" or "around" or "some" or "approximately" or "roughly" or "estimated" or "circa" =>
            FigureQualifier.About,
        "nearly" or "almost" or "nearing" => FigureQualifier.Nearly,
        "over" or "above" or "exceeding" or "exceeded" or "exceeds" or "surpassed" or "surpasses" or "topped"
            or "tops" =>
            FigureQualifier.MoreThan,
        "under" or "below" => FigureQualifier.LessThan,
        _ => FigureQualifier.None,
    };

    // Ages, times, years, list numbers, "No. 4", "15-year-old", "one of", scores.
    private static bool IsNoCount(FigureText text, int at, int next, int floor)
    {
        if (text.Word(at - 1) is "no" or "aged" or "age" or "number" or "page" or "article" or "flight" or "route"
            or "every" or "each"
            && at > floor)
            return true;
        if (text.Is(at - 1, ".") && text.Is(at - 2, "no")) return true;
        if (at > floor && IsAge(text, at, next)) return true;
        if (at > floor && MonthNames.Contains(text.Word(at - 1))
            && (text.IsNumber(at) || char.IsUpper(text.Source[text[at - 1].Start]))) return true;
        if (text.Is(at, "one") && (text.Word(next) is "of" or "another" or "day" or "time")
            && !text.Is(next + 1, "them")) return true;
        if (text.IsNumber(at) && at == floor && text.Word(next) is "." or ")") return true;
        if (IsTimeOrDecimal(text, at, next) || IsYear(text, at, next)) return true;
        return text.Is(next, "-") && text.TouchesNext(next - 1) && text.TouchesNext(next) && !text.IsNumber(next + 1)
            && !text.Is(next + 1, "strong");
    }

    // "Rodriguez, 65, was killed": a lone number between commas.
    private static bool IsAge(FigureText text, int at, int next) => text.IsNumber(at) && text.Is(at - 1, ",")
        && text.Word(next) is "," or "." or ")"
        && text.IsWord(at - 2) && !text.IsA(at - 2, WordClass.Adverb | WordClass.Verb);

    private static bool IsTimeOrDecimal(FigureText text, int at, int next) =>
        text.IsNumber(at) && ((text.Is(next, ":") && text.TouchesNext(next - 1) && text.IsNumber(next + 1))
            || (text.Is(at - 1, ":") && text.TouchesNext(at - 2) && text.TouchesNext(at - 1))
            || (text.Is(at - 1, "-") && text.TouchesNext(at - 1) && at >= 2 && text.TouchesNext(at - 2))
            || text.Is(next, "%"));

    private static bool IsYear(FigureText text, int at, int next) =>
        next == at + 1 && text.Word(at) is ['1', '9' or '8' or '7' or '6', _, _] or ['2', '0', _, _]
            && text[at].Length == 4
        && text.IsNumber(at) && !text.IsA(next, WordClass.People | WordClass.Force | WordClass.Event)
        && !text.Word(next).StartsWith("dea", StringComparison.Ordinal);
}
