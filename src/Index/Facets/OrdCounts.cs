using System.Buffers;
using Dateline.Index.Collecting;

namespace Dateline.Index.Facets;

/// <summary>Counts by global ord.</summary>
internal abstract class OrdCounts : IDisposable
{
    /// <summary>The count of an ord.</summary>
    public abstract int this[int ord] { get; }

    /// <summary>Adds the ords of a range that have documents, ascending.</summary>
    public abstract void AddPresent(int start, int end, List<int> ords);

    /// <summary>Of a range, the ords with the largest counts, largest first, equal ones ascending.</summary>
    public (int Ord, int Count)[] Top(int start, int end, int count)
    {
        var best = new TopHeap<long>(Math.Min(count, end - start));
        if (count > 0 && end > start) Offer(start, end, best);
        return Ranked(best);
    }

    /// <summary>Of some ords, ascending, those with the largest counts, largest first, equal ones ascending.</summary>
    public (int Ord, int Count)[] Top(ReadOnlySpan<int> ords, int count)
    {
        var best = new TopHeap<long>(Math.Min(count, ords.Length));
        foreach (var ord in ords)
        {
            if (count > 0 && this[ord] is > 0 and var documents) best.Add(Key(documents, ord), ord);
        }

        return Ranked(best);
    }

    /// <summary>How many ords of a range have documents.</summary>
    public abstract int CountPresent(int start, int end);

    /// <summary>How many of some ords have documents.</summary>
    public int CountPresent(ReadOnlySpan<int> ords)
    {
        var present = 0;
        foreach (var ord in ords)
        {
            if (this[ord] > 0) present++;
        }

        return present;
    }

    /// <summary>Gives memory back for the next counting. What is asked afterwards fails.</summary>
    public abstract void Dispose();

    protected abstract void Offer(int start, int end, TopHeap<long> best);

    private static (int Ord, int Count)[] Ranked(TopHeap<long> best) =>
        Array.ConvertAll(best.Drain(), static entry => (entry.DocId, (int)(entry.Key >> 32)));

    /// <summary>Larger counts first, then smaller ords; no two keys are equal.</summary>
    protected static long Key(int count, int ord) => (long)count << 32 | (uint)~ord;
}

/// <summary>One counter an ord.</summary>
internal sealed class DenseCounts : OrdCounts
{
    private readonly int _length;
    private int[]? _counts;

    /// <summary>All zero, or a copy of <paramref name="from"/>.</summary>
    public DenseCounts(int length, int[]? from = null)
    {
        _length = length;
        _counts = ArrayPool<int>.Shared.Rent(length);
        if (from is null) Array.Clear(_counts, 0, length);
        else Array.Copy(from, _counts, length);
    }

    public int[] Counters => _counts ?? throw new ObjectDisposedException(nameof(FacetCounts));

    public override int this[int ord] => Counters[ord];

    public override void AddPresent(int start, int end, List<int> ords)
    {
        var counts = Counters;
        for (var ord = start; ord < end; ord++)
        {
            if (counts[ord] > 0) ords.Add(ord);
        }
    }

    public override int CountPresent(int start, int end)
    {
        var counts = Counters.AsSpan(start, end - start);
        return counts.Length - counts.Count(0);
    }

    public override void Dispose()
    {
        if (_counts is null) return;
        ArrayPool<int>.Shared.Return(_counts);
        _counts = null;
    }

    /// <summary>
    /// Jumps from one count above the worst of the best to the next; most labels are in the long tail.
    /// </summary>
    protected override void Offer(int start, int end, TopHeap<long> best)
    {
        var counts = Counters.AsSpan(0, Math.Min(end, _length));
        for (var ord = start; ord < end; ord++)
        {
            var worst = best.IsFull ? (int)(best.WorstKey >> 32) : 0;
            var ahead = counts[ord..].IndexOfAnyExceptInRange(0, worst);
            if (ahead < 0) return;
            ord += ahead;
            best.Add(Key(counts[ord], ord), ord);
        }
    }
}

/// <summary>Counters of the few ords that have documents.</summary>
internal sealed class SparseCounts(int[] ords, int[] counts) : OrdCounts
{
    private bool _sorted;

    public override int this[int ord]
    {
        get
        {
            Sort();
            var at = Array.BinarySearch(ords, ord);
            return at < 0 ? 0 : counts[at];
        }
    }

    public override void AddPresent(int start, int end, List<int> present)
    {
        Sort();
        foreach (var ord in ords)
        {
            if (ord >= start && ord < end) present.Add(ord);
        }
    }

    public override int CountPresent(int start, int end)
    {
        var present = 0;
        foreach (var ord in ords)
        {
            if (ord >= start && ord < end) present++;
        }

        return present;
    }

    public override void Dispose()
    {
    }

    protected override void Offer(int start, int end, TopHeap<long> best)
    {
        var range = (uint)(end - start);
        for (var k = 0; k < ords.Length; k++)
        {
            if ((uint)(ords[k] - start) >= range) continue;
            var key = Key(counts[k], ords[k]);
            if (!best.IsFull || key > best.WorstKey) best.Add(key, ords[k]);
        }
    }

    private void Sort()
    {
        lock (ords)
        {
            if (_sorted) return;
            Array.Sort(ords, counts);
            _sorted = true;
        }
    }
}
