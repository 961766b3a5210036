using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// Gives each name of an article one place, by the context of the whole article; one sense for a name throughout.
/// Coarse rather than wrong: a name that stays ambiguous gets the region its candidates share, or nothing.
/// </summary>
internal sealed class ToponymResolver(Gazetteer gazetteer, ToponymFinder finder)
{
    private const double Threshold = 5.0;
    private const double SureMargin = 1.2;
    private const double AmbiguityMargin = 0.25;
    private const double SamePlaceKilometres = 40;
    private const double DemonymWeight = 0.7;
    private const double MaxGroupWeight = 4;
    private const double NeighbourWeight = 1.5;
    private const double MinSupport = 0.3;
    private const double MinShare = 0.05;
    private const int NoGroup = -1;
    private const double MainShare = 0.45;
    private const double StateNamesakePenalty = 3;
    private const double PersonPenalty = 3;
    private const double OrganisationPenalty = 1.2;
    private const double PlaceRelief = 1.5;

    private readonly ArticleContext _context = new(gazetteer);
    private readonly Namesakes _namesakes = new(gazetteer);
    private readonly Dictionary<ulong, int> _groupOf = [];
    private readonly List<NameGroup> _groups = [];
    private float[] _support = [];
    private CountryCue _cue = new(-1, 0);

    /// <summary>The article's main country, or -1; known after <see cref="Resolve"/>.</summary>
    public int MainCountry { get; private set; } = -1;

    /// <summary>Countries the article speaks of, most votes first; known after <see cref="Resolve"/>.</summary>
    public IReadOnlyList<int> Countries { get; private set; } = [];

    /// <summary>True when at least half of what the article says of countries is of the main one.</summary>
    public bool PlaysInMainCountry { get; private set; }

    /// <summary>Resolves every toponym that the gazetteer has candidates for.</summary>
    /// <param name="cue">What is known of the country beforehand.</param>
    /// <param name="force">Takes the best candidate however weak: for names known to be places.</param>
    public void Resolve(CountryCue cue, bool force = false)
    {
        _cue = cue;
        MakeGroups();
        MeasureSupport();
        var scorer = new CandidateScorer(gazetteer, _context);
        VoteFirst();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var group = 0; group < _groups.Count; group++)
                Choose(scorer, group, force);
            VoteAgain();
        }
        for (var group = 0; group < _groups.Count; group++)
            Choose(scorer, group, force);
        Countries = _context.Countries();
        MainCountry = Countries.Count > 0 ? Countries[0] : -1;
        PlaysInMainCountry = MainCountry >= 0 && _context.CountryShare(MainCountry, NoGroup) >= MainShare;
        Assign();
    }

    private void MakeGroups()
    {
        var toponyms = CollectionsMarshal.AsSpan(finder.Toponyms);
        for (var i = 0; i < toponyms.Length; i++)
        {
            ref readonly var toponym = ref toponyms[i];
            if (toponym.CandidateCount == 0)
                continue;
            var hash = finder.HashOf(toponym.FirstToken, toponym.LastToken);
            if (!_groupOf.TryGetValue(hash, out var group))
            {
                _groupOf.Add(hash, group = _groups.Count);
                _groups.Add(new NameGroup { First = i });
            }
            if (toponym.CandidateCount > toponyms[_groups[group].First].CandidateCount)
                _groups[group].First = i;
            _groups[group].Add(toponym.Flags);
            _groups[group].OnlyCaps &= toponym.Is(ToponymFlags.CapsContext);
            if (toponym.Is(ToponymFlags.FollowsToponym) && i > 0)
                NoteContainment(ref toponyms[i - 1], ref toponyms[i], group);
        }
    }

    /// <summary>
    /// "Aleppo, Syria": candidates of the first that lie in a candidate of the second are what the text means.
    /// </summary>
    private void NoteContainment(ref Toponym inner, ref Toponym outer, int outerGroup)
    {
        if (inner.CandidateCount == 0)
            return;
        var innerGroup = _groups[_groupOf[finder.HashOf(inner.FirstToken, inner.LastToken)]];
        foreach (var candidate in CandidatesOf(inner))
        {
            foreach (var container in CandidatesOf(outer))
            {
                if (candidate.Id == container.Id || !gazetteer.IsWithin(candidate.Id, container.Id))
                    continue;
                inner.Flags |= ToponymFlags.Contained;
                outer.Flags |= ToponymFlags.Contained;
                innerGroup.Contained.Add(candidate.Id);
                _groups[outerGroup].Contained.Add(container.Id);
            }
        }
    }

    /// <summary>
    /// Measures, for names that may mean several places, which of those lie near what else may be meant.
    /// </summary>
    private void MeasureSupport()
    {
        _support = new float[finder.Candidates.Count];
        var evidence = new NeighbourEvidence(gazetteer);
        for (var group = 0; group < _groups.Count; group++)
            evidence.Add(group, CandidatesOf(finder.Toponyms[_groups[group].First]));
        for (var group = 0; group < _groups.Count; group++)
        {
            var toponym = finder.Toponyms[_groups[group].First];
            for (var i = 0; i < toponym.CandidateCount && toponym.CandidateCount > 1; i++)
            {
                var at = toponym.CandidateStart + i;
                _support[at] = (float)evidence.Support(finder.Candidates[at].Id, group);
            }
        }
    }

    private void VoteFirst()
    {
        VoteOutside();
        for (var group = 0; group < _groups.Count; group++)
        {
            var candidates = CandidatesOf(finder.Toponyms[_groups[group].First]);
            foreach (var candidate in candidates)
            {
                if (_groups[group].Contained.Contains(candidate.Id))
                    _context.Vote(candidate.Id, 1, group);
            }
            if (IsPlainCountry(candidates, out var country))
                _context.Vote(country, Weight(_groups[group]), group);
        }
    }

    /// <summary>What tells of countries beside the names of places.</summary>
    private void VoteOutside()
    {
        foreach (var (id, _, _) in finder.Demonyms)
            _context.Vote(id, DemonymWeight, NoGroup);
        if (_cue.Country >= 0)
            _context.Vote(_cue.Country, _cue.Weight, NoGroup);
    }

    private bool IsPlainCountry(ReadOnlySpan<GazetteerMatch> candidates, out int country)
    {
        country = -1;
        foreach (var candidate in candidates)
        {
            var kind = gazetteer.KindOf(candidate.Id);
            if (kind == PlaceKind.Country)
                country = candidate.Id;
            else if (kind == PlaceKind.Region && !gazetteer.HasFlag(candidate.Id, GazetteerFormat.CountyFlag)
                && candidate.Kind <= NameKind.English)
                return false;
        }
        return country >= 0;
    }

    private void VoteAgain()
    {
        _context.Clear();
        VoteOutside();
        for (var index = 0; index < _groups.Count; index++)
        {
            var group = _groups[index];
            if (group.Node < 0)
                continue;
            _context.Vote(group.Node, Weight(group) * (group.Sure ? 1 : 0.4), index);
            if (group.Sure && gazetteer.KindOf(group.Node) >= PlaceKind.Region)
                _context.Anchor(group.Node, index);
        }
    }

    private static double Weight(NameGroup group) =>
        Math.Min(MaxGroupWeight, group.Count) + ((group.Flags & ToponymFlags.Dateline) != 0 ? 2 : 0);

    private void Choose(CandidateScorer scorer, int index, bool force)
    {
        var group = _groups[index];
        var candidates = CandidatesOf(finder.Toponyms[group.First]);
        var support = _support.AsSpan(finder.Toponyms[group.First].CandidateStart, candidates.Length);
        var (best, bestScore, second, secondScore) = (-1, double.MinValue, -1, double.MinValue);
        var rivalled = Namesakes.HasUsualName(candidates);
        var famous = _namesakes.MostPopulous(candidates);
        var state = (group.Flags & ToponymFlags.AsCity) == 0 ? _namesakes.StateAmong(candidates) : -1;
        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = candidates[i];
            var score = scorer.Score(candidate, group.Flags, group.Contained.Contains(candidate.Id), index, rivalled)
                + (NeighbourWeight * support[i]);
            if (!group.Contained.Contains(candidate.Id))
                score -= scorer.ObscurityPenalty(candidate.Id, famous, index)
                    + (state >= 0 && _namesakes.IsBelowState(candidate.Id, state) ? StateNamesakePenalty : 0);
            if (score > bestScore)
                (second, secondScore, best, bestScore) = (best, bestScore, candidate.Id, score);
            else if (score > secondScore)
                (second, secondScore) = (candidate.Id, score);
        }
        best = _namesakes.Shallowest(best, candidates, (group.Flags & ToponymFlags.AsCity) != 0);
        if ((group.Flags & ToponymFlags.Dateline) != 0)
            best = _namesakes.CityOf(best, candidates);
        var threshold = force ? double.MinValue : ThresholdOf(group);
        group.Sure = bestScore >= ThresholdOf(group) + SureMargin && bestScore - secondScore > AmbiguityMargin;
        group.Node = bestScore < threshold ? -1 : force ? best : Settle(best, second, bestScore - secondScore);
        if (group.Node >= 0)
            group.Confidence = ConfidenceOf(group, index, candidates, support);
    }

    private PlaceConfidence ConfidenceOf(
        NameGroup group, int index, ReadOnlySpan<GazetteerMatch> candidates, ReadOnlySpan<float> support)
    {
        if (group.Contained.Contains(group.Node))
            return PlaceConfidence.Contained;
        var (namesakes, near) = (0, 0f);
        for (var i = 0; i < candidates.Length; i++)
        {
            var id = candidates[i].Id;
            if (id == group.Node)
                near = support[i];
            else if (candidates[i].Kind <= NameKind.English && _namesakes.IsRival(id, group.Node)
                && !gazetteer.IsWithin(id, group.Node)
                && !gazetteer.IsWithin(group.Node, id))
                namesakes++;
        }
        var top = gazetteer.TopOf(group.Node);
        return namesakes == 0 ? PlaceConfidence.Unambiguous
            : near > MinSupport || _context.CountryShare(top, index) > MinShare
                ? PlaceConfidence.Context : PlaceConfidence.Population;
    }

    private static double ThresholdOf(NameGroup group)
    {
        var flags = group.Flags;
        var supported = (flags & ToponymFlags.Supported) != 0 || group.Contained.Count > 0;
        var threshold = Threshold - (supported ? 0.5 : 0);
        var tagged = 2 * group.TaggedPlaces >= group.Count;
        if ((flags & ToponymFlags.Doubtful) != 0)
            threshold += supported || tagged ? 0.3 : 2.5;
        if ((flags & ToponymFlags.NamePart) != 0)
            threshold += supported ? 1 : tagged ? 2 : 6;
        if (tagged)
            threshold -= PlaceRelief;
        else if (group.TaggedPersons > group.TaggedPlaces && group.Contained.Count == 0)
            threshold += PersonPenalty;
        else if (2 * group.TaggedOrganisations > group.Count && !supported)
            threshold += OrganisationPenalty;
        if ((flags & ToponymFlags.Dateline) != 0)
            threshold -= 1.5;
        return threshold + (group.OnlyCaps ? 0.7 : 0);
    }

    private int Settle(int best, int second, double margin)
    {
        if (second < 0 || margin > AmbiguityMargin || gazetteer.IsWithin(second, best)
            || gazetteer.IsWithin(best, second))
            return best;
        var apart = GeoDistance.Kilometres(gazetteer.LatitudeOf(best), gazetteer.LongitudeOf(best),
            gazetteer.LatitudeOf(second), gazetteer.LongitudeOf(second));
        if (apart < SamePlaceKilometres)
            return best;
        var region = gazetteer.RegionOf(best);
        return region >= 0 && region == gazetteer.RegionOf(second) ? region : -1;
    }

    private void Assign()
    {
        foreach (ref var toponym in CollectionsMarshal.AsSpan(finder.Toponyms))
        {
            if (toponym.CandidateCount == 0)
                continue;
            var group = _groups[_groupOf[finder.HashOf(toponym.FirstToken, toponym.LastToken)]];
            toponym.Node = IsPersonAmong(toponym, group) || IsBodyAtSite(toponym, group.Node) ? -1 : group.Node;
            toponym.Rule = RuleOf(toponym, group);
            toponym.Confidence = group.Confidence;
        }
    }

    /// <summary>The one mention that means a person, where the others mean the place: "Jackson said".</summary>
    private static bool IsPersonAmong(in Toponym toponym, NameGroup group) =>
        toponym.Is(ToponymFlags.TaggedPerson) && !toponym.Is(ToponymFlags.Contained) && group.TaggedPlaces > 0;

    /// <summary>"The White House declined": a site that is a body as well is a place only where one can be.</summary>
    private bool IsBodyAtSite(in Toponym toponym, int node) =>
        node >= 0 && !toponym.Is(ToponymFlags.Supported) && gazetteer.KindOf(node) == PlaceKind.District
        && gazetteer.HasFlag(node, GazetteerFormat.SiteFlag);

    private string RuleOf(in Toponym toponym, NameGroup group)
    {
        if (toponym.Is(ToponymFlags.Dateline))
            return "dateline";
        if (toponym.Is(ToponymFlags.Transliterated))
            return "transliteration";
        if (toponym.Is(ToponymFlags.Speaks) && group.Node >= 0
            && gazetteer.HasFlag(group.Node, GazetteerFormat.CapitalFlag))
            return "metonym";
        if (finder.Candidates[toponym.CandidateStart].Kind is NameKind.Abbreviation or NameKind.AfterComma)
            return "abbreviation";
        return toponym.Is(ToponymFlags.Contained) && group.Contained.Contains(group.Node)
            ? "contained" : toponym.Is(ToponymFlags.AsRegion) ? "region-word" : "gazetteer";
    }

    private ReadOnlySpan<GazetteerMatch> CandidatesOf(in Toponym toponym) =>
        CollectionsMarshal.AsSpan(finder.Candidates).Slice(toponym.CandidateStart, toponym.CandidateCount);
}
