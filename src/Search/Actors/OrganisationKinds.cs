using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Tells what an organisation is: by its head noun, the nouns beside the name, signs of a company.</summary>
internal static class OrganisationKinds
{
    private const int LongestApposition = 12;

    private static readonly WordSet International = new(
        ["UN", "United", "International", "World", "European", "African", "Inter-American", "Pan-American", "Global",
        "Euro", "Eurasian", "Asian", "Arab"]);

    private static readonly WordSet Irregular = new(
        ["Liberation", "Revolutionary", "Resistance", "Republican", "Free", "Rebel", "People's", "Islamic", "Lord's"]);

    // What only companies have: "X's shares", "X's quarterly profit".
    private static readonly WordSet BusinessNouns = new(
        ["profit", "revenue", "earnings", "sales", "investors", "stores", "plants", "factory", "quarterly", "bonds",
        "customers", "debt", "bankruptcy", "takeover", "subsidiary", "unit", "initial", "stock", "shares"]);

    /// <summary>The kind of a name in tokens.</summary>
    /// <param name="text">The field.</param>
    /// <param name="at">First token of the name.</param>
    /// <param name="next">Token after it.</param>
    /// <param name="head">Its head noun, or -1.</param>
    public static ActorKind Of(NameText text, int at, int next, int head)
    {
        if (text.Word(at - 1) is "opposition")
            return ActorKind.Opposition;
        if (text.Word(at - 1) is "rebel" or "guerrilla" or "militant" or "insurgent" or "terrorist")
            return ActorKind.ArmedGroup;
        var named = head < 0 ? null : OfHead(text, at, next, head);
        if (named is not null and not ActorKind.Organisation)
            return named.Value;
        return Beside(text, at, next) ?? named ?? ActorKind.Organisation;
    }

    /// <summary>
    /// The country a body belongs to: named in it ("Syrian National Council", "Party of Chile") or by the adjective
    /// before it ("French media group X"); null when none is.
    /// </summary>
    public static Country? Country(NameText text, int at, int next)
    {
        for (var token = at; token < next; token++)
        {
            if (Countries.Shared.Match(text, token, out _) is { } named)
                return named;
        }

        var before = at;
        while (at - before < 4 && text.IsWord(before - 1) && !text.IsCapital(before - 1)
            && !text.EndsParagraph(before - 1)
            && !(text.Word(before - 1) is "and" or "of" or "by" or "to" or "in" or "with" or "the" or "a" or "for"))
            before--;
        if (text.IsPossessive(before - 1))
            before--;
        for (var length = 1; length <= 2; length++)
        {
            if (Countries.Shared.Match(text, before - length, out var end) is { } country && end == before)
                return country;
        }

        return null;
    }

    /// <summary>The last token of the name that is a head noun, or -1; nothing after "of" is one.</summary>
    public static int Head(NameText text, int at, int next)
    {
        var end = next;
        for (var token = at + 1; token < next; token++)
        {
            if (text.Word(token) is "of" or "for" or "de" or "on")
            {
                end = token;
                break;
            }
        }

        for (var token = end - 1; token >= at; token--)
        {
            if (ActorLexicon.HeadKind(text.Word(token)) is not null && (token > at || end < next))
                return token;
        }

        return -1;
    }

    private static ActorKind? OfHead(NameText text, int at, int next, int head)
    {
        var kind = ActorLexicon.HeadKind(text.Word(head)) ?? ActorKind.Organisation;
        var before = head > at ? text.Word(head - 1) : default;
        if (kind == ActorKind.Military && IsIrregular(text, at, next))
            return ActorKind.ArmedGroup;
        if (text.Word(head) is "Forces" or "Force" && IsIrregular(text, at, next))
            return ActorKind.ArmedGroup;
        if (text.Word(head) is "Movement" && before is "Liberation" or "Revolutionary" or "Resistance")
            return ActorKind.ArmedGroup;
        if (before is "News" && kind == ActorKind.Government)
            return ActorKind.Media;
        if (before is "Central" or "National" or "Reserve" && text.Word(head) is "Bank")
            return ActorKind.Government;
        if (text.Name(at, next).Contains("Human Rights", StringComparison.Ordinal))
            return ActorKind.Ngo;
        return International.Contains(text.Folded(at)) && kind is ActorKind.Organisation or ActorKind.Government
            ? ActorKind.InternationalOrganisation
            : kind;
    }

    private static bool IsIrregular(NameText text, int at, int next)
    {
        for (var token = at; token < next; token++)
        {
            if (Irregular.Contains(text.Word(token)))
                return true;
        }

        return false;
    }

    private static ActorKind? Beside(NameText text, int at, int next)
    {
        if (IsListedShare(text, at, next))
            return ActorKind.Company;
        return Before(text, at) ?? After(text, next);
    }

    // "oil company Fenix", "the Islamist militant group Ansaru": small words that touch the name.
    private static ActorKind? Before(NameText text, int at)
    {
        var first = at;
        while (first > 0 && at - first < 5 && text.IsWord(first - 1) && !text.IsTaken(first - 1)
            && !text.EndsParagraph(first - 1) && (!text.IsCapital(first - 1) || first < at)
            && !(text.Word(first - 1) is "the" or "a" or "an" or "of" or "by" or "to" or "in" or "with" or "and"))
            first--;
        return first < at && !text.IsCapital(at - 1)
            ? KindWords.Of(text, at - 1, at) ?? KindWords.Of(text, first, at) : null;
    }

    // ", a Shi'ite militia based in ...", ", which makes" tells nothing.
    private static ActorKind? After(NameText text, int next)
    {
        if (text.IsMark(next, '(') || text.IsMark(next, '['))
        {
            var close = next + 1;
            while (close - next < 8 && close < text.Count && !(text.Word(close) is ")" or "]"))
                close++;
            next = close + 1;
        }

        if (!text.IsMark(next, ','))
            return null;
        var first = next + 1;
        if (!(text.Word(first) is "a" or "an" or "the" or "one" or "another"))
            return null;
        var end = first + 1;
        while (end < text.Count && end - first < LongestApposition && text.Word(end) is not ("," or "." or ";" or "of"
            or "in" or "for" or "that" or "which" or "who" or "based" or "on" or "to" or "with" or "and" or "said"
            or "owned" or "led" or "linked" or "at" or "from" or "has" or "is" or "are" or "by"))
            end++;
        return KindWords.Of(text, first + 1, end);
    }

    // A ticker "(AAPL.O)" or "<IBM>"; "shares in X", "X shares"; "X chief executive".
    private static bool IsListedShare(NameText text, int at, int next)
    {
        if (text.Word(next) is "<" && IsTicker(text.Word(next + 1)))
            return true;
        if (text.IsMark(next, '(') && IsTicker(text.Word(next + 1)) && HasDot(text, next + 1))
            return true;
        if (text.Word(at - 1) is "in" or "of" && text.Word(at - 2) is "shares" or "Shares" or "stake" or "share")
            return true;
        var after = text.IsPossessive(next) ? next + 1 : next;
        if (after > next && BusinessNouns.Contains(text.Word(after)))
            return true;
        return text.Word(after) is "shares" or "stock" or "shareholders" or "CEO"
            || (text.Word(after) is "chief" or "Chief"
            && text.Word(after + 1) is "executive" or "Executive" or "financial" or "Financial");
    }

    // "(AAPL.O)" is read as one token or as three.
    private static bool HasDot(NameText text, int at) =>
        text.Word(at).Contains('.') || (text.IsMark(at + 1, '.') && text.Touches(at) && text.Touches(at + 1));

    private static bool IsTicker(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (!char.IsUpper(unit) && unit != '.' && !char.IsDigit(unit))
                return false;
        }

        return word.Length is >= 2 and <= 9;
    }
}
