namespace Dateline.Search.Places.Resolving;

/// <summary>
/// How well a candidate fits candidates of the other names nearby: names that may all mean places of one neighbourhood
/// do (Leidner's spatial minimality). A name with many candidates tells little, for one of them is always near.
/// </summary>
internal sealed class NeighbourEvidence(Gazetteer gazetteer)
{
    private const double NearKilometres = 80;
    private const double MaxSupport = 3;
    private const int MaxCandidates = 64;

    private readonly Dictionary<int, List<Entry>> _cells = [];
    private double[] _best = [];

    /// <summary>Enters the candidates of a name.</summary>
    public void Add(int group, ReadOnlySpan<GazetteerMatch> candidates)
    {
        if (candidates.Length > MaxCandidates)
            return;
        var weight = (float)(1 / Math.Sqrt(candidates.Length));
        foreach (var candidate in candidates)
        {
            if (!IsLocal(candidate.Id))
                continue;
            var (latitude, longitude) = (gazetteer.LatitudeOf(candidate.Id), gazetteer.LongitudeOf(candidate.Id));
            if (float.IsNaN(latitude))
                continue;
            var cell = CellOf(latitude, longitude);
            if (!_cells.TryGetValue(cell, out var entries))
                _cells.Add(cell, entries = []);
            entries.Add(new(group, latitude, longitude, weight));
        }
        if (_best.Length <= group)
            Array.Resize(ref _best, Math.Max(16, 2 * (group + 1)));
    }

    /// <summary>
    /// Weight of the other names that have a candidate near this one; one name alone gives at most 1.
    /// </summary>
    public double Support(int id, int group)
    {
        var (latitude, longitude) = (gazetteer.LatitudeOf(id), gazetteer.LongitudeOf(id));
        if (!IsLocal(id) || float.IsNaN(latitude))
            return 0;
        Array.Clear(_best);
        for (var row = -1; row <= 1; row++)
        {
            for (var column = -2; column <= 2; column++)
            {
                if (_cells.TryGetValue(CellOf(latitude + row, longitude + column), out var entries))
                    Take(entries, latitude, longitude, group);
            }
        }
        var sum = 0.0;
        foreach (var weight in _best)
            sum += weight;
        return Math.Min(MaxSupport, sum);
    }

    private void Take(List<Entry> entries, float latitude, float longitude, int group)
    {
        foreach (var entry in entries)
        {
            if (entry.Group != group && entry.Weight > _best[entry.Group]
                && GeoDistance.Kilometres(latitude, longitude, entry.Latitude, entry.Longitude) <= NearKilometres)
                _best[entry.Group] = entry.Weight;
        }
    }

    private bool IsLocal(int id) => gazetteer.KindOf(id) >= Articles.PlaceKind.City
        || gazetteer.HasFlag(id, GazetteerFormat.CountyFlag | GazetteerFormat.CityRegionFlag);

    private static int CellOf(float latitude, float longitude) =>
        ((int)MathF.Floor(latitude) * 1024) + (int)MathF.Floor(longitude);

    private readonly record struct Entry(int Group, float Latitude, float Longitude, float Weight);
}
