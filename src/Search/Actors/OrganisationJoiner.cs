namespace Dateline.Search.Actors;

/// <summary>Joins the groups of an article that are one organisation under a longer and a shorter name.</summary>
internal static class OrganisationJoiner
{
    /// <summary>Moves every group that another is the fuller name of into that one.</summary>
    /// <returns>Which group went into which.</returns>
    public static Dictionary<ActorGroup, ActorGroup> Merge(List<ActorGroup> groups)
    {
        var moved = new Dictionary<ActorGroup, ActorGroup>();
        foreach (var relation in new[] { NameRelation.Short, NameRelation.Part })
        {
            foreach (var group in groups.ToArray())
            {
                if (!IsOrganisation(group) || Fuller(group, groups, relation) is not { } fuller)
                    continue;
                fuller.Absorb(group);
                groups.Remove(group);
                moved.Add(group, fuller);
            }
        }

        return moved;
    }

    private static bool IsOrganisation(ActorGroup group) =>
        !group.IsPerson && (group.Listed is not null || group.CameoCode is null);

    /// <summary>The one organisation that a group's name is short for; null when none or several are.</summary>
    private static ActorGroup? Fuller(ActorGroup group, List<ActorGroup> groups, NameRelation relation)
    {
        ActorGroup? only = null;
        foreach (var other in groups)
        {
            if (other == group || !IsOrganisation(other) || !IsShortFor(group, other, relation))
                continue;
            if (only is not null)
                return null;
            only = other;
        }

        return only;
    }

    private static bool IsShortFor(ActorGroup group, ActorGroup other, NameRelation relation)
    {
        if (group.Listed is not null && other.Listed is not null)
            return false;
        foreach (var shorter in group.Names())
        {
            foreach (var longer in other.Names())
            {
                if (OrganisationNames.Relate(shorter, longer) is var found && found < relation)
                    continue;
                if (found > NameRelation.Part
                    || (group.Listed is null && IsIntroduced(other, group) && !AddsPlace(other)))
                    return true;
            }
        }

        return false;
    }

    // "GM Korea" is not the GM that it begins with.
    private static bool AddsPlace(ActorGroup group)
    {
        var mention = group.Mentions[0];
        return mention.Next - mention.First > 1 && mention.Text.IsToponym(mention.Next - 1);
    }

    // A headline is short: the full name may follow in the body.
    private static bool IsIntroduced(ActorGroup fuller, ActorGroup shorter) =>
        shorter.FirstInBody is not { } named || (fuller.FirstInBody is { } introduced && introduced < named);
}
