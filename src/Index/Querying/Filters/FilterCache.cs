using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Remembers as bit sets which documents of a segment the filters match that are used again and again. A set is made
/// when one of the last 256 filters comes a second time; when the sets have more bytes than allowed, the one that was
/// not used for the longest time goes. Sets know nothing of deletions, so they outlive them; they hold no segment, and
/// those of segments that are gone grow old and leave. Thread-safe; meant to be shared by successive searchers.
/// </summary>
public sealed class FilterCache
{
    /// <summary>Bytes allowed unless said otherwise.</summary>
    public const long DefaultBytes = 32L << 20;

    private const int Remembered = 256;

    private readonly Lock _gate = new();
    private readonly long _maxBytes;
    private readonly Dictionary<(long Segment, Query Filter), LinkedListNode<Entry>> _sets = [];
    private readonly LinkedList<Entry> _byUse = new(); // latest first
    private readonly Queue<Query> _recent = new();
    private readonly Dictionary<Query, int> _uses = [];

    /// <summary>An empty cache.</summary>
    /// <param name="maxBytes">Bytes that the sets may have together; at least 0.</param>
    public FilterCache(long maxBytes = DefaultBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        _maxBytes = maxBytes;
    }

    private sealed record Entry(long Segment, Query Filter, DocBits Set, int Count)
    {
        public long Bytes => 8L * Set.Words.Length;
    }

    /// <summary>Bytes of the sets.</summary>
    public long Bytes { get; private set; }

    /// <summary>How often a set was found.</summary>
    public long Hits { get; private set; }

    /// <summary>Segments with fewer documents are searched without it.</summary>
    internal int SmallestSegment { get; init; } = 4096;

    /// <summary>The weight of a filter, or one that looks here first when the filter is worth it.</summary>
    internal Weight Wrap(Query filter, Weight weight, CancellationToken cancellation) =>
        filter is TermQuery or MatchAllQuery or MatchNoneQuery || !filter.DependsOnSegmentAlone
            ? weight : new CachedFilterWeight(this, filter, weight, CountUse(filter), cancellation);

    /// <summary>A set and the number of its documents, or null when there is none.</summary>
    internal (DocBits Set, int Count)? Find(long segment, Query filter)
    {
        lock (_gate)
        {
            if (!_sets.TryGetValue((segment, filter), out var node)) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            Hits++;
            return (node.Value.Set, node.Value.Count);
        }
    }

    /// <summary>Keeps a set, which must not change from now on.</summary>
    internal void Add(long segment, Query filter, DocBits set, int count)
    {
        var entry = new Entry(segment, filter, set, count);
        lock (_gate)
        {
            if (entry.Bytes > _maxBytes || _sets.ContainsKey((segment, filter))) return;
            _sets.Add((segment, filter), _byUse.AddFirst(entry));
            Bytes += entry.Bytes;
            while (Bytes > _maxBytes) RemoveOldest();
        }
    }

    private void RemoveOldest()
    {
        var oldest = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _sets.Remove((oldest.Segment, oldest.Filter));
        Bytes -= oldest.Bytes;
    }

    // True when the filter was among the last ones before.
    private bool CountUse(Query filter)
    {
        lock (_gate)
        {
            _recent.Enqueue(filter);
            var uses = _uses[filter] = _uses.GetValueOrDefault(filter) + 1;
            if (_recent.Count > Remembered) Forget(_recent.Dequeue());
            return uses > 1;
        }
    }

    private void Forget(Query filter)
    {
        if (--_uses[filter] == 0) _uses.Remove(filter);
    }
}
