namespace Dateline.Index.Facets;

/// <summary>Takes the ords of documents. Structs, so that calls are direct.</summary>
internal interface IOrdAdder
{
    void Add(ReadOnlySpan<int> ords);
}

/// <summary>Adds a step to the counter of each ord.</summary>
internal readonly struct DenseAdder(int[] counts, int step) : IOrdAdder
{
    public void Add(ReadOnlySpan<int> ords)
    {
        var target = counts;
        foreach (var ord in ords) target[ord] += step;
    }
}

/// <summary>Adds a step to the counter of each ord's global ord.</summary>
internal readonly struct MappedAdder(int[] counts, int[] globalOrds, int step) : IOrdAdder
{
    public void Add(ReadOnlySpan<int> ords)
    {
        var (target, map) = (counts, globalOrds);
        foreach (var ord in ords) target[map[ord]] += step;
    }
}

/// <summary>Adds 1 and remembers which counters are no longer zero.</summary>
/// <param name="counts">Counters by global ord, zero at first.</param>
/// <param name="touched">Receives global ords; as long as <paramref name="counts"/>.</param>
internal struct TouchAdder(int[] counts, int[] touched) : IOrdAdder
{
    private int[]? _map;

    public int TouchedCount { get; private set; }

    /// <summary>What follows is in ords of which these are the global ones; null when they are global
    /// already.</summary>
    public void Continue(int[]? globalOrds) => _map = globalOrds;

    public void Add(ReadOnlySpan<int> ords)
    {
        var (target, list, map, used) = (counts, touched, _map, TouchedCount);
        foreach (var ord in ords)
        {
            var global = map is null ? ord : map[ord];
            if (target[global]++ == 0) list[used++] = global;
        }

        TouchedCount = used;
    }
}
