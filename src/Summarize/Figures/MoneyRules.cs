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
        var unit = text.Word(quantity.Next) is "u.s" or "us" or "u.s." or "american" or "australian" or "canadian" ? quantity.Next + 1 : quantity.Next;
        return text.Word(unit) switch
        {
            "dollar" or "dollars" => "$",
            "euro" or "euros" => "€",
            "pounds" when text.Is(unit + 1, "sterling") || quantity.Low >= 100_000 => "£",
            "yen" => "¥",
            "yuan" or "rupees" or "roubles" or "rubles" or "pesos" or "rand" or "shekels" or "francs" or "crowns" or "won" or "lira"
                or "naira" or "shillings" or "dinars" or "riyals" or "baht" or "forints" or "zlotys" => text.Word(unit).ToString(),
            _ => null,
        };
    }

    /// <summary>The figure's trigger, the word that tells what the money is for; null where none stands beside it.</summary>
    public static Trigger? Purpose(FigureText text, Quantity quantity, int from, int to)
    {
        for (var at = quantity.Next; at < Math.Min(to, quantity.Next + ReachAfter) && !text.IsStop(at); at++)
            if (IsPurpose(text, at)) return At(at);
        for (var at = quantity.First - 1; at >= Math.Max(from, quantity.First - ReachBefore) && !text.IsStop(at); at--)
        {
            if (text.IsA(at, WordClass.Modal | WordClass.Unreal)) return null;
            if (IsPurpose(text, at)) return At(at);
        }

        return null;
    }

    private static Trigger At(int at) => new(at, at + 1, FigureKind.Money, TriggerForm.Counted);

    private static bool IsPurpose(FigureText text, int at) => text.Word(at) is "aid" or "relief" or "assistance" or "damage" or "damages"
        or "losses" or "ransom" or "compensation" or "fine" or "fines" or "fined" or "penalty" or "penalties" or "settlement" or "loan"
        or "loans" or "bailout" or "rescue" or "reward" or "donation" or "donations" or "donated" or "pledged" or "grant" or "grants"
        or "bounty" or "bail";
}
