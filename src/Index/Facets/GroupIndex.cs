using System.Numerics;
using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>
/// A numeric column over all segments whose equal values make a group; a document without a value is a group of its
/// own. Thread-safe; made once per view of an index (<see cref="IndexSearcher.Groups"/>).
/// </summary>
public sealed class GroupIndex
{
    private readonly NumberTable?[] _tables;

    private readonly int[] _docBases;

    internal GroupIndex(string field, IReadOnlyList<SegmentContext> segments)
    {
        _tables = [.. segments.Select(segment => NumberTable.Of(segment.Reader, field))];
        _docBases = [.. segments.Select(static segment => segment.DocBase)];
    }

    /// <summary>Puts a set of documents of the index in groups. Takes 16 bytes a document while it lasts.</summary>
    public DocGroups Of(DocIdSet documents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var count = checked((int)documents.Count);
        var (keys, docs) = (new long[count], new long[count]);
        var (withKey, withoutKey) = (0, count);
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var words = documents.Segments[k].Words;
            for (var word = 0; word < words.Length; word++)
            {
                for (var rest = words[word]; rest != 0; rest &= rest - 1)
                {
                    var local = (word << 6) + BitOperations.TrailingZeroCount(rest);
                    var hasKey = _tables[k] is { } table && table.TryGet(local, out keys[withKey]);
                    docs[hasKey ? withKey++ : --withoutKey] = DocGroups.Pack(k, local);
                }
            }
        }

        Array.Sort(keys, docs, 0, withKey);
        docs.AsSpan(withKey).Sort();
        return new DocGroups(documents, docs, Starts(keys.AsSpan(0, withKey), count));
    }

    /// <summary>What a document of the index shares with the others of its group: equal for equal groups.</summary>
    public (long Key, bool IsAlone) KeyOf(int docId)
    {
        var segment = Array.FindLastIndex(_docBases, docBase => docBase <= docId);
        return _tables[segment] is { } table && table.TryGet(docId - _docBases[segment], out var key)
            ? (key, false)
            : (docId, true);
    }

    private static int[] Starts(ReadOnlySpan<long> keys, int count)
    {
        var starts = new List<int>();
        for (var at = 0; at < count; at++)
        {
            if (at == 0 || at >= keys.Length || keys[at] != keys[at - 1])
                starts.Add(at);
        }

        starts.Add(count);
        return [.. starts];
    }
}
