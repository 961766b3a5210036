using System.Globalization;
using System.Text.Json;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Reads the sources under the Open Database License into a file of their own: smaller places (country, state, city
/// lists) and the demonyms of countries. What the base file has already is left out.
/// </summary>
internal sealed class OdblSource(GeoNamesSource known)
{
    private const double SamePlaceKilometres = 25;

    private readonly Dictionary<(string Country, string State), Dictionary<PlaceEntry, int>> _votes = [];

    /// <summary>Places of the tab-separated list that the base does not have, hung below the base's regions.</summary>
    public List<PlaceEntry> ReadCities(string file)
    {
        var lines = File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Where(line => line.Length == 8)
            .Select(line => (Line: line, Latitude: Float(line[6]), Longitude: Float(line[7])))
            .Where(row => known.Countries.ContainsKey(row.Line[0]) && !float.IsNaN(row.Latitude)).ToList();
        var nearest = lines.ConvertAll(row => known.NearestCity(row.Line[0], row.Latitude, row.Longitude));
        for (var i = 0; i < lines.Count; i++)
            Vote(lines[i].Line, nearest[i]);
        var places = new List<PlaceEntry>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, latitude, longitude) = lines[i];
            var container = ContainerOf(line, nearest[i]);
            if (!IsKnown(line[0], line[5], latitude, longitude, container))
                places.Add(Entry(line[5], latitude, longitude, container));
        }
        return Distinct(places);
    }

    /// <summary>English demonyms of countries, by path.</summary>
    public IEnumerable<(string Demonym, string Path)> ReadDemonyms(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var country in json.RootElement.EnumerateArray())
        {
            if (!known.Countries.TryGetValue(country.GetProperty("cca2").GetString()!, out var place)
                || !country.TryGetProperty("demonyms", out var demonyms)
                || !demonyms.TryGetProperty("eng", out var english))
                continue;
            foreach (var form in english.EnumerateObject())
            {
                var forms = form.Value.GetString()!.Split(
                    ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                foreach (var demonym in forms)
                {
                    yield return (demonym, place.Path);
                    yield return (demonym + "s", place.Path);
                }
            }
        }
    }

    private static PlaceEntry Entry(string name, float latitude, float longitude, PlaceEntry container) => new()
    {
        Name = DisplayName.Choose(name, DisplayAscii(name), container),
        Kind = PlaceKind.City,
        ExternalParent = container.Path,
        Latitude = latitude,
        Longitude = longitude,
        Flags = container.Flags & GazetteerFormat.LooseFlag,
    };

    private static string DisplayAscii(string name) =>
        new([.. name.Where(c => !NameFolding.IsSilent(c) || c is '\'' or '.')
        .Select(c => c < 0x80 ? c : Cased(c))]);

    private static char Cased(char c) =>
        char.IsUpper(c) ? char.ToUpperInvariant(NameFolding.FoldLetter(c)) : NameFolding.FoldLetter(c);

    private void Vote(string[] line, PlaceEntry? nearest)
    {
        if (RegionOf(nearest) is not { } region)
            return;
        if (!_votes.TryGetValue((line[0], line[2]), out var counts))
            _votes.Add((line[0], line[2]), counts = []);
        var weight = DisplayName.Folded(region.Name) == DisplayName.Folded(line[3]) ? 1000 : 1;
        counts[region] = counts.GetValueOrDefault(region) + weight;
    }

    private PlaceEntry ContainerOf(string[] line, PlaceEntry? nearest)
    {
        var country = known.Countries[line[0]];
        if (!_votes.TryGetValue((line[0], line[2]), out var counts))
            return country;
        var (region, votesFor) = counts.MaxBy(pair => pair.Value);
        return 2 * votesFor > counts.Values.Sum() ? region : RegionOf(nearest) ?? country;
    }

    private bool IsKnown(string country, string name, float latitude, float longitude, PlaceEntry container)
    {
        var folded = DisplayName.Folded(name);
        if (DisplayName.Folded(container.Name) == folded || folded.Length < 2 || !folded.Any(char.IsAsciiLetter))
            return true;
        return known.Cities.TryGetValue(country, out var cities) && cities.Exists(city =>
            Math.Abs(city.Latitude - latitude) < 0.3
            && GeoDistance.Kilometres(latitude, longitude, city.Latitude, city.Longitude) < SamePlaceKilometres
            && (DisplayName.Folded(city.Name) == folded
            || city.Names.Exists(other => DisplayName.Folded(other.Name) == folded)));
    }

    private static PlaceEntry? RegionOf(PlaceEntry? city) => city?.Kind == PlaceKind.Region ? city : city?.Parent;

    private static List<PlaceEntry> Distinct(List<PlaceEntry> places) =>
        [.. places.DistinctBy(place => (place.ExternalParent, DisplayName.Folded(place.Name)))];

    private static float Float(string text) =>
        float.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : float.NaN;
}
