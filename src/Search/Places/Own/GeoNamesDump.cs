using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Own;

/// <summary>
/// Reads a country dump of GeoNames (<c>SY.txt</c>): 19 columns separated by tabs, documented in the readme of
/// download.geonames.org. Populated places, divisions, camps, crossings, airports, islands, mountains, lakes and rivers
/// are taken; the other features are left out.
/// </summary>
internal sealed class GeoNamesDump(Gazetteer gazetteer, KnownPlaces known)
{
    /// <summary>Columns of a line.</summary>
    public const int Columns = 19;

    private const int MaxNames = 40;

    private static readonly HashSet<string> Sites = new(StringComparer.Ordinal)
    {
        "CMP", "CMPRF", "AIRP", "AIRB", "AIRF", "AIRQ", "MIL", "INSM", "RSV", "PRK", "RGN", "AREA", "BDRPT", "CSTM",
        "DAM", "BDG", "SQR", "ISL", "ISLS", "MT", "MTS", "PASS", "HLL", "PEN", "CAPE", "VAL", "DSRT", "PLAT", "PLN",
        "LK", "LKS", "RSVR", "STM", "BAY", "GULF", "STRT", "CNL", "WAD", "OAS", "PRT", "HBR",
    };

    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);

    /// <summary>Notes which codes stand for which region, so that a later pass can hang places below them.</summary>
    public void NoteDivision(string[] columns)
    {
        if (columns[7] is "ADM1" && known.ById(Number(columns[0])) is var region and >= 0)
            _regions.TryAdd($"{columns[8]}.{columns[10]}", region);
        else if (columns[6] is "A" && columns[7].StartsWith("PCL", StringComparison.Ordinal)
            && known.ById(Number(columns[0])) is var country and >= 0)
            _countries.TryAdd(columns[8], country);
    }

    /// <summary>The place of a line; null, with or without a problem, when it gives none.</summary>
    public PlaceRow? Read(string[] columns, int line, out string? problem)
    {
        problem = null;
        if (KindOf(columns[6], columns[7]) is not { } kind)
            return null;
        if (!Coordinates.TryRead(columns[4], columns[5], out var north, out var east))
        {
            problem = $"'{columns[4]}' and '{columns[5]}' are no latitude and longitude in degrees (columns 5 and 6)";
            return null;
        }

        if (columns[1].Length == 0)
        {
            problem = "the name is empty (column 2)";
            return null;
        }

        var container = ContainerOf(columns, north, east);
        if (container < 0)
        {
            problem = $"no country or region is known at {columns[4]}, {columns[5]} (country '{columns[8]}')";
            return null;
        }

        var names = columns[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Prepend(columns[2]).Where(name => name.Length is > 1 and < NameFolding.MaxNameLength).Take(MaxNames);
        return new PlaceRow(line, columns[1], kind, north, east, Number(columns[14]), Number(columns[0]), container,
            columns[6] is "A", [.. names]);
    }

    private static PlaceKind? KindOf(string featureClass, string code) => featureClass switch
    {
        "P" when code is "PPLX" => PlaceKind.District,
        "P" when code is not ("PPLH" or "PPLQ" or "PPLW" or "PPLCH") => PlaceKind.City,
        "A" when code is "ADM2" or "ADM3" => PlaceKind.Region,
        "S" or "L" or "T" or "H" when Sites.Contains(code) => PlaceKind.District,
        _ => null,
    };

    private int ContainerOf(string[] columns, float north, float east)
    {
        if (_regions.TryGetValue($"{columns[8]}.{columns[10]}", out var region))
            return region;
        var near = known.RegionAt(north, east);
        return _countries.TryGetValue(columns[8], out var country)
            && (near < 0 || !gazetteer.IsWithin(near, country)) ? country : near;
    }

    private static int Number(string text) =>
        (int)Math.Min(int.MaxValue, long.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0);
}
