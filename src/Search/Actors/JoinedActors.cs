using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>The actors of one article while its names are joined, by every name that means one of them.</summary>
/// <param name="year">Year of publication, or null.</param>
internal sealed class JoinedActors(int? year)
{
    /// <summary>The actors, as they were first named in full.</summary>
    public List<ActorGroup> Groups { get; } = [];

    /// <summary>The actor of a full name, see <see cref="OrganisationNames.Key"/> for organisations.</summary>
    public Dictionary<string, ActorGroup> ByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who is meant by one name alone.</summary>
    public Surnames Surnames { get; } = new(year);

    /// <summary>Adds a naming in full to its actor, or a new one.</summary>
    public void AddFull(NameMention mention)
    {
        var listed = mention.Listed;
        if (listed is null && mention.Kind == ActorKind.Person)
            listed = WorldActors.Shared.Person(NameKeys.Person(mention.Name));
        if (listed is not null)
            mention = mention with { Listed = listed, CameoCode = listed.CameoCode };
        var name = NameKey(mention);
        if (ByName.TryGetValue(name, out var group)
            || (mention.Kind == ActorKind.Person && (group = Surnames.Same(listed?.Name ?? mention.Name)) is not null))
        {
            group.Add(mention);
            ByName.TryAdd(name, group);
        }
        else
        {
            Groups.Add(group = new ActorGroup(mention));
            ByName.TryAdd(name, group);
        }

        if (group.IsPerson)
            Surnames.Add(group);
    }

    /// <summary>Joins organisations whose names are forms of one name.</summary>
    public void MergeOrganisations()
    {
        var moved = OrganisationJoiner.Merge(Groups);
        foreach (var name in ByName.Keys.ToArray())
        {
            while (moved.TryGetValue(ByName[name], out var fuller))
                ByName[name] = fuller;
        }
    }

    /// <summary>The organisation that a short form of its name means, if it is the only one; else null.</summary>
    public ActorGroup? Organisation(string name)
    {
        if (ByName.TryGetValue(OrganisationNames.Key(name), out var group) && !group.IsPerson)
            return group;
        var fuller = Groups.FindAll(group => !group.IsPerson && (group.Listed is not null || group.CameoCode is null)
            && group.Names().Any(longer => OrganisationNames.Relate(name, longer) != NameRelation.None));
        return fuller.Count == 1 ? fuller[0] : null;
    }

    /// <summary>
    /// True when an organisation is called by this one word: "Wynn" of Wynn Resorts and Steve Wynn, whose it is only
    /// the words around can tell.
    /// </summary>
    public bool IsOrganisation(ReadOnlySpan<char> word)
    {
        foreach (var group in Groups)
        {
            foreach (var mention in group.IsPerson ? [] : group.Mentions)
            {
                if (mention.Next - mention.First == 1 && mention.Text.Word(mention.First).SequenceEqual(word))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The well-known person in office whose short name stands at a word, if there is one; else null.
    /// </summary>
    public WorldActor? Holder(NameText text, int at)
    {
        if (WorldActors.Shared.Match(text, at, out _, out var isShort) is not { } known || !isShort)
            return null;
        var holders = known.FindAll(actor => actor.InOffice(year));
        return holders.Count == 1 ? holders[0] : null;
    }

    private static string NameKey(NameMention mention) =>
        mention.Listed?.Name is { } listed ? listed
        : mention.Kind == ActorKind.Person || mention.CameoCode is not null ? mention.Name
        : OrganisationNames.Key(mention.Name) is { Length: > 0 } key ? key : mention.Name;
}
