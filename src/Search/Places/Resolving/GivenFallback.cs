using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// Where a name lies that is known to be a place but is in no gazetteer (streets, houses, brooks): at the known place
/// in its name, else where the text around it is, else where the article plays. Coarse, rather than nothing.
/// </summary>
internal sealed class GivenFallback(Gazetteer gazetteer, TokenizedText text, FoundToponyms found)
{
    private const double LocalKilometres = 150;
    private const int WellKnownPopulation = 100_000;
    private const int FewTokens = 12;

    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[128];
    private int _home = -1;

    /// <summary>Gives every unresolved name a place, if the article has any.</summary>
    public void Resolve()
    {
        var toponyms = CollectionsMarshal.AsSpan(found.Toponyms);
        var known = new List<(int Token, int Node)>();
        foreach (ref readonly var toponym in toponyms)
        {
            if (toponym.Node >= 0)
                known.Add((toponym.FirstToken, toponym.Node));
        }
        _home = HomeOf(known);
        foreach (ref var toponym in toponyms)
        {
            if (toponym.Node >= 0)
                continue;
            toponym.Node = PlaceInName(toponym) is var inside and >= 0 ? inside : Nearby(toponym, known);
            toponym.Rule = "nearby";
        }
    }

    /// <summary>The most mentioned place below the country most mentioned, or that country.</summary>
    private int HomeOf(List<(int Token, int Node)> known)
    {
        var country = MostFrequent(known.Select(item => gazetteer.TopOf(item.Node))
            .Where(top => gazetteer.KindOf(top) == PlaceKind.Country));
        if (country < 0)
            return known.Count > 0 ? known[0].Node : DemonymCountry();
        var local = known.Where(item => item.Node != country && gazetteer.IsWithin(item.Node, country))
            .Select(item => item.Node).ToList();
        var region = MostFrequent(local.Select(gazetteer.RegionOf).Where(node => node >= 0));
        var inRegion = MostFrequent(local.Where(node => node != region && gazetteer.IsWithin(node, region)));
        return inRegion >= 0 ? inRegion : region >= 0 ? region : country;
    }

    private int DemonymCountry() => MostFrequent(found.Demonyms.Select(demonym => demonym.Id));

    private static int MostFrequent(IEnumerable<int> ids) =>
        ids.GroupBy(id => id).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstOrDefault(-1);

    /// <summary>"Manila Cathedral", "South Los Angeles": a place within reach, or one that everybody knows.</summary>
    private int PlaceInName(in Toponym toponym)
    {
        for (var length = toponym.LastToken - toponym.FirstToken; length > 0; length--)
        {
            for (var first = toponym.FirstToken; first + length - 1 <= toponym.LastToken; first++)
            {
                if (BestOf(first, first + length - 1) is var best and >= 0)
                    return best;
            }
        }
        return -1;
    }

    private int BestOf(int first, int last)
    {
        var best = -1;
        var word = text.Tokens[first];
        if (first == last && (word.Is(TokenFlags.Common) || !word.Is(TokenFlags.Capital)
            || word.Is(WordClass.Direction | WordClass.TypeNoun | WordClass.OrganisationNoun)))
            return -1;
        foreach (var (id, kind) in _buffer.AsSpan(0, gazetteer.FindByHash(text.HashOf(first, last), _buffer)))
        {
            if (kind is NameKind.AfterComma or NameKind.Loose || !(IsLocal(id) || IsWellKnown(id, kind)))
                continue;
            if (best < 0 || Rank(id) > Rank(best))
                best = id;
        }
        return best;
    }

    private bool IsWellKnown(int id, NameKind kind) => kind != NameKind.Alternate
        && (gazetteer.PopulationOf(id) >= WellKnownPopulation || gazetteer.KindOf(id) <= PlaceKind.Country);

    private long Rank(int id) => gazetteer.PopulationOf(id) + (IsLocal(id) ? 1L << 40 : 0);

    private bool IsLocal(int id) => _home >= 0 && (gazetteer.IsWithin(_home, id) || GeoDistance.Kilometres(
        gazetteer.LatitudeOf(id), gazetteer.LongitudeOf(id), gazetteer.LatitudeOf(_home), gazetteer.LongitudeOf(_home))
        <= LocalKilometres);

    /// <summary>The known place that stands nearest, if it is near and no country; else the article's home.</summary>
    private int Nearby(in Toponym toponym, List<(int Token, int Node)> known)
    {
        var (nearest, distance) = (-1, FewTokens + 1);
        foreach (var (token, node) in known)
        {
            // What follows tells more than what went before: "Roanoke Park in Kansas City".
            var apart = token > toponym.LastToken ? token - toponym.LastToken : (toponym.FirstToken - token) + 2;
            if (gazetteer.KindOf(node) > PlaceKind.Country && apart < distance
                && text.Tokens[token].Sentence == text.Tokens[toponym.FirstToken].Sentence)
                (nearest, distance) = (node, apart);
        }
        return nearest >= 0 ? nearest : _home;
    }
}
