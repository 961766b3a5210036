using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;

namespace Dateline.Search.Actors;

/// <summary>Finds every full naming of an actor in one field; names that lean on another come later.</summary>
internal static class MentionFinder
{
    private static readonly WordSet CommonWords = new(
        ["Apple", "Canon", "Delta", "Mobil", "Oracle", "Shell", "Sprint", "Vale", "Total", "Philips", "Micron",
        "Catalans", "Carlyle", "Dell", "Fitch"]);

    /// <summary>Adds the mentions of a field and marks their tokens as taken.</summary>
    public static void Find(NameText text, ExtractedText article, List<NameMention> mentions)
    {
        MarkCredits(text);
        for (var at = 0; at < text.Count;)
        {
            var found = text.IsTaken(at) ? null : Match(text, at);
            if (found is null)
            {
                at++;
                continue;
            }

            if (!IsSource(text, found, article))
                mentions.Add(found);
            text.Take(found.First, found.Next);
            at = found.Next;
        }
    }

    private static NameMention? Match(NameText text, int at)
    {
        var listed = Listed(text, at);
        if (StateBodies.Match(text, at) is { } body && body.Next >= (listed?.Next ?? 0))
            return body;
        if (!(text.IsCapital(at) || PersonRules.IsArticle(text, at)))
            return listed;
        if (text.TitleCase)
            return listed ?? TaggedNames.Match(text, at);
        var organisation = OrganisationRules.Match(text, at);
        if (listed is not null && (organisation?.Next ?? 0) <= listed.Next)
            return listed;
        if (organisation is not null && !StartsPerson(text, organisation))
            return TaggedNames.Settle(text, organisation);
        if (listed is not null)
            return listed;
        return PersonRules.Match(text, at) is { } person
            ? TaggedNames.SettlePerson(text, person) : TaggedNames.Match(text, at);
    }

    private static NameMention? Listed(NameText text, int at)
    {
        if (WorldActors.Shared.Match(text, at, out var next, out var isShort) is not { Count: 1 } actors || isShort)
            return null;
        var actor = actors[0];
        // A company's name of one word yields to the tagger, and at the head of a sentence may be a common word.
        if (actor.Kind == ActorKind.Company && next - at == 1
            && text.Tags.At(at) is var tag && (tag is { Tag: NameTag.Place or NameTag.Other }
            or { Tag: NameTag.Person, Length: > 1 }
            || (tag is null && text.StartsSentence(at) && CommonWords.Contains(text.Word(at)))))
            return null;
        if (!text.IsCapital(at) && !char.IsLower(actor.Name[0]) && !IsLowerName(text, at))
            return null;
        // "Hillary Clinton" found inside "Hillary Clinton Smith" is somebody else.
        if (actor.Kind == ActorKind.Person && !text.TitleCase && text.IsCapital(next) && !text.EndsParagraph(next - 1)
            && !ActorLexicon.NotNames.Contains(text.Word(next)) && text.Word(next) is not ("II" or "III" or "Jr"))
            return null;
        var mention = new NameMention(text, at, next, actor.Kind, actor.Name, "list")
        {
            Listed = actor,
            CameoCode = actor.CameoCode,
        };
        return actor.Kind == ActorKind.Person ? Roles.Add(mention) : mention;
    }

    private static bool IsLowerName(NameText text, int at) => text.Word(at) is "al" or "bin" or "rebel";

    // "Christian Democratic Union" starts with a given name and is a party; "Pat Doe Foundation" is an organisation,
    // too.
    private static bool StartsPerson(NameText text, NameMention organisation) =>
        ActorLexicon.Titles.Contains(text.Word(organisation.First))
        && ActorLexicon.FirstNames.Contains(text.Word(organisation.First + 1));

    // An outlet that reports is a source; so is whoever it sends.
    private static bool IsSource(NameText text, NameMention found, ExtractedText article)
    {
        if (found.Kind == ActorKind.Person)
            return text.IsPossessive(found.First - 1) && IsOutlet(text, found.First - 2, article);
        if (found.Kind != ActorKind.Media)
            return false;
        if (IsOwn(found.Name, article) || IsOwn(text.Quote(found.First, found.Next), article))
            return true;
        return text.IsPossessive(found.Next) || text.IsMark(found.Next, ')')
            || text.Word(found.First - 1) is "told" or "to" or "by" or "with" or "via" or "and" or "("
            || (text.Word(found.First - 1) is "the" && text.Word(found.First - 2) is "told" or "to" or "by")
            || text.Word(found.Next) is "reported" or "reports" or "said" or "quoted" or "cited";
    }

    private static bool IsOutlet(NameText text, int at, ExtractedText article)
    {
        if (article.Outlet is { Length: > 0 } outlet && text.Word(at).Length > 2
            && outlet.Contains(text.Word(at).ToString(), StringComparison.OrdinalIgnoreCase))
            return true;
        for (var first = at; first >= 0 && first > at - 4; first--)
        {
            if (WorldActors.Shared.Match(text, first, out var next, out _) is [{ Kind: ActorKind.Media }]
                && next == at + 1)
                return true;
        }

        return false;
    }

    private static bool IsOwn(string name, ExtractedText article) => article.Outlet is { Length: > 0 } outlet
        && (outlet.Contains(name, StringComparison.OrdinalIgnoreCase)
        || name.Contains(outlet, StringComparison.OrdinalIgnoreCase));

    private static void MarkCredits(NameText text)
    {
        foreach (var zone in CreditZones.Find(text.Text))
        {
            for (var at = 0; at < text.Count; at++)
            {
                if (text.Start(at) >= zone.Start && text.Start(at) < zone.End)
                    text.Take(at, at + 1);
            }
        }
    }
}
