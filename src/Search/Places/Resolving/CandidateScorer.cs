using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// How likely a name means a candidate: the prior of a large or high place plus what the article says of its country,
/// region and neighbourhood. Scores are in powers of ten of population.
/// </summary>
internal sealed class CandidateScorer(Gazetteer gazetteer, ArticleContext context)
{
    private const int AssumedTownPopulation = 2_000;
    private const double SitePrior = 7;
    private const double CountryShareWeight = 3.0;
    private const double CountryPresence = 0.5;
    private const double RegionShareWeight = 2.5;
    private const double RegionPresence = 0.7;
    private const double ContainmentBonus = 5.0;
    private const double NearKilometres = 150;
    private const double NearBonus = 1.0;
    private const double CapitalBonus = 1.7;
    private const double StrangerPenalty = 0.8;
    private const double SpeakerPenalty = 1.2;
    private const int WellKnownPopulation = 1_000_000;
    private const int ObscureShare = 8;
    private const double ObscurePenalty = 1.5;
    private const double MainShare = 0.5;
    private const double SpeakingCapitalBonus = 0.8;

    /// <summary>Score of one candidate.</summary>
    /// <param name="match">The candidate.</param>
    /// <param name="flags">What the neighbours of all mentions say together.</param>
    /// <param name="contained">True when the text itself says "name, container" of it.</param>
    /// <param name="group">The name's own group, whose votes do not count for itself.</param>
    /// <param name="rivalled">True when another place has this as its usual name.</param>
    public double Score(GazetteerMatch match, ToponymFlags flags, bool contained, int group, bool rivalled)
    {
        var id = match.Id;
        var kind = gazetteer.KindOf(id);
        var score = Prior(id, kind) + NameScore(match.Kind, id) - (rivalled && match.Kind == NameKind.Alternate ? 1 : 0)
            + LevelScore(id, kind, flags);
        var country = gazetteer.TopOf(id);
        if (country == id)
        {
            score -= kind == PlaceKind.Country && context.HasCountries && context.CountryShare(id, group) <= 0
                ? StrangerPenalty : 0;
        }
        else
        {
            var share = context.CountryShare(country, group);
            score += (CountryShareWeight * share) + (share > 0.05 ? CountryPresence : 0);
            var region = gazetteer.RegionOf(id);
            if (region >= 0)
            {
                var regionShare = context.RegionShare(region, group);
                score += (RegionShareWeight * regionShare) + (regionShare > 0.05 ? RegionPresence : 0);
            }
            if (share <= 0 && context.HasCountries && gazetteer.PopulationOf(id) < WellKnownPopulation)
                score -= StrangerPenalty;
            if ((flags & (ToponymFlags.Speaks | ToponymFlags.Supported)) == ToponymFlags.Speaks
                && !gazetteer.HasFlag(id, GazetteerFormat.CapitalFlag) && kind != PlaceKind.Region)
                score -= SpeakerPenalty;
            if ((flags & ToponymFlags.Speaks) != 0 && gazetteer.HasFlag(id, GazetteerFormat.CapitalFlag))
                score += SpeakingCapitalBonus;
            score += context.IsNearAnchor(id, group, NearKilometres) ? NearBonus : 0;
        }
        return score + (contained ? ContainmentBonus : 0);
    }

    /// <summary>
    /// What a village loses beside a namesake many times its size, unless its country is what the article is mostly
    /// about.
    /// </summary>
    /// <param name="id">The candidate.</param>
    /// <param name="famous">People of the largest place of that usual name.</param>
    /// <param name="group">The name's own group.</param>
    public double ObscurityPenalty(int id, int famous, int group) =>
        gazetteer.PopulationOf(id) < famous / ObscureShare
        && context.CountryShare(gazetteer.TopOf(id), group) < MainShare
            ? ObscurePenalty
            : 0;

    private double Prior(int id, PlaceKind kind)
    {
        var population = gazetteer.PopulationOf(id);
        var prior = Math.Log10(Math.Max(population, AssumedTownPopulation));
        return kind switch
        {
            PlaceKind.Area => Math.Max(prior, 6.0) + 1,
            PlaceKind.Country => prior + 3,
            PlaceKind.Region when gazetteer.HasFlag(id, GazetteerFormat.CountyFlag) => Math.Max(prior, 4.7),
            PlaceKind.Region when gazetteer.HasFlag(id, GazetteerFormat.CityRegionFlag) =>
                prior + (gazetteer.HasFlag(id, GazetteerFormat.CapitalFlag) ? CapitalBonus : 0.3),
            PlaceKind.Region => prior + 0.5,
            PlaceKind.District when gazetteer.HasFlag(id, GazetteerFormat.SiteFlag) => SitePrior,
            PlaceKind.District => prior - 0.5,
            _ =>
            prior
            + (gazetteer.HasFlag(id, GazetteerFormat.CapitalFlag)
            ? CapitalBonus : gazetteer.HasFlag(id, GazetteerFormat.SeatFlag) ? 0.3 : 0),
        };
    }

    private double NameScore(NameKind kind, int id) => kind switch
    {
        NameKind.Primary => 0,
        NameKind.English => -0.1,
        NameKind.Abbreviation or NameKind.AfterComma => 3,
        NameKind.Alternate => gazetteer.HasFlag(id, GazetteerFormat.LooseFlag) ? -0.8 : -1.5,
        NameKind.Loose => -1.5,
        NameKind.Demonym => -0.5,
        _ => throw new InvalidOperationException($"Unknown name kind {kind}."),
    };

    private double LevelScore(int id, PlaceKind kind, ToponymFlags flags)
    {
        var score = 0.0;
        if ((flags & ToponymFlags.AsCounty) != 0)
            return gazetteer.HasFlag(id, GazetteerFormat.CountyFlag) ? 2 : -1;
        if ((flags & ToponymFlags.AsRegion) != 0)
            score += kind == PlaceKind.Region ? 2 : kind == PlaceKind.Country ? -1 : -0.5;
        if ((flags & ToponymFlags.AsCity) != 0)
            score += kind == PlaceKind.City || gazetteer.HasFlag(id, GazetteerFormat.CityRegionFlag) ? 1 : -0.5;
        return score;
    }
}
