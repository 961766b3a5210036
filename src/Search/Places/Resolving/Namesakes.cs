using Dateline.Search.Articles;

namespace Dateline.Search.Places.Resolving;

/// <summary>What the places that share a name are to each other.</summary>
internal sealed class Namesakes(Gazetteer gazetteer)
{
    private const int StatePopulation = 1_000_000;
    private const int VillageShare = 100;

    /// <summary>Inhabitants of the largest place that usually goes by the name.</summary>
    public int MostPopulous(ReadOnlySpan<GazetteerMatch> candidates)
    {
        var most = 0;
        foreach (var candidate in candidates)
        {
            if (candidate.Kind <= NameKind.English)
                most = Math.Max(most, gazetteer.PopulationOf(candidate.Id));
        }
        return most;
    }

    /// <summary>True of a place large enough beside another for their name to mean either.</summary>
    public bool IsRival(int id, int chosen) =>
        (long)VillageShare / 2 * gazetteer.PopulationOf(id) >= gazetteer.PopulationOf(chosen);

    /// <summary>True when the name is the usual one of any of them.</summary>
    public static bool HasUsualName(ReadOnlySpan<GazetteerMatch> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Kind <= NameKind.English)
                return true;
        }
        return false;
    }

    /// <summary>A bare name that a place shares with the place it lies in means the higher one.</summary>
    public int Shallowest(int best, ReadOnlySpan<GazetteerMatch> candidates, bool asCity)
    {
        if (asCity)
            return best;
        foreach (var candidate in candidates)
        {
            if (candidate.Id != best && candidate.Kind <= NameKind.English
                && gazetteer.KindOf(candidate.Id) <= PlaceKind.Region
                && gazetteer.IsWithin(best, candidate.Id))
                best = candidate.Id;
        }
        return best;
    }

    /// <summary>
    /// The large first-order region that bears the name, or -1: "Florida" is no village of New York's.
    /// </summary>
    public int StateAmong(ReadOnlySpan<GazetteerMatch> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Kind <= NameKind.English && gazetteer.KindOf(candidate.Id) == PlaceKind.Region
                && !gazetteer.HasFlag(candidate.Id, GazetteerFormat.CountyFlag | GazetteerFormat.CityRegionFlag)
                && gazetteer.PopulationOf(candidate.Id) >= StatePopulation)
                return candidate.Id;
        }
        return -1;
    }

    /// <summary>True of a place in the same country so small that the state is meant.</summary>
    public bool IsBelowState(int id, int state) => id != state && gazetteer.RegionOf(id) != id
        && gazetteer.TopOf(id) == gazetteer.TopOf(state)
        && gazetteer.PopulationOf(id) < gazetteer.PopulationOf(state) / VillageShare;

    /// <summary>A dateline names a city, where a region has the same name.</summary>
    public int CityOf(int best, ReadOnlySpan<GazetteerMatch> candidates)
    {
        var city = best;
        if (best < 0 || gazetteer.KindOf(best) != PlaceKind.Region
            || gazetteer.HasFlag(best, GazetteerFormat.CityRegionFlag))
            return best;
        foreach (var candidate in candidates)
        {
            if (candidate.Kind <= NameKind.English && gazetteer.KindOf(candidate.Id) == PlaceKind.City
                && gazetteer.IsWithin(candidate.Id, best)
                && (city == best || gazetteer.PopulationOf(candidate.Id) > gazetteer.PopulationOf(city)))
                city = candidate.Id;
        }
        return city;
    }
}
