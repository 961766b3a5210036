using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// Resolves names by the container the text gives them: a listed place there wins, then a listed place in another
/// transliteration, then an unlisted place below the container.
/// </summary>
internal sealed class SituatedResolver(
    Gazetteer gazetteer, TokenizedText text, FoundToponyms found, int mainCountry, IReadOnlyList<int> countries,
    bool surelyThere)
{
    private const double NearKilometres = 60;
    private const double DistantKilometres = 300;
    private const int MaxMatches = 128;

    private readonly Dictionary<ulong, Toponym> _settled = [];
    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[MaxMatches];

    /// <summary>Unlisted places by path.</summary>
    public Dictionary<string, UnlistedPlace> Unlisted { get; } = new(StringComparer.Ordinal);

    /// <summary>Resolves situated names, then their other mentions.</summary>
    public void Resolve()
    {
        var toponyms = CollectionsMarshal.AsSpan(found.Toponyms);
        for (var i = 0; i < toponyms.Length; i++)
        {
            if (toponyms[i].Container != -1)
                Situate(ref toponyms[i], ContainerOf(toponyms, toponyms[i]));
        }
        foreach (ref readonly var toponym in toponyms)
        {
            if (toponym.Is(ToponymFlags.Transliterated) && toponym.IsResolved)
                _settled.TryAdd(found.HashOf(toponym), toponym);
        }
        foreach (ref var toponym in toponyms)
        {
            if (toponym.Container == -1 && !toponym.Is(ToponymFlags.Transliterated)
                && _settled.TryGetValue(found.HashOf(toponym), out var known))
                Repeat(ref toponym, known);
        }
        AddRepeats();
    }

    private int ContainerOf(ReadOnlySpan<Toponym> toponyms, in Toponym toponym) =>
        toponym.Container == Toponym.MainCountry && toponym.Rule == TaggedPlaceFinder.Rule && !surelyThere
        ? -1 : toponym.Container switch
        {
            Toponym.TheCapital => mainCountry < 0 ? -1 : gazetteer.CapitalIdOf(mainCountry),
            Toponym.MainCountry => mainCountry,
            var index => toponyms[index].Node,
        };

    private void Situate(ref Toponym toponym, int container)
    {
        if (container < 0 || container == toponym.Node)
            return;
        var listed = FindListed(toponym, container);
        if (listed < 0 && IsVague(toponym, container))
            listed = FindInCountries(toponym);
        if (listed < 0 && toponym.Node >= 0
            && (gazetteer.KindOf(toponym.Node) <= PlaceKind.Country || !IsExplicit(toponym)
            || gazetteer.KindOf(container) == PlaceKind.Area))
            return;
        if (listed >= 0)
            (toponym.Node, toponym.Rule) = (listed, "situated");
        else
            MakeUnlisted(ref toponym, container);
        if (!toponym.IsResolved)
            return;
        toponym.Confidence = IsVague(toponym, container) ? PlaceConfidence.Context : PlaceConfidence.Situated;
        _settled.TryAdd(found.HashOf(toponym), toponym);
    }

    /// <summary>Only a phrase that names the container can overrule a place the gazetteer found.</summary>
    private static bool IsExplicit(in Toponym toponym) =>
        toponym.Container >= 0 && toponym.Relation == Relation.Within && toponym.AsDistrict;

    // A site "in" a country that was merely named before it, or in none: any country the article speaks of may have it.
    private bool IsVague(in Toponym toponym, int container) =>
        toponym.Container == Toponym.MainCountry
        || (toponym.AsDistrict && gazetteer.KindOf(container) <= PlaceKind.Country);

    private int FindInCountries(in Toponym toponym)
    {
        foreach (var country in countries)
        {
            if (FindListed(toponym, country) is var listed and >= 0)
                return listed;
        }
        return -1;
    }

    private int FindListed(in Toponym toponym, int container)
    {
        var count = gazetteer.FindByHash(found.HashOf(toponym), _buffer);
        var exact = Best(toponym, container, _buffer.AsSpan(0, count));
        if (exact >= 0 || !gazetteer.HasFlag(gazetteer.TopOf(container), GazetteerFormat.LooseFlag))
            return exact;
        count = gazetteer.FindByLooseSpelling(text.Folded(toponym.FirstToken, toponym.LastToken), _buffer);
        return Best(toponym, container, _buffer.AsSpan(0, count));
    }

    private int Best(in Toponym toponym, int container, ReadOnlySpan<GazetteerMatch> matches)
    {
        var best = -1;
        foreach (var (id, kind) in matches)
        {
            if (kind is not (NameKind.Demonym or NameKind.AfterComma) && id != container && Fits(id, toponym, container)
                && (best < 0 || gazetteer.PopulationOf(id) > gazetteer.PopulationOf(best)))
                best = id;
        }
        return best;
    }

    private bool Fits(int id, in Toponym toponym, int container)
    {
        if (gazetteer.KindOf(id) <= PlaceKind.Country)
            return false;
        if (gazetteer.KindOf(container) <= PlaceKind.Country)
            return gazetteer.IsWithin(id, container);
        var city = gazetteer.KindOf(container) >= PlaceKind.City
            || gazetteer.HasFlag(container, GazetteerFormat.CityRegionFlag);
        if (toponym.Relation == Relation.Within && gazetteer.IsWithin(id, container) && !toponym.AsDistrict)
            return true;
        var reach = toponym.Relation == Relation.Distant
            ? DistantKilometres : toponym.AsDistrict ? NearKilometres / 3 : NearKilometres;
        return (city || toponym.Relation != Relation.Within) && Distance(id, container) <= reach;
    }

    private void MakeUnlisted(ref Toponym toponym, int container)
    {
        if (toponym.Relation == Relation.Distant)
            container = gazetteer.TopOf(container);
        while (gazetteer.KindOf(container) >= PlaceKind.City && !toponym.AsDistrict && toponym.Relation == Relation.Near
            && gazetteer.ParentOf(container) >= 0)
            container = gazetteer.ParentOf(container);
        if (gazetteer.KindOf(container) == PlaceKind.Area)
            return;
        var name = NameOf(toponym);
        var slug = PlaceSlug.Of(name);
        if (gazetteer.FindChild(container, slug) >= 0)
            return;
        var path = $"{gazetteer.PathOf(container)}/{slug}";
        Unlisted.TryAdd(path, new UnlistedPlace(path, [.. gazetteer.NamesAlong(container), name],
            toponym.AsDistrict ? PlaceKind.District : PlaceKind.City));
        (toponym.Node, toponym.UnlistedPath, toponym.Rule) = (-1, path, "situated");
    }

    private string NameOf(in Toponym toponym)
    {
        var first = text.Tokens[toponym.FirstToken];
        return text.FieldOf(first)[first.Start..text.Tokens[toponym.LastToken].End];
    }

    private static void Repeat(ref Toponym toponym, in Toponym known) =>
        (toponym.Node, toponym.UnlistedPath, toponym.Rule, toponym.Confidence) =
        (known.Node, known.UnlistedPath, "repeated", known.Confidence);

    /// <summary>Finds the further mentions of names that were situated once.</summary>
    private void AddRepeats()
    {
        if (_settled.Count == 0)
            return;
        var taken = found.Toponyms.Select(toponym => toponym.FirstToken).ToHashSet();
        var lengths = _settled.Values.Select(toponym => toponym.LastToken - toponym.FirstToken).Distinct().ToArray();
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var length in lengths)
            {
                if (i + length < tokens.Length && tokens[i + length].Is(TokenFlags.Capital) && !taken.Contains(i)
                    && !taken.Contains(i + length)
                    && _settled.TryGetValue(text.HashOf(i, i + length), out var known)
                    && StandsAlone(tokens, i, i + length))
                    found.Toponyms.Add(
                        known with { FirstToken = i, LastToken = i + length, Rule = "repeated", Container = -1 });
            }
        }
        found.Toponyms.Sort((left, right) => left.FirstToken.CompareTo(right.FirstToken));
    }

    private static bool StandsAlone(ReadOnlySpan<Token> tokens, int first, int last) =>
        new NameContext(tokens, first, last)
        .StandsAlone(afterPlace: false, fixedName: false, beforeDemonym: false, out _);

    private double Distance(int left, int right) => GeoDistance.Kilometres(
        gazetteer.LatitudeOf(left), gazetteer.LongitudeOf(left), gazetteer.LatitudeOf(right),
        gazetteer.LongitudeOf(right));
}

/// <summary>A place only the text situates.</summary>
internal sealed record UnlistedPlace(string Path, IReadOnlyList<string> Names, PlaceKind Kind);
