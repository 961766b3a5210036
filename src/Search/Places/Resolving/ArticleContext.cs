namespace Dateline.Search.Places.Resolving;

/// <summary>
/// What a whole article says about where it plays: votes for countries and regions, and places already sure. A group of
/// mentions never supports itself.
/// </summary>
internal sealed class ArticleContext(Gazetteer gazetteer)
{
    private const double Damping = 1.0;
    private const int MaxAnchors = 64;

    private readonly Dictionary<int, double> votes = [];
    private readonly Dictionary<(int Group, int Place), double> own = [];
    private readonly List<(int Group, float Latitude, float Longitude)> anchors = [];
    private readonly Dictionary<int, double> ownTotal = [];
    private double countryTotal;

    /// <summary>Forgets everything, for the next pass.</summary>
    public void Clear()
    {
        votes.Clear();
        own.Clear();
        ownTotal.Clear();
        anchors.Clear();
        countryTotal = 0;
    }

    /// <summary>Votes for the country and the region of a place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="weight">How much the mentions are worth together.</param>
    /// <param name="group">Group of the mentions; -1 for demonyms.</param>
    public void Vote(int id, double weight, int group)
    {
        var country = gazetteer.TopOf(id);
        Add(country, weight, group);
        countryTotal += weight;
        ownTotal[group] = ownTotal.GetValueOrDefault(group) + weight;
        if (gazetteer.RegionOf(id) is var region and >= 0)
            Add(region, weight, group);
    }

    /// <summary>Marks a place as sure.</summary>
    public void Anchor(int id, int group)
    {
        var latitude = gazetteer.LatitudeOf(id);
        if (anchors.Count < MaxAnchors && !float.IsNaN(latitude))
            anchors.Add((group, latitude, gazetteer.LongitudeOf(id)));
    }

    /// <summary>True when the article says enough about countries for the absence of one to mean something.</summary>
    public bool HasCountries => countryTotal >= 2;

    /// <summary>Share of the votes of other groups that a country has, 0 to 1.</summary>
    public double CountryShare(int country, int group) => Share(country, group);

    /// <summary>The same for a region.</summary>
    public double RegionShare(int region, int group) => Share(region, group);

    /// <summary>The countries with votes, most first.</summary>
    public IReadOnlyList<int> Countries() =>
    [
        .. votes.Where(vote => gazetteer.KindOf(vote.Key) == Articles.PlaceKind.Country)
            .OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key)
            .Select(vote => vote.Key),
    ];

    /// <summary>True when another group's sure place lies within this distance.</summary>
    public bool IsNearAnchor(int id, int group, double kilometres)
    {
        var (latitude, longitude) = (gazetteer.LatitudeOf(id), gazetteer.LongitudeOf(id));
        foreach (var anchor in anchors)
        {
            if (anchor.Group != group && Math.Abs(anchor.Latitude - latitude) * 111 <= kilometres
                && GeoDistance.Kilometres(latitude, longitude, anchor.Latitude, anchor.Longitude) <= kilometres)
                return true;
        }
        return false;
    }

    private double Share(int place, int group)
    {
        var total = countryTotal - ownTotal.GetValueOrDefault(group);
        var weight = votes.GetValueOrDefault(place) - own.GetValueOrDefault((group, place));
        return total <= 0 ? 0 : Math.Max(0, weight) / (total + Damping);
    }

    private void Add(int place, double weight, int group)
    {
        votes[place] = votes.GetValueOrDefault(place) + weight;
        own[(group, place)] = own.GetValueOrDefault((group, place)) + weight;
    }
}
