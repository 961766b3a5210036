using System.Numerics;
using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>
/// The ords of every document of a segment, unpacked: counting then walks two arrays and nothing else. 4 bytes an ord
/// and 4 a document. Immutable.
/// </summary>
internal sealed class OrdTable
{
    private readonly int[] _starts; // MaxDoc + 1 entries; empty when document d has the one ord d
    private readonly int[] _ords;

    public OrdTable(int[] starts, int[] ords) => (_starts, _ords) = (starts, ords);

    public int OrdCount => _ords.Length;

    /// <summary>
    /// The table of a sorted-set field, unpacked once for all readers of the segment's files, whatever is deleted in
    /// them; null when the segment has no such field.
    /// </summary>
    public static OrdTable? Of(SegmentReader segment, string field) => TableCache<OrdTable>.Get(
        segment, field,
        static (reader, name) => reader.SortedSet(name) is { } column ? Read(column, reader.MaxDoc) : null);

    /// <summary>Hands the ords of the documents in the set to <paramref name="adder"/>, documents ascending.</summary>
    public void Visit<TAdder>(ReadOnlySpan<ulong> docs, ref TAdder adder)
        where TAdder : struct, IOrdAdder
    {
        if (_starts.Length == 0) VisitSingle(docs, ref adder);
        else VisitMany(docs, ref adder);
    }

    /// <summary>
    /// How many documents of the set have no ord from <paramref name="from"/> up to, not including,
    /// <paramref name="to"/>.
    /// </summary>
    public int CountWithout(ReadOnlySpan<ulong> docs, int from, int to)
    {
        var without = 0;
        for (var word = 0; word < docs.Length; word++)
        {
            for (var rest = docs[word]; rest != 0; rest &= rest - 1)
            {
                if (!HasAny(OrdsOf((word << 6) + BitOperations.TrailingZeroCount(rest)), from, to)) without++;
            }
        }

        return without;
    }

    /// <summary>The ords of a document.</summary>
    public ReadOnlySpan<int> OrdsOf(int docId) => _starts.Length == 0
        ? _ords.AsSpan(docId, 1)
        : _ords.AsSpan(_starts[docId], _starts[docId + 1] - _starts[docId]);

    private static OrdTable Read(SortedSetColumn column, int maxDoc)
    {
        var starts = new int[maxDoc + 1];
        var ords = new int[Math.Max(column.DocCount, 16)];
        var used = 0;
        for (var docId = 0; docId < maxDoc; docId++)
        {
            starts[docId] = used;
            if (!column.AdvanceExact(docId)) continue;
            var count = column.OrdCount;
            if (count > ords.Length - used) Array.Resize(ref ords, checked(Math.Max(used + count, used * 2)));
            for (; count > 0; count--) ords[used++] = column.NextOrd();
        }

        starts[maxDoc] = used;
        Array.Resize(ref ords, used);
        return new OrdTable(IsSingle(starts) ? [] : starts, ords);
    }

    private static bool IsSingle(int[] starts)
    {
        for (var docId = 0; docId < starts.Length; docId++)
        {
            if (starts[docId] != docId) return false;
        }

        return true;
    }

    private static bool HasAny(ReadOnlySpan<int> ords, int from, int to)
    {
        foreach (var ord in ords)
        {
            if (ord >= from && ord < to) return true;
        }

        return false;
    }

    private void VisitSingle<TAdder>(ReadOnlySpan<ulong> docs, ref TAdder adder)
        where TAdder : struct, IOrdAdder
    {
        for (var word = 0; word < docs.Length; word++)
        {
            for (var rest = docs[word]; rest != 0; rest &= rest - 1)
                adder.Add(_ords.AsSpan((word << 6) + BitOperations.TrailingZeroCount(rest), 1));
        }
    }

    private void VisitMany<TAdder>(ReadOnlySpan<ulong> docs, ref TAdder adder)
        where TAdder : struct, IOrdAdder
    {
        for (var word = 0; word < docs.Length; word++)
        {
            var rest = docs[word];
            var docId = word << 6;
            if (rest == ulong.MaxValue) // the ords of neighbours are neighbours
            {
                adder.Add(_ords.AsSpan(_starts[docId], _starts[docId + 64] - _starts[docId]));
                continue;
            }

            for (; rest != 0; rest &= rest - 1)
            {
                var at = docId + BitOperations.TrailingZeroCount(rest);
                adder.Add(_ords.AsSpan(_starts[at], _starts[at + 1] - _starts[at]));
            }
        }
    }
}
