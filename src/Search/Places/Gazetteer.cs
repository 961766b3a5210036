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
    private const int MaxDepth = 8;

    private readonly GazetteerLayer[] _layers;
    private readonly int[] _bases;
    private readonly int[][] _externalIds;
    private readonly Dictionary<int, int> _capitals = [];
    private readonly Dictionary<int, int>[] _externalOfId;

    internal Gazetteer(params IReadOnlyList<GazetteerLayer> layers)
    {
        _bases = new int[layers.Count + 1];
        _externalIds = new int[layers.Count][];
        _externalOfId = new Dictionary<int, int>[layers.Count];
        _layers = [];
        for (var layer = 0; layer < layers.Count; layer++)
        {
            _externalOfId[layer] = [];
            _externalIds[layer] = ResolveExternals(layer, layers[layer]);
            _bases[layer + 1] = _bases[layer] + layers[layer].NodeCount;
            _layers = [.. layers.Take(layer + 1)];
        }
        FindCapitals();
    }

    /// <summary>Number of places.</summary>
    public int Count => _bases[^1];

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

    internal int FindByHash(ulong hash, Span<GazetteerMatch> matches)
    {
        var count = 0;
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var current = _layers[layer];
            var range = current.FindNames(hash);
            for (var name = range.Start.Value; name < range.End.Value && count < matches.Length; name++)
            {
                var (target, kind) = current.Name(name);
                var id = target < current.NodeCount
                    ? _bases[layer] + target : _externalIds[layer][target - current.NodeCount];
                matches[count++] = new(id, kind);
            }
        }
        return count;
    }

    internal int FindId(ReadOnlySpan<char> path)
    {
        var id = -1;
        var depth = 0;
        foreach (var range in path.Split('/'))
        {
            id = ++depth > MaxDepth ? -1 : FindChild(id, path[range]);
            if (id < 0)
                return -1;
        }
        return id;
    }

    /// <summary>The child with this slug (-1 as parent: the top of the tree), or -1.</summary>
    internal int FindChild(int parent, ReadOnlySpan<char> slug)
    {
        Span<char> other = stackalloc char[byte.MaxValue];
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            if (!TryLocalParent(layer, parent, out var local))
                continue;
            var current = _layers[layer];
            var order = current.ChildOrder;
            int low = 0, high = order.Length;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                var node = order[middle];
                var compared = current.Parents[node].CompareTo(local);
                if (compared == 0)
                    compared = ((ReadOnlySpan<char>)other[..current.WriteSlug(node, other)]).SequenceCompareTo(slug);
                if (compared == 0)
                    return _bases[layer] + node;
                if (compared < 0)
                    low = middle + 1;
                else
                    high = middle;
            }
        }
        return -1;
    }

    internal IEnumerable<GazetteerNode> ChildrenOf(int id)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            if (!TryLocalParent(layer, id, out var local))
                continue;
            for (var at = FirstChild(_layers[layer], local); IsChild(_layers[layer], at, local); at++)
                yield return new(this, _bases[layer] + _layers[layer].ChildOrder[at]);
        }
    }

    internal int ParentOf(int id)
    {
        var (layer, node) = Locate(id);
        var parent = _layers[layer].Parents[node];
        return parent == GazetteerFormat.NoParent
            ? -1 : parent >= 0 ? _bases[layer] + parent : _externalIds[layer][~parent];
    }

    internal PlaceKind KindOf(int id) => _layers[Locate(id, out var node)].Kind(node);

    internal bool HasFlag(int id, int flag) => (_layers[Locate(id, out var node)].KindsAndFlags[node] & flag) != 0;

    internal int PopulationOf(int id) => _layers[Locate(id, out var node)].Populations[node];

    internal int GeoNamesIdOf(int id) => _layers[Locate(id, out var node)].GeoNamesIds[node];

    internal float LatitudeOf(int id) => _layers[Locate(id, out var node)].Latitudes[node];

    internal float LongitudeOf(int id) => _layers[Locate(id, out var node)].Longitudes[node];

    internal string NameOf(int id) => Encoding.UTF8.GetString(_layers[Locate(id, out var node)].NameUtf8(node));

    internal string SlugOf(int id)
    {
        Span<char> slug = stackalloc char[byte.MaxValue];
        return new(slug[.._layers[Locate(id, out var node)].WriteSlug(node, slug)]);
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

    private bool TryLocalParent(int layer, int parent, out int local)
    {
        local = parent < 0 ? GazetteerFormat.NoParent : parent - _bases[layer];
        if (parent < 0 || (local >= 0 && local < _layers[layer].NodeCount))
            return true;
        if (!_externalOfId[layer].TryGetValue(parent, out var external))
            return false;
        local = ~external;
        return true;
    }

    private static int FirstChild(GazetteerLayer layer, int local)
    {
        int low = 0, high = layer.NodeCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (layer.Parents[layer.ChildOrder[middle]] < local)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static bool IsChild(GazetteerLayer layer, int at, int local) =>
        at < layer.NodeCount && layer.Parents[layer.ChildOrder[at]] == local;

    private (int Layer, int Node) Locate(int id) => (Locate(id, out var node), node);

    private int Locate(int id, out int node)
    {
        var layer = 0;
        while (id >= _bases[layer + 1])
            layer++;
        node = id - _bases[layer];
        return layer;
    }

    private int[] ResolveExternals(int layer, GazetteerLayer current)
    {
        var ids = new int[current.ExternalCount];
        for (var external = 0; external < ids.Length; external++)
        {
            var path = current.ExternalPath(external);
            ids[external] = FindId(path);
            if (ids[external] < 0)
                throw new InvalidDataException(
                    $"Gazetteer file '{current.Source}' cannot be used: it hangs places below '{path}', "
                        + "which no file before it has.");
            _externalOfId[layer].Add(ids[external], external);
        }
        return ids;
    }

    private void FindCapitals()
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var flags = _layers[layer].KindsAndFlags;
            for (var node = 0; node < flags.Length; node++)
            {
                if ((flags[node] & GazetteerFormat.CapitalFlag) != 0)
                    _capitals.TryAdd(TopOf(_bases[layer] + node), _bases[layer] + node);
            }
        }
    }
}

/// <summary>A place that bears a name.</summary>
/// <param name="Id">The place, see <see cref="GazetteerNode.Id"/>.</param>
/// <param name="Kind">What the name is to it.</param>
public readonly record struct GazetteerMatch(int Id, NameKind Kind);
