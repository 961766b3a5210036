using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Own;

/// <summary>
/// Reads a list of a user's own: name, latitude, longitude, container, then where wanted kind (city, district, region),
/// inhabitants, and other names separated by semicolons. Columns are separated by tabs, or by commas where a line has
/// no tab. Lines that begin with # are comments; a first line that begins with "name" is the heading.
/// </summary>
internal sealed class PlaceList(Gazetteer gazetteer, KnownPlaces known)
{
    private const int FewestColumns = 3;
    private const double FarthestContainerKilometres = 1000;

    /// <summary>Splits a line.</summary>
    public static string[] Split(string line) =>
        line.Split(line.Contains('\t') ? '\t' : ',', StringSplitOptions.TrimEntries);

    /// <summary>The place of a line, or null with the problem.</summary>
    public PlaceRow? Read(string[] columns, int line, out string? problem)
    {
        problem = null;
        if (columns.Length < FewestColumns || columns[0].Length == 0)
            problem = $"expected name, latitude, longitude and container, found {columns.Length} columns";
        else if (columns[0].Length > NameFolding.MaxNameLength)
            problem = $"the name is longer than {NameFolding.MaxNameLength} characters";
        else if (!Coordinates.TryRead(columns[1], columns[2], out var north, out var east))
            problem = $"'{columns[1]}' and '{columns[2]}' are no latitude and longitude in degrees";
        else if (ContainerOf(Column(columns, 3), north, east) is var container && container < 0)
            problem = Column(columns, 3).Length == 0
                ? "nothing known lies near it; name the country or region it is in"
                : $"the container '{Column(columns, 3)}' is not known there; try its path, as in syria/homs";
        else if (KindOf(Column(columns, 4)) is not { } kind)
            problem = $"'{columns[4]}' is no kind of place; city, district and region are";
        else
            return new PlaceRow(line, columns[0], kind, north, east,
                int.TryParse(Column(columns, 5), CultureInfo.InvariantCulture, out var people) && people > 0
                    ? people : 0,
                0, container, false, Column(columns, 6).Split(
                    ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return null;
    }

    private static string Column(string[] columns, int index) => index < columns.Length ? columns[index] : "";

    private int ContainerOf(string text, float north, float east) => text.Length == 0
        ? known.RegionAt(north, east)
        : gazetteer.Suggest(text).Where(place => Contains(place, north, east)).Select(place => place.Id)
            .FirstOrDefault(-1);

    /// <summary>True of countries, and of what is not too far off to be a namesake of the one meant.</summary>
    private static bool Contains(GazetteerNode place, float north, float east) => place.Kind <= PlaceKind.Country
        || place is not { Latitude: { } latitude, Longitude: { } longitude }
        || GeoDistance.Kilometres(latitude, longitude, north, east) <= FarthestContainerKilometres;

    private static PlaceKind? KindOf(string text) => text.ToLowerInvariant() switch
    {
        "" or "city" or "town" or "village" => PlaceKind.City,
        "district" or "site" or "camp" => PlaceKind.District,
        "region" or "province" => PlaceKind.Region,
        _ => null,
    };
}
