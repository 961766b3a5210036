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
    private const int AskReach = 5;
    private const int AskedReach = 10;

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
        if (IsWish(text, quantity.First, from) || IsAskedFor(text, quantity, from, to)
            || IsPrice(text, End(text, quantity))) return null;
        var after = AfterConversion(text, quantity.Next, to);
        for (var at = after; at < Math.Min(to, after + ReachAfter) && !text.IsStop(at) && !IsOther(text, at); at++)
        {
            if (text.Word(at) is "potential" or "possible" or "expected" or "future" or "needed") return null;
            if (IsPurpose(text, at) || IsReason(text, at))
                return text.Word(at + 1) is "would" or "could" or "might" ? null : At(at);
        }

        for (var at = quantity.First - 1; at >= Math.Max(from, quantity.First - ReachBefore) && !text.IsStop(at); at--)
        {
            if (text.IsA(at, WordClass.Modal | WordClass.Unreal) || IsOther(text, at)) return null;
            if (IsPurpose(text, at) && !IsReason(text, at)) return IsWish(text, at, from) ? null : At(at);
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
            if (text.Word(at) is "seeking" or "seek" or "seeks" or "sought" or "demanding" or "demands" or "applied"
                or "bid" or "request" or "requested" or "requesting" or "asked" or "asking" or "proposed" or "potential"
                or "should" or "need" or "needs" or "needed" or "attempted" or "attempt" or "obtain" or "possible"
                or "maximum" or "could" or "would" or "might" or "may" or "cause")
                return true;
        return text.Is(first - 1, "(");
    }

    // "budget cuts of 30 billion euros in return for a bailout": the amount is of something else.
    private static bool IsOther(FigureText text, int at) => text.Word(at) is "cuts" or "savings" or "budget"
        or "revenue" or "revenues" or "profit" or "profits" or "sales" or "income" or "tax" or "taxes" or "debt"
        or "bonds" or "shares" or "assets" or "deposits" or "investment" or "investments" or "salary" or "bonus"
        or "spending" or "deficit" or "earnings" or "charge" or "charges";

    // "suing its executives for a record 5.5 trillion yen", "a $4.8 billion loan that Cairo has requested".
    private static bool IsAskedFor(FigureText text, Quantity quantity, int from, int to)
    {
        var (first, asked) = (quantity.First, false);
        for (var at = first - 1; at >= Math.Max(from, first - AskReach) && !asked; at--)
            asked = text.Is(at, "for");
        for (var at = first - 1; asked && at >= Math.Max(from, first - SentenceReach); at--)
            if (text.Word(at) is "asked" or "asks" or "asking" or "request" or "requested" or "applied" or "suing"
                or "sues" or "sued" or "sue" or "sought" or "seeks" or "seeking" or "plea" or "pleaded" or "appeal"
                or "appealed")
                return true;
        for (var at = quantity.Next; at < Math.Min(to, quantity.Next + AskedReach) && !text.IsStop(at); at++)
            if (text.Word(at) is "requested" or "sought" or "seeks" or "seeking") return true;
        return false;
    }

    private static Trigger At(int at) => new(at, at + 1, FigureKind.Money, TriggerForm.Counted);

    private static bool IsPurpose(FigureText text, int at) => text.Word(at) switch
    {
        "aid" or "relief" or "assistance" or "damage" or "damages" or "ransom" or "fine" or "fines" or "fined"
            or "penalty" or "penalties" or "settlement" or "reward" or "donation" or "donations"
            or "donated" or "pledged" or "grant" or "grants" or "bounty" or "bail" or "judgment" or "judgments"
            or "restitution" => true,
        "loan" or "loans" => !text.Is(at - 1, "against"),
        "bailout" or "rescue" => text.Word(at + 1) is not ("fund" or "funds" or "facility" or "mechanism"),
        "compensation" => text.Word(at - 1) is not ("total" or "annual" or "executive" or "his" or "her" or "cash"
            or "other"),
        "losses" or "repair" or "repairs" or "rebuild" => IsOfDisaster(text, at),
        _ => false,
    };

    // What one pays for: "pay $13 million to settle", "$340 million for violating".
    private static bool IsReason(FigureText text, int at) =>
        text.Word(at) is "resolve" or "violating" or "violations" or "breaches"
        || (text.Is(at, "settle") && text.Word(at + 1) is not ("at" or "up" or "down" or "higher" or "lower"));

    // "$100 a barrel", "$50 per person".
    private static bool IsPrice(FigureText text, int next) =>
        text.Is(next, "per") || (text.Word(next) is "a" or "an" && text.IsWord(next + 1));

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
