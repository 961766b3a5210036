using System.Text.Json;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Puts countries and regions at the middle of their land: polygon centroids and label points of Natural Earth.
/// </summary>
internal static class NaturalEarthPositions
{
    // From here on the rest (Alaska, French Guiana) only drags the middle away from where the country is.
    private const double MainlandShare = 0.8;

    /// <summary>
    /// Moves every country whose outline the 50m file has to the centroid of its mainland, or, where no polygon is
    /// nearly all of it, to the area-weighted centroid of its polygons.
    /// </summary>
    public static void LocateCountries(string file, GeoNamesSource places)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            var code = properties.GetProperty("ISO_A2").GetString() ?? "";
            if (!places.Countries.ContainsKey(code))
                code =
                    places.Countries.FirstOrDefault(pair =>
                    pair.Value.Name == properties.GetProperty("NAME").GetString()).Key ?? "";
            if (places.Countries.TryGetValue(code, out var country))
                (country.Latitude, country.Longitude) = Centroid(feature.GetProperty("geometry"));
        }
    }

    /// <summary>
    /// Moves regions that are not one with a city to the centroid of the outline that bears their name, where the 50m
    /// file has their country's regions, else to the mean of the label points of their largest parts.
    /// </summary>
    public static void LocateRegions(string outlinesFile, string pointsFile, GeoNamesSource places)
    {
        using var outlines = JsonDocument.Parse(File.ReadAllBytes(outlinesFile));
        using var points = JsonDocument.Parse(File.ReadAllBytes(pointsFile));
        var (byOutline, byPoint) = (ByName(outlines), ByName(points));
        foreach (var (code, country) in places.Countries)
        {
            var regions = places.Places.Where(place => place.Parent == country && place.Kind == PlaceKind.Region
                && (place.Flags & GazetteerFormat.CityRegionFlag) == 0);
            foreach (var region in regions)
            {
                var key = (code, DisplayName.Folded(region.Name));
                if (byOutline[key].FirstOrDefault() is { ValueKind: JsonValueKind.Object } outline)
                    (region.Latitude, region.Longitude) = Centroid(outline.GetProperty("geometry"));
                else if (byPoint.Contains(key))
                    (region.Latitude, region.Longitude) = Mean(byPoint[key]);
            }
        }
    }

    private static ILookup<(string?, string), JsonElement> ByName(JsonDocument json) =>
        json.RootElement.GetProperty("features").EnumerateArray()
            .Where(feature => feature.GetProperty("properties").GetProperty("name").ValueKind == JsonValueKind.String)
            .ToLookup(feature => (feature.GetProperty("properties").GetProperty("iso_a2").GetString(),
                DisplayName.Folded(feature.GetProperty("properties").GetProperty("name").GetString()!)));

    /// <summary>The mean of the points of the most important rank: every islet has a label point too.</summary>
    private static (float Latitude, float Longitude) Mean(IEnumerable<JsonElement> features)
    {
        var largest = features.GroupBy(feature => feature.GetProperty("properties").GetProperty("adm0_sr").GetInt32())
            .MinBy(rank => rank.Key)!.Select(feature => feature.GetProperty("geometry").GetProperty("coordinates"))
            .ToList();
        return ((float)largest.Average(p => p[1].GetDouble()), (float)largest.Average(p => p[0].GetDouble()));
    }

    private static (float Latitude, float Longitude) Centroid(JsonElement geometry)
    {
        var polygons = geometry.GetProperty("type").GetString() == "Polygon"
            ? [geometry.GetProperty("coordinates")] : geometry.GetProperty("coordinates").EnumerateArray().ToArray();
        var parts = polygons.Select(polygon => Ring(polygon[0]))
            .Select(part => (part.X, part.Y, Area: part.Area * Math.Cos(double.DegreesToRadians(part.Y)))).ToList();
        var area = parts.Sum(part => part.Area);
        var mainland = parts.MaxBy(part => part.Area);
        return mainland.Area >= MainlandShare * area
            ? ((float)mainland.Y, (float)mainland.X)
            : ((float)(parts.Sum(part => part.Y * part.Area) / area),
                (float)(parts.Sum(part => part.X * part.Area) / area));
    }

    /// <summary>Centroid and area of one ring by the shoelace formula, on the plane of degrees.</summary>
    private static (double X, double Y, double Area) Ring(JsonElement ring)
    {
        double x = 0, y = 0, twice = 0;
        var points = ring.EnumerateArray().Select(point => (X: point[0].GetDouble(), Y: point[1].GetDouble()))
            .ToArray();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var cross = (points[i].X * points[i + 1].Y) - (points[i + 1].X * points[i].Y);
            twice += cross;
            x += (points[i].X + points[i + 1].X) * cross;
            y += (points[i].Y + points[i + 1].Y) * cross;
        }
        return twice == 0 ? (points[0].X, points[0].Y, 0) : (x / (3 * twice), y / (3 * twice), Math.Abs(twice / 2));
    }
}
