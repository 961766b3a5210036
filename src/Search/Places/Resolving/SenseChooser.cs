using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// Chooses what a name means among its candidates. Coarse rather than wrong: a name that stays ambiguous gets the
/// region its candidates share, or nothing.
/// </summary>
internal sealed class SenseChooser
{
    private const double SureMargin = 1.2;
    private const double AmbiguityMargin = 0.25;
    private const double SamePlaceKilometres = 40;
    private const double NeighbourWeight = 1.5;
    private const double StateNamesakePenalty = 3;
    private const double MinSupport = 0.3;
    private const double MinShare = 0.05;

    private readonly Gazetteer _gazetteer;
    private readonly NameGroups _groups;
    private readonly ArticleContext _context;
    private readonly CandidateScorer _scorer;
    private readonly Namesakes _namesakes;
    private readonly float[] _support; // by candidate: how near it lies to what else may be meant

    public SenseChooser(Gazetteer gazetteer, FoundToponyms found, NameGroups groups, ArticleContext context)
    {
        (_gazetteer, _groups, _context) = (gazetteer, groups, context);
        _scorer = new CandidateScorer(gazetteer, context);
        _namesakes = new Namesakes(gazetteer);
        _support = MeasureSupport(gazetteer, found, groups);
    }

    /// <summary>Gives every name the sense that the votes so far speak for.</summary>
    /// <param name="force">Takes the best candidate however weak: for names known to be places.</param>
    public void ChooseAll(bool force)
    {
        for (var group = 0; group < _groups.Count; group++)
            Choose(group, force);
    }

    // Only names that may mean several places need it.
    private static float[] MeasureSupport(Gazetteer gazetteer, FoundToponyms found, NameGroups groups)
    {
        var support = new float[found.Candidates.Count];
        var evidence = new NeighbourEvidence(gazetteer);
        for (var group = 0; group < groups.Count; group++)
            evidence.Add(group, groups.CandidatesOf(group));
        for (var group = 0; group < groups.Count; group++)
        {
            var toponym = groups.FirstOf(group);
            for (var i = 0; i < toponym.CandidateCount && toponym.CandidateCount > 1; i++)
            {
                var at = toponym.CandidateStart + i;
                support[at] = (float)evidence.Support(found.Candidates[at].Id, group);
            }
        }
        return support;
    }

    private void Choose(int index, bool force)
    {
        var group = _groups[index];
        var candidates = _groups.CandidatesOf(index);
        var support = _support.AsSpan(_groups.FirstOf(index).CandidateStart, candidates.Length);
        var (best, bestScore, second, secondScore) = Rank(index, candidates, support);
        best = _namesakes.Shallowest(best, candidates, (group.Flags & ToponymFlags.AsCity) != 0);
        if ((group.Flags & ToponymFlags.Dateline) != 0)
            best = _namesakes.CityOf(best, candidates);
        var threshold = SenseThreshold.Of(group);
        group.Sure = bestScore >= threshold + SureMargin && bestScore - secondScore > AmbiguityMargin;
        group.Node = force ? best : bestScore < threshold ? -1 : Settle(best, second, bestScore - secondScore);
        if (group.Node >= 0)
            group.Confidence = ConfidenceOf(group, index, candidates, support);
    }

    /// <summary>The two candidates that score highest, -1 where there is none.</summary>
    private (int Best, double BestScore, int Second, double SecondScore) Rank(
        int index, ReadOnlySpan<GazetteerMatch> candidates, ReadOnlySpan<float> support)
    {
        var group = _groups[index];
        var (best, bestScore, second, secondScore) = (-1, double.MinValue, -1, double.MinValue);
        var rivalled = Namesakes.HasUsualName(candidates);
        var famous = _namesakes.MostPopulous(candidates);
        var state = (group.Flags & ToponymFlags.AsCity) == 0 ? _namesakes.StateAmong(candidates) : -1;
        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = candidates[i];
            var contained = group.Contained.Contains(candidate.Id);
            var score = _scorer.Score(candidate, group.Flags, contained, index, rivalled)
                + (NeighbourWeight * support[i]);
            if (!contained)
                score -= _scorer.ObscurityPenalty(candidate.Id, famous, index)
                    + (state >= 0 && _namesakes.IsBelowState(candidate.Id, state) ? StateNamesakePenalty : 0);
            if (score > bestScore)
                (second, secondScore, best, bestScore) = (best, bestScore, candidate.Id, score);
            else if (score > secondScore)
                (second, secondScore) = (candidate.Id, score);
        }
        return (best, bestScore, second, secondScore);
    }

    private int Settle(int best, int second, double margin)
    {
        if (second < 0 || margin > AmbiguityMargin || _gazetteer.IsWithin(second, best)
            || _gazetteer.IsWithin(best, second))
            return best;
        var apart = GeoDistance.Kilometres(_gazetteer.LatitudeOf(best), _gazetteer.LongitudeOf(best),
            _gazetteer.LatitudeOf(second), _gazetteer.LongitudeOf(second));
        if (apart < SamePlaceKilometres)
            return best;
        var region = _gazetteer.RegionOf(best);
        return region >= 0 && region == _gazetteer.RegionOf(second) ? region : -1;
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
                && !_gazetteer.IsWithin(id, group.Node)
                && !_gazetteer.IsWithin(group.Node, id))
                namesakes++;
        }
        var top = _gazetteer.TopOf(group.Node);
        return namesakes == 0 ? PlaceConfidence.Unambiguous
            : near > MinSupport || _context.CountryShare(top, index) > MinShare
                ? PlaceConfidence.Context : PlaceConfidence.Population;
    }
}
