using System.Numerics;
using Dateline.Index.Numerics;
using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>A set of dictionary entries a document, with bulk access for facet counting.</summary>
internal sealed class SortedSetCursor(OrdsEntry entry) : SortedSetColumn
{
    private readonly DocsWithFieldCursor _docs = entry.Docs.Cursor();
    private long _next;
    private int _count;

    /// <inheritdoc/>
    public override IOrdDictionary Dictionary { get; } = new OrdDictionary(entry.Dictionary);

    /// <inheritdoc/>
    public override int DocCount => entry.DocCount;

    /// <inheritdoc/>
    public override int OrdCount => _count;

    /// <inheritdoc/>
    public override int NextOrd() => entry.Ord(_next++);

    /// <inheritdoc/>
    public override bool AdvanceExact(int docId)
    {
        if (!_docs.AdvanceExact(docId)) return false;
        Locate();
        return true;
    }

    /// <summary>Moves to the first document with a value at or after the target, or to <see
    /// cref="DocCursor.NoMoreDocs"/>.</summary>
    public int Advance(int target)
    {
        var docId = _docs.Advance(target);
        if (docId != DocCursor.NoMoreDocs) Locate();
        return docId;
    }

    /// <summary>
    /// Ascending ords of a document into the buffer; returns how many the document has, 0 without a value. When that is
    /// more
    /// than the buffer holds, only its first part is filled. Document ids must not decrease from call to call.
    /// </summary>
    public int ReadOrds(int docId, Span<int> buffer)
    {
        if (!AdvanceExact(docId)) return 0;
        var read = buffer[..Math.Min(_count, buffer.Length)];
        if (read.Length == 1) read[0] = entry.Ord(_next);
        else if (read.Length > 1) entry.Ords.GetInts(_next, read, entry.Dictionary.Count - 1);
        return _count;
    }

    /// <summary>
    /// Adds 1 to <paramref name="counts"/> (one entry an ord) for every ord of every document whose bit (d % 64 of word
    /// d / 64)
    /// is set. Needs a cursor that has not moved past the first of them.
    /// </summary>
    public void CountOrds(ReadOnlySpan<ulong> docBits, Span<int> counts)
    {
        if (counts.Length < entry.Dictionary.Count)
            throw new ArgumentException($"{counts.Length} counters for {entry.Dictionary.Count} ords.", nameof(counts));
        Span<int> buffer = stackalloc int[256];
        for (var word = 0; word < docBits.Length; word++)
        {
            for (var rest = docBits[word]; rest != 0; rest &= rest - 1)
            {
                if (!AdvanceExact(word * 64 + BitOperations.TrailingZeroCount(rest))) continue;
                if (_count == 1) counts[entry.Ord(_next)]++;
                else CountMany(counts, buffer);
            }
        }
    }

    private void CountMany(Span<int> counts, Span<int> buffer)
    {
        for (var done = 0; done < _count;)
        {
            var part = buffer[..Math.Min(_count - done, buffer.Length)];
            entry.Ords.GetInts(_next + done, part, entry.Dictionary.Count - 1);
            foreach (var ord in part) counts[ord]++;
            done += part.Length;
        }
    }

    private void Locate()
    {
        _count = 1;
        _next = entry.Starts is null ? _docs.Ordinal : entry.Starts.Range(_docs.Ordinal, out _count);
    }
}
