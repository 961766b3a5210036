using System.Text.Json;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Adds Natural Earth's populated places: English names for known cities, and towns GeoNames' list leaves out.
/// </summary>
internal static class NaturalEarthSource
{
    private const double SamePlaceKilometres = 30;

    private static readonly string[] NameKeys = ["NAME", "NAMEASCII", "NAME_EN", "MEGANAME"];

    /// <summary>Reads the 10m populated places file into what GeoNames gave.</summary>
    public static void Read(string file, GeoNamesSource places)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            var known = places.ById.GetValueOrDefault((int)Number(properties, "GEONAMEID"));
            if (known is not null && SharesName(known, Names(properties)))
                AddNames(known, properties);
            else if (known is null)
                AddTown(places, properties);
        }
    }

    private static void AddTown(GeoNamesSource places, JsonElement properties)
    {
        var code = Text(properties, "ISO_A2");
        var (latitude, longitude) = ((float)Number(properties, "LATITUDE"), (float)Number(properties, "LONGITUDE"));
        if (!places.Countries.ContainsKey(code) || places.NearestCity(code, latitude, longitude) is not { } nearest)
            return;
        var names = Names(properties).ToList();
        var same = places.Cities[code].Find(city => SharesName(city, names)
            && GeoDistance.Kilometres(latitude, longitude, city.Latitude, city.Longitude) < SamePlaceKilometres);
        if (same is not null)
        {
            AddNames(same, properties);
            return;
        }
        var town = new PlaceEntry
        {
            Name = Text(properties, "NAME"),
            Kind = PlaceKind.City,
            Latitude = latitude,
            Longitude = longitude,
            Parent = nearest.Kind == PlaceKind.Region
            ? nearest : nearest.Parent,
            Flags = nearest.Flags & GazetteerFormat.LooseFlag,
            Population = (int)Number(properties, "POP_MAX"),
        };
        AddNames(town, properties);
        places.Places.Add(town);
    }

    private static void AddNames(PlaceEntry place, JsonElement properties)
    {
        var english = Text(properties, "NAME_EN");
        var suffixed = DisplayName.Folded(english) == DisplayName.Folded(place.Name) + " city";
        if (!suffixed && (place.Flags & GazetteerFormat.CityRegionFlag) != 0
            && (place.Flags & GazetteerFormat.LooseFlag) != 0
            && SharesName(place, [english]))
        {
            place.Names.Add((place.Name, NameKind.English));
            place.Name = english;
        }
        foreach (var name in Names(properties))
        {
            var folded = DisplayName.Folded(name);
            place.Names.RemoveAll(pair => pair.Kind == NameKind.Alternate && DisplayName.Folded(pair.Name) == folded);
            if (folded.Length > 2)
                place.Names.Add((name, NameKind.English));
        }
    }

    private static bool SharesName(PlaceEntry place, IEnumerable<string> names) => names.Any(name =>
        DisplayName.Folded(name) is { Length: > 0 } folded
        && (DisplayName.Folded(place.Name) == folded
        || place.Names.Exists(pair => DisplayName.Folded(pair.Name) == folded)));

    private static IEnumerable<string> Names(JsonElement properties) =>
        NameKeys.Select(key => Text(properties, key))
            .Concat(Text(properties, "NAMEALT").Split('|')).Concat(Text(properties, "NAMEPAR").Split('|'))
            .Where(name => name.Length > 2).Distinct();

    private static string Text(JsonElement properties, string key) =>
        properties.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!.Trim() : "";

    private static double Number(JsonElement properties, string key) =>
        properties.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number
        ? value.GetDouble() : 0;
}
