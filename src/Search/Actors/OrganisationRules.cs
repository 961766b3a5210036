using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// Names of organisations told by their head noun: "al-Furqan Brigade", "Ministry of Defence", "Groupon Inc".
/// </summary>
internal static class OrganisationRules
{
    private const int LongestName = 12;

    private static readonly WordSet Generic = new(
        ["Foreign", "Defense", "Defence", "Interior", "Finance", "Health", "Oil", "Justice", "Information", "Economy",
        "Trade",
         "Education", "Energy", "Agriculture", "Transport", "Supreme", "National", "Central", "Security", "General",
         "Federal",
         "Constitutional", "High", "Appeals", "District", "Criminal", "State", "Air", "The", "First", "Special", "City",
         "Local",
         "Military", "Armed", "Executive", "Human", "Rights", "Political", "Public", "Ruling", "New", "Upper", "Lower",
         "Fire"]);

    /// <summary>Reads an organisation that starts at a capitalised token; null when none does.</summary>
    public static NameMention? Match(NameText text, int at)
    {
        if (text.IsTaken(at) || (ActorLexicon.NotNames.Contains(text.Word(at)) && !text.Word(at).SequenceEqual("New")))
            return null;
        var end = RunEnd(text, at, out var head);
        if (head < 0)
            return null;
        var next = Extended(text, head, end);
        if (next - at < 2 || next - at > LongestName || IsGeneric(text, at, next)
            || TaggedNames.IsRegion(text, at, next))
            return null;
        var kind = OrganisationKinds.Of(text, at, next, head);
        // "Deadly TV station bombing", "Iranian TV": an adjective and a medium, no name.
        if (kind == ActorKind.Media && next - at == 2
            && (text.StartsSentence(at) || text.EndsParagraph(at - 1)
            || Countries.Shared.Match(text, at, out _) is not null))
            return null;
        return new NameMention(text, at, next, kind, text.Name(at, next), "organisation-head")
        {
            Country = OrganisationKinds.Country(text, at, next),
        };
    }

    // The run of capitals and, in it, the last head noun.
    private static int RunEnd(NameText text, int at, out int head)
    {
        head = -1;
        var next = PersonRules.IsArticle(text, at) ? at + 2 : at;
        while (next < text.Count && next - at < LongestName)
        {
            if (text.IsCapital(next) && (next == at || !ActorLexicon.NotNames.Contains(text.Word(next))))
            {
                if (ActorLexicon.HeadKind(text.Word(next)) is not null)
                    head = next;
                next++;
            }
            else if (next > at && IsJoint(text, next))
            {
                next++;
            }
            else
            {
                break;
            }

            if (text.EndsParagraph(next - 1))
                break;
        }

        return next;
    }

    // "People's", "al-", "Rock & Co": marks that go on inside a name when a capital follows.
    private static bool IsJoint(NameText text, int at)
    {
        if (text.IsDash(at))
            return text.Touches(at - 1) && text.Touches(at)
                && (WorldActors.Shared.Match(text, at + 1, out _, out var isShort) is null || isShort);
        return text.IsMark(at, '&') && text.IsCapital(at + 1);
    }

    // "Ministry of Foreign Affairs", "Committee for the Defence of Rights".
    private static int Extended(NameText text, int head, int end)
    {
        var next = head + 1;
        if (next < end)
            return next;
        while (text.Word(next) is "of" or "for" or "on" or "and" or "de" or "del" or "para" or "y")
        {
            if (text.Word(next) is "and" or "on" && next == head + 1)
                return next;
            var name = text.Word(next + 1) is "the" or "la" or "los" or "las" ? next + 2 : next + 1;
            if (!text.IsCapital(name) || text.IsTaken(name) || ActorLexicon.NotNames.Contains(text.Word(name)))
                return next;
            next = name + 1;
            while (text.IsCapital(next) && !ActorLexicon.NotNames.Contains(text.Word(next))
                && !text.EndsParagraph(next - 1))
                next++;
        }

        return next;
    }

    /// <summary>True when nothing but common words of offices is in the name: "Foreign Ministry".</summary>
    public static bool IsGeneric(NameText text, int at, int next)
    {
        for (var token = at; token < next; token++)
        {
            var word = text.Word(token);
            if (text.IsCapital(token) && !Generic.Contains(word) && ActorLexicon.HeadKind(word) is null)
                return false;
        }

        return true;
    }
}
