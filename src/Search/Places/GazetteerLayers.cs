namespace Dateline.Search.Places;

/// <summary>
/// The files of a gazetteer laid one over the other: numbers run on from file to file, and a file may hang places below
/// those of the files before it. Immutable and thread-safe.
/// </summary>
internal sealed class GazetteerLayers
{
    private const int MaxDepth = 8;

    private readonly GazetteerLayer[] _layers = [];
    private readonly int[] _bases; // number of a layer's first place; at the end that of all places
    private readonly int[][] _externalIds;
    private readonly Dictionary<int, int>[] _externalOfId;

    /// <exception cref="InvalidDataException">A file hangs places below one that no file before it has.</exception>
    public GazetteerLayers(IReadOnlyList<GazetteerLayer> layers)
    {
        _bases = new int[layers.Count + 1];
        _externalIds = new int[layers.Count][];
        _externalOfId = new Dictionary<int, int>[layers.Count];
        for (var layer = 0; layer < layers.Count; layer++)
        {
            _externalOfId[layer] = [];
            _externalIds[layer] = ResolveExternals(layer, layers[layer]);
            _bases[layer + 1] = _bases[layer] + layers[layer].NodeCount;
            _layers = [.. layers.Take(layer + 1)]; // paths of a file are found in those before it
        }
    }

    /// <summary>Number of places.</summary>
    public int Count => _bases[^1];

    /// <summary>The file that has a place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="node">Its number within the file.</param>
    public GazetteerLayer LayerOf(int id, out int node) => _layers[Locate(id, out node)];

    /// <summary>The place above, or -1.</summary>
    public int ParentOf(int id)
    {
        var layer = Locate(id, out var node);
        var parent = _layers[layer].Parents[node];
        return parent == GazetteerFormat.NoParent
            ? -1 : parent >= 0 ? _bases[layer] + parent : _externalIds[layer][~parent];
    }

    /// <summary>Places with a name of this hash, those of the first file first.</summary>
    /// <returns>Matches written; those that do not fit are left out.</returns>
    public int FindByHash(ulong hash, Span<GazetteerMatch> matches)
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

    /// <summary>The place with this path, or -1.</summary>
    public int FindId(ReadOnlySpan<char> path)
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
    public int FindChild(int parent, ReadOnlySpan<char> slug)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            if (TryLocalParent(layer, parent, out var local)
                && _layers[layer].FindChild(local, slug) is var node and >= 0)
                return _bases[layer] + node;
        }
        return -1;
    }

    /// <summary>The places below (-1: at the top), file by file, by slug; streams.</summary>
    public IEnumerable<int> ChildrenOf(int id)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            if (!TryLocalParent(layer, id, out var local))
                continue;
            var current = _layers[layer];
            for (var at = current.FirstChild(local); current.IsChild(at, local); at++)
                yield return _bases[layer] + current.ChildOrder[at];
        }
    }

    /// <summary>The places that have any of these flags, see <see cref="GazetteerFormat"/>.</summary>
    public List<int> WithFlag(int flags)
    {
        var found = new List<int>();
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var kinds = _layers[layer].KindsAndFlags;
            for (var node = 0; node < kinds.Length; node++)
            {
                if ((kinds[node] & flags) != 0)
                    found.Add(_bases[layer] + node);
            }
        }
        return found;
    }

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
}
