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
/// <param name="globalOrds">Global ords, or null when ords are global.</param>
/// <param name="touched">Receives global ords; room for one entry an ord of the set.</param>
internal struct TouchAdder(int[] counts, int[]? globalOrds, int[] touched) : IOrdAdder
{
    public int TouchedCount { get; private set; }

    public void Continue(int[]? map) => globalOrds = map;

    public void Add(ReadOnlySpan<int> ords)
    {
        var map = globalOrds;
        foreach (var ord in ords)
        {
            var global = map is null ? ord : map[ord];
            if (counts[global]++ == 0) touched[TouchedCount++] = global;
        }
    }
}
