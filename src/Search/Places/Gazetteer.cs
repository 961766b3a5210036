using System.Text;
using Dateline.Search.Articles;

namespace Dateline.Search.Places;

/// <summary>
/// The tree of known places and their names: Area or Country › Region › City › District, paths of lower-case ASCII
/// slugs. A region and the city it is named after are one place ("Homs" is <c>syria/homs</c>, city and province), so a
/// path finds every article about either, and what lies in them is below. Made of one or more files; later files add to
/// earlier ones. Immutable and thread-safe.
/// </summary>
public sealed class Gazetteer
{
    private readonly GazetteerLayers _layers;
    private readonly Dictionary<int, int> _capitals = [];

    internal Gazetteer(params IReadOnlyList<GazetteerLayer> layers)
    {
        _layers = new GazetteerLayers(layers);
        foreach (var id in _layers.WithFlag(GazetteerFormat.CapitalFlag))
            _capitals.TryAdd(TopOf(id), id);
    }

    /// <summary>Number of places.</summary>
    public int Count => _layers.Count;

    /// <summary>The place with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public GazetteerNode this[int id]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(id);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, Count);
            return new(this, id);
        }
    }

    /// <summary>The place with exactly this path, or null.</summary>
    public GazetteerNode? Find(ReadOnlySpan<char> path) => FindId(path) is var id and >= 0 ? new(this, id) : null;

    /// <summary>The seat of government of a country, or null.</summary>
    public GazetteerNode? CapitalOf(GazetteerNode country) =>
        CapitalIdOf(country.Id) is var id and >= 0 ? new(this, id) : null;

    /// <summary>
    /// Places called exactly this, by any spelling the gazetteer lists; case, accents, apostrophes, hyphens and spaces
    /// aside. No allocation.
    /// </summary>
    /// <param name="name">The name as written.</param>
    /// <param name="matches">Receives the matches; those that do not fit are left out.</param>
    /// <returns>Matches written.</returns>
    public int FindByName(ReadOnlySpan<char> name, Span<GazetteerMatch> matches)
    {
        Span<char> folded = stackalloc char[NameFolding.BufferLength(name.Length)];
        return FindByHash(NameHash.Compute(folded[..NameFolding.Fold(name, folded)]), matches);
    }

    /// <summary>
    /// Places whose name is a transliteration of the same original, see <see cref="LooseSpelling"/>. No allocation.
    /// </summary>
    /// <returns>Matches written.</returns>
    public int FindByLooseSpelling(ReadOnlySpan<char> name, Span<GazetteerMatch> matches)
    {
        Span<char> folded = stackalloc char[NameFolding.BufferLength(name.Length)];
        folded = folded[..NameFolding.Fold(name, folded)];
        Span<char> key = stackalloc char[folded.Length + 2];
        var length = LooseSpelling.Compute(folded, key);
        return length < LooseSpelling.MinKeyLength
            ? 0 : FindByHash(NameHash.Compute(key[..length], loose: true), matches);
    }

    /// <summary>
    /// Places a user may mean: a path, a path in other spellings (<c>syria/deir-ezzor</c>), or a name (<c>homs</c>:
    /// every Homs there is). Largest first; empty when nothing is known.
    /// </summary>
    public IReadOnlyList<GazetteerNode> Suggest(string text, int limit = 20) =>
        new PlaceSuggester(this).Suggest(text, limit);

    /// <summary>
    /// Places with a name of this hash, see <see cref="NameHash"/>; those that do not fit are left out.
    /// </summary>
    internal int FindByHash(ulong hash, Span<GazetteerMatch> matches) => _layers.FindByHash(hash, matches);

    /// <summary>The place with this path, or -1.</summary>
    internal int FindId(ReadOnlySpan<char> path) => _layers.FindId(path);

    /// <summary>The child with this slug (-1 as parent: the top of the tree), or -1.</summary>
    internal int FindChild(int parent, ReadOnlySpan<char> slug) => _layers.FindChild(parent, slug);

    internal IEnumerable<GazetteerNode> ChildrenOf(int id)
    {
        foreach (var child in _layers.ChildrenOf(id))
            yield return new(this, child);
    }

    internal int ParentOf(int id) => _layers.ParentOf(id);

    internal PlaceKind KindOf(int id) => _layers.LayerOf(id, out var node).Kind(node);

    internal bool HasFlag(int id, int flag) => (_layers.LayerOf(id, out var node).KindsAndFlags[node] & flag) != 0;

    internal int PopulationOf(int id) => _layers.LayerOf(id, out var node).Populations[node];

    internal int GeoNamesIdOf(int id) => _layers.LayerOf(id, out var node).GeoNamesIds[node];

    internal float LatitudeOf(int id) => _layers.LayerOf(id, out var node).Latitudes[node];

    internal float LongitudeOf(int id) => _layers.LayerOf(id, out var node).Longitudes[node];

    internal string NameOf(int id) => Encoding.UTF8.GetString(_layers.LayerOf(id, out var node).NameUtf8(node));

    internal string SlugOf(int id)
    {
        Span<char> slug = stackalloc char[byte.MaxValue];
        return new(slug[.._layers.LayerOf(id, out var node).WriteSlug(node, slug)]);
    }

    internal string PathOf(int id) =>
        ParentOf(id) is var parent and >= 0 ? $"{PathOf(parent)}/{SlugOf(id)}" : SlugOf(id);

    internal IReadOnlyList<string> NamesAlong(int id)
    {
        var names = new List<string>(4);
        for (; id >= 0; id = ParentOf(id))
            names.Add(NameOf(id));
        names.Reverse();
        return names;
    }

    /// <summary>The topmost place above (or itself): its country, or an area.</summary>
    internal int TopOf(int id)
    {
        while (ParentOf(id) is var parent and >= 0)
            id = parent;
        return id;
    }

    /// <summary>The first-order region above (or itself), or -1 for countries and areas.</summary>
    internal int RegionOf(int id)
    {
        for (var parent = ParentOf(id); parent >= 0; parent = ParentOf(id))
        {
            if (ParentOf(parent) < 0)
                return id;
            id = parent;
        }
        return -1;
    }

    internal bool IsWithin(int id, int container)
    {
        for (; id >= 0; id = ParentOf(id))
        {
            if (id == container)
                return true;
        }
        return false;
    }

    internal int CapitalIdOf(int country) => _capitals.GetValueOrDefault(country, -1);
}
