using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Reads GeoNames' tab-separated dumps (countryInfo, admin1, admin2, cities) into the tree, and merges a region with
/// the seat it is named after.
/// </summary>
internal sealed class GeoNamesSource
{
    private static readonly string[] LooseLanguages = ["ar", "fa", "ps", "ku", "he", "ckb"];

    private readonly Dictionary<string, PlaceEntry> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceEntry> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceEntry> _counties = new(StringComparer.Ordinal);
    private readonly Dictionary<PlaceEntry, (double Latitude, double Longitude, int Count)> _sums = [];
    private readonly List<PlaceEntry> _sections = [];

    /// <summary>Every place read so far.</summary>
    public List<PlaceEntry> Places { get; } = [];

    /// <summary>Countries by ISO 3166 two-letter code.</summary>
    public IReadOnlyDictionary<string, PlaceEntry> Countries => _countries;

    /// <summary>Cities by country code.</summary>
    public Dictionary<string, List<PlaceEntry>> Cities { get; } = new(StringComparer.Ordinal);

    /// <summary>Places by GeoNames id.</summary>
    public Dictionary<int, PlaceEntry> ById { get; } = [];

    /// <summary>Reads all files of a folder.</summary>
    public void Read(string folder)
    {
        foreach (var line in Lines(folder, "countryInfo.txt"))
            AddCountry(line);
        foreach (var line in Lines(folder, "admin1CodesASCII.txt"))
            AddRegion(line);
        foreach (var line in Lines(folder, "admin2Codes.txt"))
            AddCounty(line);
        foreach (var line in Lines(folder, "cities15000.txt"))
            AddCity(line);
        PlaceSections();
        LocateByCities();
        Places.AddRange(_countries.Values);
        Places.AddRange(_regions.Values);
        Places.AddRange(_counties.Values.Where(county => !float.IsNaN(county.Latitude)
            && DisplayName.Folded(county.Name) != DisplayName.Folded(county.Parent!.Name)));
        Places.AddRange(Cities.Values.SelectMany(list => list).Where(city => city.Kind == PlaceKind.City));
        Places.AddRange(_sections);
    }

    /// <summary>The region a place of that country belongs to: that of the nearest city.</summary>
    public PlaceEntry? NearestCity(string country, float latitude, float longitude) =>
        Cities.TryGetValue(country, out var list)
            ? list.MinBy(city => GeoDistance.Kilometres(latitude, longitude, city.Latitude, city.Longitude)) : null;

    private void AddCountry(string[] line)
    {
        if (line[0] is "CS" or "AN")
            return;
        var name = line[4].Trim().StartsWith("The ", StringComparison.Ordinal) ? line[4].Trim()[4..] : line[4].Trim();
        var loose = line[15].Split(',').Any(language => LooseLanguages.Contains(language.Split('-')[0]));
        _countries[line[0]] = new PlaceEntry
        {
            Name = name,
            Kind = PlaceKind.Country,
            GeoNamesId = Int(line[16]),
            Population = Int(line[7]),
            Flags = loose ? GazetteerFormat.LooseFlag : 0,
        };
    }

    private void AddRegion(string[] line)
    {
        if (!_countries.TryGetValue(line[0].Split('.')[0], out var country))
            return;
        var region = new PlaceEntry
        {
            Name = DisplayName.Choose(line[1], line[2], country),
            Kind = PlaceKind.Region,
            Parent = country,
            GeoNamesId = Int(line[3]),
            Flags = country.Flags & GazetteerFormat.LooseFlag,
        };
        DisplayName.AddOtherSpellings(region, [line[1], line[2]]);
        RegionNaming.AddWithoutLevelWord(region);
        _regions[line[0]] = region;
    }

    private void AddCounty(string[] line)
    {
        var code = line[0].Split('.');
        if (!_regions.TryGetValue($"{code[0]}.{code[1]}", out var region))
            return;
        var county = new PlaceEntry
        {
            Name = DisplayName.Choose(line[1], line[2], _countries[code[0]]),
            Kind = PlaceKind.Region,
            Parent = region,
            GeoNamesId = Int(line[3]),
            Flags = GazetteerFormat.CountyFlag | (region.Flags & GazetteerFormat.LooseFlag),
        };
        DisplayName.AddOtherSpellings(county, [line[1], line[2]]);
        _counties[line[0]] = county;
    }

    private void AddCity(string[] line)
    {
        if (!_countries.TryGetValue(line[8], out var country))
            return;
        var region = _regions.GetValueOrDefault($"{line[8]}.{line[10]}");
        var seat = line[7] is "PPLC" or "PPLA" or "PPLG";
        var city = new PlaceEntry
        {
            Name = DisplayName.Choose(line[1], line[2], country),
            Parent = region ?? country,
            Kind = line[7] == "PPLX" ? PlaceKind.District : PlaceKind.City,
            GeoNamesId = Int(line[0]),
            Latitude = Float(line[4]),
            Longitude = Float(line[5]),
            Population = Int(line[14]),
            Flags = (line[7] == "PPLC" ? GazetteerFormat.CapitalFlag : 0) | (seat ? GazetteerFormat.SeatFlag : 0)
                | (country.Flags & GazetteerFormat.LooseFlag),
        };
        DisplayName.AddOtherSpellings(city, [line[1], line[2], .. line[3].Split(',')]);
        Sum(country, city);
        if (region is not null)
            Sum(region, city);
        if (_counties.TryGetValue($"{line[8]}.{line[10]}.{line[11]}", out var county))
            Sum(county, city);
        var place = city;
        if (region is not null && seat && RegionNaming.IsNamedAfter(region, city))
        {
            RegionNaming.Merge(region, city);
            place = region;
        }
        (city.Kind == PlaceKind.District ? _sections : ListOf(line[8])).Add(place);
        ById[city.GeoNamesId] = place;
    }

    private List<PlaceEntry> ListOf(string country)
    {
        if (!Cities.TryGetValue(country, out var list))
            Cities.Add(country, list = []);
        return list;
    }

    /// <summary>A section of a populated place hangs below the largest city within reach in its region.</summary>
    private void PlaceSections()
    {
        foreach (var section in _sections)
        {
            var country = section.Parent!.Kind == PlaceKind.Country ? section.Parent : section.Parent.Parent!;
            var code = _countries.First(pair => ReferenceEquals(pair.Value, country)).Key;
            var city = ListOf(code).Where(city => city.Population > section.Population
                    && GeoDistance.Kilometres(city.Latitude, city.Longitude, section.Latitude, section.Longitude) < 25)
                .MaxBy(city => city.Population);
            if (city is not null)
                section.Parent = city;
        }
    }

    private void LocateByCities()
    {
        foreach (var (place, (latitude, longitude, count)) in _sums)
        {
            if (!float.IsNaN(place.Latitude))
                continue;
            (place.Latitude, place.Longitude) = ((float)(latitude / count), (float)(longitude / count));
        }
        foreach (var city in Cities.Values.SelectMany(list => list))
        {
            if (city.Parent is { Kind: PlaceKind.Region } region
                && (region.Flags & GazetteerFormat.CityRegionFlag) == 0)
                region.Population += city.Population;
        }
    }

    private void Sum(PlaceEntry container, PlaceEntry city)
    {
        var sum = _sums.GetValueOrDefault(container);
        _sums[container] = (sum.Latitude + city.Latitude, sum.Longitude + city.Longitude, sum.Count + 1);
    }

    private static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'));

    private static int Int(string text) =>
        (int)Math.Min(int.MaxValue, long.TryParse(text, CultureInfo.InvariantCulture, out var v) ? v : 0);

    private static float Float(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
