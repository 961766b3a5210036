using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Amounts of money whose purpose is told beside them: aid, damage, ransom, loans, fines. Prices, revenues and the like
/// are no figures. Stateless.
/// </summary>
internal static class MoneyRules
{
    private const int ReachBefore = 9;
    private const int ReachAfter = 7;

    /// <summary>True for a currency sign.</summary>
    public static bool IsSign(FigureText text, int at) => text.Word(at) is "$" or "€" or "£" or "¥" or "₹";

    /// <summary>The currency of an amount; null where the number is no amount of money.</summary>
    public static string? Currency(FigureText text, Quantity quantity)
    {
        if (quantity.Value > 0 && IsSign(text, quantity.Value - 1)) return text.Word(quantity.Value - 1).ToString();
        var unit = text.Word(quantity.Next) is "u.s" or "us" or "u.s." or "american" or "australian" or "canadian"
            ? quantity.Next + 1 : quantity.Next;
        return text.Word(unit) switch
        {
            "dollar" or "dollars" => "$",
            "euro" or "euros" => "€",
            "pound" or "pounds" when text.Is(unit + 1, "sterling") || quantity.Low >= 100_000 => "£",
            "yen" => "¥",
            "yuan" or "rupees" or "roubles" or "rubles" or "pesos" or "rand" or "shekels" or "francs" or "crowns"
                or "won" or "lira"
                or "naira" or "shillings" or "dinars" or "riyals" or "baht" or "forints" or "zlotys" =>
                    text.Word(unit).ToString(),
            _ => null,
        };
    }

    /// <summary>The figure's trigger, the word that tells what the money is for; null where none stands beside
    /// it.</summary>
    public static Trigger? Purpose(FigureText text, Quantity quantity, int from, int to)
    {
        if (IsWish(text, quantity.First, from)) return null;
        var after = AfterConversion(text, quantity.Next, to);
        for (var at = after; at < Math.Min(to, after + ReachAfter) && !text.IsStop(at); at++)
            if (IsPurpose(text, at)) return At(at);
        for (var at = quantity.First - 1; at >= Math.Max(from, quantity.First - ReachBefore) && !text.IsStop(at); at--)
        {
            if (text.IsA(at, WordClass.Modal | WordClass.Unreal)) return null;
            if (IsPurpose(text, at)) return IsWish(text, at, from) ? null : At(at);
        }

        return null;
    }

    // "25 million pounds ($39 million) of aid"; the conversion itself is no second amount.
    private static int AfterConversion(FigureText text, int next, int to)
    {
        for (var at = next; at < Math.Min(to, next + 2); at++)
        {
            if (!text.Is(at, "(")) continue;
            while (at < to && !text.Is(at, ")")) at++;
            return at + 1;
        }

        return next;
    }

    // "seeking $8 billion in damages", "potential damages of $2 billion", "to cause $1 billion in losses".
    private static bool IsWish(FigureText text, int first, int from)
    {
        for (var at = first - 1; at >= Math.Max(from, first - 4) && !text.IsStop(at); at--)
            if (text.Word(at) is "seeking" or "seek" or "seeks" or "sought" or "demanding" or "demands" or "potential"
                or "possible" or "maximum"
                or "could" or "would" or "might" or "may" or "cause")
                return true;
        return text.Is(first - 1, "(");
    }

    private static Trigger At(int at) => new(at, at + 1, FigureKind.Money, TriggerForm.Counted);

    private static bool IsPurpose(FigureText text, int at) => text.Word(at) is "aid" or "relief" or "assistance"
        or "damage" or "damages"
        or "losses" or "ransom" or "compensation" or "fine" or "fines" or "fined" or "penalty" or "penalties"
            or "settlement" or "loan"
        or "loans" or "bailout" or "rescue" or "reward" or "donation" or "donations" or "donated" or "pledged"
            or "grant" or "grants"
        or "bounty" or "bail" or "violating" or "violations" or "breaches";
}
