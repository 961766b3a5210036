using Dateline.Search.Articles;

namespace Dateline.Search.Places.Own;

/// <summary>A place as a file states it.</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Name">Display name.</param>
/// <param name="Kind">Level.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Population">Inhabitants; 0 when unknown.</param>
/// <param name="GeoNamesId">GeoNames id; 0 for none.</param>
/// <param name="Container">Number of what it lies in, in the gazetteer known before.</param>
/// <param name="IsCounty">True for second-order divisions.</param>
/// <param name="Names">Other names.</param>
internal sealed record PlaceRow(
    int Line, string Name, PlaceKind Kind, float Latitude, float Longitude, int Population, int GeoNamesId,
    int Container, bool IsCounty, IReadOnlyList<string> Names);

/// <summary>Reads coordinates as text.</summary>
internal static class Coordinates
{
    /// <summary>Reads a position; false when it is none on this planet.</summary>
    public static bool TryRead(string latitude, string longitude, out float north, out float east)
    {
        east = 0;
        return float.TryParse(latitude, System.Globalization.CultureInfo.InvariantCulture, out north)
            && float.TryParse(longitude, System.Globalization.CultureInfo.InvariantCulture, out east)
            && Math.Abs(north) <= 90 && Math.Abs(east) <= 180;
    }
}
