using System.Text.Json;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Puts countries and regions at the middle of their land: polygon centroids and label points of Natural Earth.
/// </summary>
internal static class NaturalEarthPositions
{
    /// <summary>
    /// Moves every country whose outline the 50m file has to the area-weighted centroid of its polygons.
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
    /// Moves regions that are not one with a city to the mean of the label points that bear their name.
    /// </summary>
    public static void LocateRegions(string file, GeoNamesSource places)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var points = json.RootElement.GetProperty("features").EnumerateArray()
            .Where(feature => feature.GetProperty("properties").GetProperty("name").ValueKind == JsonValueKind.String)
            .ToLookup(feature => (feature.GetProperty("properties").GetProperty("iso_a2").GetString(),
                DisplayName.Folded(feature.GetProperty("properties").GetProperty("name").GetString()!)));
        foreach (var (code, country) in places.Countries)
        {
            foreach (
                var region in places.Places.Where(place => place.Parent == country && place.Kind == PlaceKind.Region
                && (place.Flags & GazetteerFormat.CityRegionFlag) == 0))
            {
                var found =
                    points[(code, DisplayName.Folded(region.Name))].Select(feature => feature.GetProperty("geometry")
                    .GetProperty("coordinates")).ToList();
                if (found.Count > 0)
                    (region.Latitude, region.Longitude) =
                        ((float)found.Average(p => p[1].GetDouble()), (float)found.Average(p => p[0].GetDouble()));
            }
        }
    }

    private static (float Latitude, float Longitude) Centroid(JsonElement geometry)
    {
        var polygons = geometry.GetProperty("type").GetString() == "Polygon"
            ? [geometry.GetProperty("coordinates")] : geometry.GetProperty("coordinates").EnumerateArray().ToArray();
        double sumX = 0, sumY = 0, sumArea = 0;
        foreach (var polygon in polygons)
        {
            var (x, y, area) = Ring(polygon[0]);
            var weight = area * Math.Cos(double.DegreesToRadians(y));
            (sumX, sumY, sumArea) = (sumX + (x * weight), sumY + (y * weight), sumArea + weight);
        }
        return ((float)(sumY / sumArea), (float)(sumX / sumArea));
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
