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
    private const int SentenceReach = 25;

    /// <summary>True for a currency sign.</summary>
    public static bool IsSign(FigureText text, int at) => text.Word(at) is "$" or "€" or "£" or "¥" or "₹";

    /// <summary>The currency of an amount; null where the number is no amount of money.</summary>
    public static string? Currency(FigureText text, Quantity quantity)
    {
        if (quantity.Value > 0 && IsSign(text, quantity.Value - 1)) return text.Word(quantity.Value - 1).ToString();
        var unit = quantity.Next;
        if (text.Is(unit, "-")) unit++;
        if (text.Word(unit) is "u.s" or "us" or "u.s." or "american" or "australian" or "canadian") unit++;
        return Name(text, unit, quantity.Low);
    }

    private static bool IsUnit(FigureText text, int at) => Name(text, at, decimal.MaxValue) is not null;

    private static string? Name(FigureText text, int unit, decimal? least) => text.Word(unit) switch
    {
        "dollar" or "dollars" or "dlr" or "dlrs" => "$",
        "euro" or "euros" => "€",
        "pound" or "pounds" when text.Is(unit + 1, "sterling") || least >= 100_000 => "£",
        "stg" => "£",
        "yen" => "¥",
        "yuan" or "rupees" or "roubles" or "rubles" or "pesos" or "rand" or "shekels" or "francs" or "crowns" or "won"
            or "lira" or "marks" or "lire" or "guilders" or "kroner" or "kronor" or "naira" or "shillings" or "dinars"
            or "riyals" or "baht" or "forints" or "zlotys" => text.Word(unit).ToString(),
        _ => null,
    };

    /// <summary>The purpose of harm done.</summary>
    public const string Damage = "damage";

    /// <summary>The purpose that a trigger tells.</summary>
    public static string PurposeOf(ReadOnlySpan<char> trigger) => trigger switch
    {
        "damage" or "losses" or "repair" or "repairs" or "rebuild" => Damage,
        "loan" or "loans" or "bailout" or "rescue" => "loan",
        "ransom" or "bounty" or "reward" => "ransom or reward",
        "aid" or "relief" or "assistance" or "donation" or "donations" or "donated" or "pledged" or "grant"
            or "grants" => "aid",
        _ => "penalty or settlement",
    };

    /// <summary>The token after the amount with its currency.</summary>
    public static int End(FigureText text, Quantity quantity)
    {
        if (quantity.Value > 0 && IsSign(text, quantity.Value - 1)) return quantity.Next;
        for (var at = quantity.Next; at < quantity.Next + 4; at++)
            if (IsUnit(text, at)) return at + 1;
        return quantity.Next;
    }

    /// <summary>The figure's trigger, the word that tells what the money is for; null where none stands beside
    /// it.</summary>
    public static Trigger? Purpose(FigureText text, Quantity quantity, int from, int to)
    {
        if (IsWish(text, quantity.First, from)) return null;
        var after = AfterConversion(text, quantity.Next, to);
        for (var at = after; at < Math.Min(to, after + ReachAfter) && !text.IsStop(at) && !IsOther(text, at); at++)
            if (IsPurpose(text, at)) return At(at);
        for (var at = quantity.First - 1; at >= Math.Max(from, quantity.First - ReachBefore) && !text.IsStop(at); at--)
        {
            if (text.IsA(at, WordClass.Modal | WordClass.Unreal) || IsOther(text, at)) return null;
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
            if (text.Word(at) is "seeking" or "seek" or "seeks" or "sought" or "demanding" or "demands" or "applied" or "bid"
                or "request" or "requested" or "requesting" or "asked" or "asking" or "proposed" or "potential"
                or "possible" or "maximum"
                or "could" or "would" or "might" or "may" or "cause")
                return true;
        return text.Is(first - 1, "(");
    }

    // "budget cuts of 30 billion euros in return for a bailout": the amount is of something else.
    private static bool IsOther(FigureText text, int at) => text.Word(at) is "cuts" or "savings" or "budget"
        or "revenue" or "revenues" or "profit" or "profits" or "sales" or "income" or "tax" or "taxes" or "debt"
        or "bonds" or "shares" or "assets" or "deposits" or "investment" or "investments" or "salary" or "bonus"
        or "spending" or "deficit" or "earnings" or "charge" or "charges";

    private static Trigger At(int at) => new(at, at + 1, FigureKind.Money, TriggerForm.Counted);

    private static bool IsPurpose(FigureText text, int at) => text.Word(at) switch
    {
        "aid" or "relief" or "assistance" or "damage" or "damages" or "ransom" or "fine" or "fines" or "fined"
            or "penalty" or "penalties" or "settlement" or "settle" or "reward" or "donation" or "donations"
            or "donated" or "pledged" or "grant" or "grants" or "bounty" or "bail" or "violating" or "violations"
            or "breaches" or "judgment" or "judgments" or "restitution" => true,
        "loan" or "loans" => !text.Is(at - 1, "against"),
        "bailout" or "rescue" => text.Word(at + 1) is not ("fund" or "funds" or "facility" or "mechanism"),
        "compensation" => text.Word(at - 1) is not ("total" or "annual" or "executive" or "his" or "her" or "cash"
            or "other"),
        "losses" or "repair" or "repairs" or "rebuild" => IsOfDisaster(text, at),
        _ => false,
    };

    // A company's losses are none, a storm's are.
    private static bool IsOfDisaster(FigureText text, int at)
    {
        for (var word = Math.Max(0, at - SentenceReach); word < at + SentenceReach; word++)
            if (text.Word(word) is "earthquake" or "quake" or "storm" or "storms" or "hurricane" or "typhoon"
                or "cyclone" or "tornado" or "tornadoes" or "flood" or "floods" or "flooding" or "drought" or "fire"
                or "fires" or "wildfire" or "wildfires" or "tsunami" or "disaster" or "disasters" or "catastrophe"
                or "catastrophes" or "insured" or "explosion" or "spill" or "attack" or "attacks" or "sabotage"
                or "war" or "riots" or "looting")
                return true;
        return false;
    }
}
