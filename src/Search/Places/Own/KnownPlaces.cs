using Dateline.Search.Articles;

namespace Dateline.Search.Places.Own;

/// <summary>Finds places of a gazetteer by GeoNames id and by position, to hang new ones below.</summary>
internal sealed class KnownPlaces
{
    private const double SamePlaceKilometres = 10;

    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<int, int> _byGeoNamesId = [];
    private readonly Dictionary<int, List<int>> _cells = [];

    public KnownPlaces(Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        for (var id = 0; id < gazetteer.Count; id++)
        {
            if (gazetteer.GeoNamesIdOf(id) is var number and not 0)
                _byGeoNamesId.TryAdd(number, id);
            if (gazetteer.KindOf(id) < PlaceKind.Region || float.IsNaN(gazetteer.LatitudeOf(id)))
                continue;
            var cell = CellOf(gazetteer.LatitudeOf(id), gazetteer.LongitudeOf(id));
            if (!_cells.TryGetValue(cell, out var places))
                _cells.Add(cell, places = []);
            places.Add(id);
        }
    }

    /// <summary>The place with this GeoNames id, or -1.</summary>
    public int ById(int geoNamesId) => _byGeoNamesId.GetValueOrDefault(geoNamesId, -1);

    /// <summary>First-order region of the nearest place within a few degrees, or its country; -1 at sea.</summary>
    public int RegionAt(float latitude, float longitude)
    {
        var nearest = Near(latitude, longitude).MinBy(id => Distance(id, latitude, longitude));
        return nearest is not { } id ? -1
            : _gazetteer.RegionOf(id) is var region and >= 0 ? region : _gazetteer.TopOf(id);
    }

    /// <summary>The place that goes by this name right there already, or -1.</summary>
    public int Same(string name, float latitude, float longitude, Span<GazetteerMatch> buffer)
    {
        foreach (var (id, kind) in buffer[.._gazetteer.FindByName(name, buffer)])
        {
            if (kind <= NameKind.Alternate && _gazetteer.KindOf(id) > PlaceKind.Country
                && Distance(id, latitude, longitude) <= SamePlaceKilometres)
                return id;
        }

        return -1;
    }

    private IEnumerable<int?> Near(float latitude, float longitude)
    {
        for (var row = -1; row <= 1; row++)
        {
            for (var column = -1; column <= 1; column++)
            {
                foreach (var id in _cells.GetValueOrDefault(CellOf(latitude + row, longitude + column), []))
                    yield return id;
            }
        }
    }

    private double Distance(int? id, float latitude, float longitude) => id is not { } known ? double.MaxValue
        : GeoDistance.Kilometres(_gazetteer.LatitudeOf(known), _gazetteer.LongitudeOf(known), latitude, longitude);

    private static int CellOf(float latitude, float longitude) =>
        ((int)MathF.Floor(latitude) * 1024) + (int)MathF.Floor(longitude);
}
