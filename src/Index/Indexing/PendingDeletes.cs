using System.Runtime.InteropServices;

namespace Dateline.Index.Indexing;

/// <summary>
/// Deletions by term since the last flush. Each applies to all written segments and to the buffered documents below the limit
/// that held when it was asked for.
/// </summary>
internal sealed class PendingDeletes
{
    private const int BytesPerTerm = 160;

    private readonly Dictionary<(string Field, string Term), int> _limits = [];

    public bool IsEmpty => _limits.Count == 0;

    public long AllocatedBytes => (long)_limits.Count * BytesPerTerm;

    /// <summary>Deletes the documents with the term that came before buffered document <paramref name="limit"/>.</summary>
    public void Add(string field, string term, int limit)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_limits, (field, term), out _);
        known = Math.Max(known, limit);
    }

    /// <summary>Applies all to the segments; <paramref name="flushed"/> is the one just written from the buffer.</summary>
    public void Apply(IEnumerable<WriterSegment> older, WriterSegment? flushed)
    {
        foreach (var segment in older)
            foreach (var (field, term) in _limits.Keys) segment.Delete(field, term, int.MaxValue);
        if (flushed is not null)
            foreach (var ((field, term), limit) in _limits) flushed.Delete(field, term, limit);
        _limits.Clear();
    }

    public void Clear() => _limits.Clear();
}
