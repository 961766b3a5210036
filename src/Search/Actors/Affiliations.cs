using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Actors;

/// <summary>A person's body and the code a person of that body has.</summary>
internal sealed record FoundAffiliation(ActorAffiliation Affiliation, string? Code);

/// <summary>
/// Finds the body a person belongs to: the one named in the role beside the name ("ICRC spokesman X", "X, head of the
/// council"), after "of" or "at" ("X of the council"), or joined by who left another ("who defected and joined …").
/// </summary>
internal sealed class Affiliations
{
    private const int LongestGap = 14;

    private static readonly WordSet StateRoles = new(
        ["President", "president", "Minister", "minister", "Premier", "premier", "Chancellor", "chancellor",
         "ambassador", "Ambassador", "representative", "envoy", "Envoy", "diplomat", "government", "King",
         "Secretary"]);

    private readonly Dictionary<(NameText, int), (ActorGroup Group, NameMention Mention)> _byFirst = [];

    public Affiliations(IReadOnlyList<ActorGroup> groups)
    {
        foreach (var group in groups)
        {
            if (group.IsPerson)
                continue;
            foreach (var mention in group.Mentions)
                _byFirst.TryAdd((mention.Text, mention.First), (group, mention));
        }
    }

    /// <summary>The affiliation of a person; null where the text tells none.</summary>
    public FoundAffiliation? Of(ActorGroup person)
    {
        foreach (var mention in person.Mentions)
        {
            if (mention.IsBare && mention.Role is null && !IsOf(mention))
                continue;
            if ((Joined(mention) ?? Within(mention) ?? After(mention) ?? OfState(mention)) is { } found)
                return found;
        }

        return null;
    }

    // ", a colonel who defected and joined the opposition Free Syrian Army"
    private FoundAffiliation? Joined(NameMention person)
    {
        var (text, start) = (person.Text, person.RoleAfter.Next);
        if (start == 0)
            return null;
        for (var at = start; at < start + LongestGap && at < text.Count && !text.StartsSentence(at); at++)
        {
            if (text.Word(at) is "joined" || (text.Word(at) is "to" && text.Word(at - 1) is "defected"))
                return Near(text, at + 1, at + 5, "joined");
        }

        return null;
    }

    private FoundAffiliation? Within(NameMention person)
    {
        var (text, before, after) = (person.Text, person.RoleBefore, person.RoleAfter);
        // "the former Citigroup banker X" has left; "who defected" has, too.
        if (IsPast(text, before) || IsPast(text, after) || text.Word(after.Next - 1) is "defected"
            || (text.Word(after.Next) is "who" && Left(text, after.Next + 1)))
            return null;
        return Near(text, before.First - (before.Next > 0 ? 4 : 0), before.Next, "role", before.First)
            ?? Near(text, after.First, after.Next, "role");
    }

    private static bool Left(NameText text, int at) =>
        text.Word(at) is "defected" or "fled" or "quit" or "resigned" or "left"
        || text.Word(at + 1) is "defected";

    private static bool IsPast(NameText text, (int First, int Next) role)
    {
        for (var at = role.First; at < role.Next; at++)
        {
            if (text.Word(at) is "former" or "ex" or "Former" or "late" or "retired")
                return true;
        }

        return text.Word(role.First - 1) is "former" or "ex" or "Former" or "retired" && role.Next > 0;
    }

    private FoundAffiliation? After(NameMention person) =>
        IsOf(person) ? Near(person.Text, person.Next + 1, person.Next + 4, "of") : null;

    private static bool IsOf(NameMention person) => person.Text.Word(person.Next) is "of" or "at" or "from" or "with";

    /// <summary>
    /// The first body that starts in a range; before <paramref name="touching"/> only one that reaches up to it counts.
    /// </summary>
    private FoundAffiliation? Near(NameText text, int first, int next, string rule, int touching = -1)
    {
        for (var at = Math.Max(first, 0); at < next; at++)
        {
            if (!_byFirst.TryGetValue((text, at), out var found) || IsSentTo(text, at))
                continue;
            if (at < touching && !(found.Mention.Next == touching
                || (found.Mention.Next + 1 == touching && text.IsPossessive(found.Mention.Next))))
                continue;
            var evidence = found.Mention.ToEvidence() with { Rule = rule };
            return new FoundAffiliation(
                new ActorAffiliation(found.Group.Name, Slug.Of(found.Group.Name), evidence), found.Group.Code);
        }

        return null;
    }

    // "the U.S. representative to the Human Rights Council" is not the council's.
    private static bool IsSentTo(NameText text, int at) =>
        text.Is(at - 1, "to") || (text.Is(at - 1, "the") && text.Is(at - 2, "to"));

    // "Russian Foreign Minister X" is of Russia's government, whether that is an actor of the article or not; of
    // "Foreign Minister X" the list may know the country.
    private FoundAffiliation? OfState(NameMention person)
    {
        foreach (var role in new[] { person.RoleBefore, person.RoleAfter })
        {
            if (role.Next == 0 || IsPast(person.Text, role))
                continue;
            var from = role == person.RoleBefore ? Math.Max(role.First - 1, 0) : role.First;
            var (country, start, isState) = ReadState(person.Text, from, role.Next);
            if (!isState)
                continue;
            if (country is not null)
                return State(person.Text, country, start, role.Next, "role");
            if (person.Listed?.CameoCode is [_, _, _, 'G', 'O', 'V', ..] code
                && Countries.Shared.ByCode(code.AsSpan(0, 3)) is { } listed)
                return State(person.Text, listed, role.First, role.Next, "list");
        }

        return null;
    }

    private static (Country? Country, int Start, bool IsState) ReadState(NameText text, int first, int next)
    {
        var (country, start, isState) = (default(Country), 0, false);
        for (var at = first; at < next; at++)
        {
            isState |= StateRoles.Contains(text.Word(at));
            if (country is null && (country = Countries.Shared.Match(text, at, out _)) is not null)
                start = at;
        }

        return (country, start, isState);
    }

    private FoundAffiliation State(NameText text, Country country, int first, int next, string rule)
    {
        var name = "Government of " + country.Name;
        var quote = text.Quote(first, next);
        var evidence = new Evidence(text.Field, text.Start(first), text.Start(first) + quote.Length, quote, rule);
        var isActor = _byFirst.Values.Any(found => found.Group.Name == name);
        return new FoundAffiliation(
            new ActorAffiliation(name, isActor ? Slug.Of(name) : null, evidence), country.Code + "GOV");
    }
}
