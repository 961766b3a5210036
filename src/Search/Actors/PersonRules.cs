using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Names of people told by title, role, given name, apposition or a verb of speech.</summary>
internal static class PersonRules
{
    private const int LongestName = 6;

    private static readonly WordSet Topics = new(
        ["State", "Defense", "Defence", "Finance", "Justice", "Interior", "Foreign", "Affairs", "Health", "Education",
        "Treasury",
         "Information", "Oil", "Trade", "Labor", "Labour", "Commerce", "Energy", "Agriculture", "Transport", "Security",
         "Staff"]);

    /// <summary>Roles that companies and countries have, too: before a name they tell no person.</summary>
    public static readonly WordSet AnyRole = new(
        ["rival", "partner", "owner", "member", "opponent", "dealer", "principal", "founder", "contender", "victim",
        "supervisor"]);

    /// <summary>Reads a person whose titles or name start at a token; null when none does.</summary>
    public static NameMention? Match(NameText text, int at)
    {
        var first = AfterTitles(text, at);
        var next = NameEnd(text, first);
        if (next == first || text.AnyTaken(first, next))
            return null;
        var titled = first > at;
        var words = CountWords(text, first, next);
        var rule = RuleOf(text, first, next, words, titled);
        if (rule is null)
            return null;
        var name = text.Name(first, next);
        if (words == 1 && titled && ActorLexicon.Regnal.Contains(text.Word(first - 1)))
            (first, name) = (first - 1, text.Name(first - 1, next));
        return Roles.Add(new NameMention(text, first, next, ActorKind.Person, name, rule)
        {
            IsBare = words == 1 && !ActorLexicon.Regnal.Contains(text.Word(first)),
        });
    }

    /// <summary>The token after the name that starts here: capitals, initials, hyphens, particles.</summary>
    public static int NameEnd(NameText text, int at)
    {
        var next = at;
        while (next < text.Count && next - at < LongestName * 2)
        {
            if (IsNameWord(text, next))
                next++;
            else if (next > at && IsInside(text, next))
                next += text.IsMark(next, '.') ? 1 : Length(text, next);
            else if (next == at && IsArticle(text, next))
                next += 2;
            else
                break;
            if (text.EndsParagraph(next - 1))
                break;
        }

        return next;
    }

    /// <summary>Words of a name, hyphenated ones and their articles counted once.</summary>
    public static int CountWords(NameText text, int first, int next)
    {
        var words = 0;
        for (var at = first; at < next; at++)
        {
            if (text.IsCapital(at) && !(at > first && text.IsDash(at - 1)) && !(at + 1 < next && IsArticle(text, at)))
                words++;
            else if (text.IsCapital(at) && at > first + 1 && IsArticle(text, at - 2))
                words++;
        }

        return words;
    }

    /// <summary>True for <c>al-</c>, <c>El-</c> and the like before a capital.</summary>
    public static bool IsArticle(NameText text, int at) =>
        text.Word(at) is "al" or "el" or "Al" or "El" or "ad" or "as" or "ash" or "an" or "ar" or "ez" or "az"
        && text.IsDash(at + 1) && text.Touches(at) && text.Touches(at + 1) && text.IsCapital(at + 2);

    private static int AfterTitles(NameText text, int at)
    {
        var next = at;
        while (text.IsCapital(next) && ActorLexicon.Titles.Contains(text.Word(next)) && !text.EndsParagraph(next))
        {
            next++;
            if (text.IsMark(next, '.') && text.Touches(next - 1))
                next++;
            if (text.IsDash(next) && text.Touches(next - 1) && ActorLexicon.Titles.Contains(text.Word(next + 1)))
                next++;
            if (text.Word(next) is "of" or "for" && Topics.Contains(text.Word(next + 1)))
            {
                next += 2;
                while (Topics.Contains(text.Word(next)))
                    next++;
            }
        }

        return next;
    }

    private static string? RuleOf(NameText text, int first, int next, int words, bool titled)
    {
        if (words == 0 || words > LongestName || !IsClean(text, first, next))
            return null;
        if (words == 1)
        {
            if (titled && IsStrong(text, first) && !text.IsToponym(first))
                return "title";
            return text.Word(first - 1) is "named" && ActorLexicon.RoleNouns.Contains(text.Word(first - 2))
                ? "apposition" : null;
        }

        if (titled
            || (ActorLexicon.RoleNouns.Contains(text.Word(first - 1)) && !AnyRole.Contains(text.Word(first - 1))))
            return "title";
        if (text.IsToponym(first))
            return null;
        if (ActorLexicon.FirstNames.Contains(text.Folded(first)) || IsFamilyFirst(text, first, next))
            return "first-name";
        if (Roles.After(text, next).Next > 0 || Roles.Beside(text, first))
            return "apposition";
        return IsSpeaker(text, first, next) ? "speech" : null;
    }

    // "Gen." keeps its stop; the title itself is what counts.
    private static bool IsStrong(NameText text, int first) =>
        ActorLexicon.StrongTitles.Contains(text.Word(text.IsMark(first - 1, '.') ? first - 2 : first - 1));

    private static bool IsFamilyFirst(NameText text, int first, int next) =>
        next - first is >= 2 and <= 4 && ActorLexicon.FamilyFirst.Contains(text.Word(first))
        && text.Word(first + 1).Length > 1;

    private static bool IsSpeaker(NameText text, int first, int next) =>
        (ActorLexicon.Speech.Contains(text.Word(next)) && !text.IsCapital(next))
        || (text.Word(first - 1) is "said" or "says" && text.Word(next) is "," or ".");

    private static bool IsClean(NameText text, int first, int next)
    {
        for (var at = first; at < next; at++)
        {
            var word = text.Word(at);
            if (!text.IsCapital(at))
                continue;
            if (ActorLexicon.NotActors.Contains(word)
                || (ActorLexicon.HeadKind(word) is not null && !IsGivenName(text, at, first))
                || (word.Length > 3 && char.IsUpper(word[^1])))
                return false;
            if (at == first && ActorLexicon.Titles.Contains(word) && !ActorLexicon.FirstNames.Contains(word))
                return false;
        }

        return Countries.Shared.Match(text, first, out _) is null;
    }

    // "Jihad" and the like head organisations at the end of a name, and people at its start.
    private static bool IsGivenName(NameText text, int at, int first) =>
        at == first && ActorLexicon.FirstNames.Contains(text.Folded(at));

    private static bool IsNameWord(NameText text, int at)
    {
        if (!text.IsCapital(at) || ActorLexicon.NotNames.Contains(text.Word(at)))
            return false;
        var word = text.Word(at);
        return !(word.Length is 2 or 3 && char.IsUpper(word[^1]) && !word.Contains('.'));
    }

    private static bool IsInside(NameText text, int at)
    {
        if (text.IsMark(at, '.'))
            return text.Touches(at - 1) && text.Word(at - 1).Length == 1 && text.IsCapital(at + 1);
        if (text.IsDash(at))
            return text.Touches(at - 1) && text.Touches(at) && text.IsWord(at + 1);
        return ActorLexicon.Particles.Contains(text.Word(at)) && !text.Is(at, "of") && ParticleLength(text, at) > 0;
    }

    private static int Length(NameText text, int at) => text.IsDash(at) ? 2 : ParticleLength(text, at);

    // "al-Assad", "bin Laden", "de la Madrid": particles up to the capital they lead to.
    private static int ParticleLength(NameText text, int at)
    {
        var next = at;
        while (next - at < 5 && (ActorLexicon.Particles.Contains(text.Word(next)) || (next > at && text.IsDash(next))))
            next++;
        return text.IsCapital(next) && !ActorLexicon.NotNames.Contains(text.Word(next)) ? next - at : 0;
    }
}
