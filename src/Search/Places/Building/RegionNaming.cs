using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Names of first-order regions: those they share with their seat, and those without the word of level.
/// </summary>
internal static class RegionNaming
{
    /// <summary>True when a region is called after a city of it, and is no place of its own beside it.</summary>
    public static bool IsNamedAfter(PlaceEntry region, PlaceEntry city)
    {
        var name = DisplayName.Folded(region.Name);
        if (name.EndsWith(" city", StringComparison.Ordinal) && DisplayName.Folded(city.Name) == name[..^5])
            return true;
        return (region.Flags & GazetteerFormat.CityRegionFlag) == 0 && DisplayName.Folded(city.Name) != name + " city"
            && (DisplayName.Folded(city.Name) == name
            || city.Names.Exists(other => DisplayName.Folded(other.Name) == name));
    }

    /// <summary>The region takes over the position, inhabitants and names of the city it is named after.</summary>
    public static void Merge(PlaceEntry region, PlaceEntry city)
    {
        region.Flags |= GazetteerFormat.CityRegionFlag
            | (city.Flags & (GazetteerFormat.CapitalFlag | GazetteerFormat.SeatFlag));
        (region.Latitude, region.Longitude, region.Population) = (city.Latitude, city.Longitude, city.Population);
        region.Names.Add((city.Name, NameKind.English));
        if (DisplayName.Folded(region.Name) == DisplayName.Folded(city.Name) + " city")
        {
            region.Names.Add((region.Name, NameKind.English));
            region.Name = city.Name;
        }
        region.Names.AddRange(city.Names);
    }

    /// <summary>"Kaluga Oblast" is also looked for as "Kaluga".</summary>
    public static void AddWithoutLevelWord(PlaceEntry region)
    {
        ReadOnlySpan<string> levelWords =
        [
            " Oblast", " Province", " Governorate", " Region", " Prefecture", " Republic", " Autonomous Region",
            " State", " Krai", " Department", " District", " County",
        ];
        foreach (var word in levelWords)
        {
            if (region.Name.EndsWith(word, StringComparison.Ordinal))
                region.Names.Add((region.Name[..^word.Length], NameKind.Alternate));
        }
    }
}
