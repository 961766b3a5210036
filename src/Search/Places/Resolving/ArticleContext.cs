namespace Dateline.Search.Places.Resolving;

/// <summary>
/// What a whole article says about where it plays: votes for countries and regions, and places already sure. A group of
/// mentions never supports itself.
/// </summary>
internal sealed class ArticleContext(Gazetteer gazetteer)
{
    /// <summary>The group of what is no mention of a place: demonyms, and what is known beforehand.</summary>
    public const int NoGroup = -1;

    private const double Damping = 1.0;
    private const int MaxAnchors = 64;

    private readonly Dictionary<int, double> _votes = [];
    private readonly Dictionary<(int Group, int Place), double> _own = [];
    private readonly List<(int Group, float Latitude, float Longitude)> _anchors = [];
    private readonly Dictionary<int, double> _ownTotal = [];
    private double _countryTotal;

    /// <summary>Forgets everything, for the next pass.</summary>
    public void Clear()
    {
        _votes.Clear();
        _own.Clear();
        _ownTotal.Clear();
        _anchors.Clear();
        _countryTotal = 0;
    }

    /// <summary>Votes for the country and the region of a place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="weight">How much the mentions are worth together.</param>
    /// <param name="group">Group of the mentions, or <see cref="NoGroup"/>.</param>
    public void Vote(int id, double weight, int group)
    {
        var country = gazetteer.TopOf(id);
        Add(country, weight, group);
        _countryTotal += weight;
        _ownTotal[group] = _ownTotal.GetValueOrDefault(group) + weight;
        if (gazetteer.RegionOf(id) is var region and >= 0)
            Add(region, weight, group);
    }

    /// <summary>Marks a place as sure.</summary>
    public void Anchor(int id, int group)
    {
        var latitude = gazetteer.LatitudeOf(id);
        if (_anchors.Count < MaxAnchors && !float.IsNaN(latitude))
            _anchors.Add((group, latitude, gazetteer.LongitudeOf(id)));
    }

    /// <summary>True when the article says enough about countries for the absence of one to mean something.</summary>
    public bool HasCountries => _countryTotal >= 2;

    /// <summary>Share of the votes of other groups that a country has, 0 to 1.</summary>
    public double CountryShare(int country, int group) => Share(country, group);

    /// <summary>The same for a region.</summary>
    public double RegionShare(int region, int group) => Share(region, group);

    /// <summary>The countries with votes, most first.</summary>
    public IReadOnlyList<int> Countries() =>
    [
        .. _votes.Where(vote => gazetteer.KindOf(vote.Key) == Articles.PlaceKind.Country)
            .OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key)
            .Select(vote => vote.Key),
    ];

    /// <summary>True when another group's sure place lies within this distance.</summary>
    public bool IsNearAnchor(int id, int group, double kilometres)
    {
        var (latitude, longitude) = (gazetteer.LatitudeOf(id), gazetteer.LongitudeOf(id));
        foreach (var anchor in _anchors)
        {
            if (anchor.Group != group && Math.Abs(anchor.Latitude - latitude) * 111 <= kilometres
                && GeoDistance.Kilometres(latitude, longitude, anchor.Latitude, anchor.Longitude) <= kilometres)
                return true;
        }
        return false;
    }

    private double Share(int place, int group)
    {
        var total = _countryTotal - _ownTotal.GetValueOrDefault(group);
        var weight = _votes.GetValueOrDefault(place) - _own.GetValueOrDefault((group, place));
        return total <= 0 ? 0 : Math.Max(0, weight) / (total + Damping);
    }

    private void Add(int place, double weight, int group)
    {
        _votes[place] = _votes.GetValueOrDefault(place) + weight;
        _own[(group, place)] = _own.GetValueOrDefault((group, place)) + weight;
    }
}
