using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>Votes of the names of an article, and of what else tells of countries, on where it plays.</summary>
internal sealed class CountryVotes(
    Gazetteer gazetteer, FoundToponyms found, NameGroups groups, ArticleContext context, CountryCue cue)
{
    private const double DemonymWeight = 0.7;
    private const double MaxGroupWeight = 4;
    private const double DatelineWeight = 2;
    private const double UnsureShare = 0.4;

    /// <summary>Before any name has a sense: countries, and what "Aleppo, Syria" settles.</summary>
    public void CastFirst()
    {
        CastOutside();
        for (var group = 0; group < groups.Count; group++)
        {
            var candidates = groups.CandidatesOf(group);
            foreach (var candidate in candidates)
            {
                if (groups[group].Contained.Contains(candidate.Id))
                    context.Vote(candidate.Id, 1, group);
            }
            if (IsPlainCountry(candidates, out var country))
                context.Vote(country, Weight(groups[group]), group);
        }
    }

    /// <summary>By the senses that the names have now, in place of the votes before.</summary>
    public void CastAgain()
    {
        context.Clear();
        CastOutside();
        for (var index = 0; index < groups.Count; index++)
        {
            var group = groups[index];
            if (group.Node < 0)
                continue;
            context.Vote(group.Node, Weight(group) * (group.Sure ? 1 : UnsureShare), index);
            if (group.Sure && gazetteer.KindOf(group.Node) >= PlaceKind.Region)
                context.Anchor(group.Node, index);
        }
    }

    /// <summary>What tells of countries beside the names of places.</summary>
    private void CastOutside()
    {
        foreach (var (id, _, _) in found.Demonyms)
            context.Vote(id, DemonymWeight, ArticleContext.NoGroup);
        if (cue.Country >= 0)
            context.Vote(cue.Country, cue.Weight, ArticleContext.NoGroup);
    }

    private bool IsPlainCountry(ReadOnlySpan<GazetteerMatch> candidates, out int country)
    {
        country = -1;
        foreach (var candidate in candidates)
        {
            var kind = gazetteer.KindOf(candidate.Id);
            if (kind == PlaceKind.Country)
                country = candidate.Id;
            else if (kind == PlaceKind.Region && !gazetteer.HasFlag(candidate.Id, GazetteerFormat.CountyFlag)
                && candidate.Kind <= NameKind.English)
                return false;
        }
        return country >= 0;
    }

    private static double Weight(NameGroup group) =>
        Math.Min(MaxGroupWeight, group.Count) + ((group.Flags & ToponymFlags.Dateline) != 0 ? DatelineWeight : 0);
}
