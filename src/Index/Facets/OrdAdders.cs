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

/// <summary>Adds 1 to the counter of each global ord of a range.</summary>
internal readonly struct RangeAdder(int[] counts, int[]? globalOrds, (int Start, int End) range) : IOrdAdder
{
    public void Add(ReadOnlySpan<int> ords)
    {
        var (target, map) = (counts, globalOrds);
        var (start, length) = (range.Start, (uint)(range.End - range.Start));
        foreach (var ord in ords)
        {
            var global = map is null ? ord : map[ord];
            if ((uint)(global - start) < length) target[global]++;
        }
    }
}

/// <summary>Adds 1 and remembers which counters are no longer zero.</summary>
/// <param name="counts">Counters by global ord, zero at first.</param>
/// <param name="touched">Receives global ords; as long as <paramref name="counts"/>.</param>
internal struct TouchAdder(int[] counts, int[] touched) : IOrdAdder
{
    private int[]? _map;
    private int _start;
    private uint _length;

    public int TouchedCount { get; private set; }

    /// <summary>
    /// What follows is in ords of which these are the global ones; null when they are global already. Only global ords
    /// of the range count.
    /// </summary>
    public void Continue(int[]? globalOrds, (int Start, int End) range) =>
        (_map, _start, _length) = (globalOrds, range.Start, (uint)(range.End - range.Start));

    public void Add(ReadOnlySpan<int> ords)
    {
        var (target, list, map, used) = (counts, touched, _map, TouchedCount);
        var (start, length) = (_start, _length);
        foreach (var ord in ords)
        {
            var global = map is null ? ord : map[ord];
            if ((uint)(global - start) >= length) continue;
            if (target[global]++ == 0) list[used++] = global;
        }

        TouchedCount = used;
    }
}
