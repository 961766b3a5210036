using System.Runtime.CompilerServices;
using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>
/// Unpacked columns, one for all readers of a segment's files, whatever is deleted in them; they go when the last of
/// those readers goes. Thread-safe.
/// </summary>
internal static class TableCache<TTable>
    where TTable : class
{
    private static readonly ConditionalWeakTable<object, Dictionary<string, TTable>> Tables = [];

    /// <summary>
    /// The table of a field, read on first use; null when <paramref name="read"/> finds no such column.
    /// </summary>
    public static TTable? Get(SegmentReader segment, string field, Func<SegmentReader, string, TTable?> read)
    {
        var tables = Tables.GetOrCreateValue(segment is DiskSegmentReader disk ? disk.Core : segment);
        lock (tables)
        {
            if (tables.TryGetValue(field, out var known)) return known;
            if (read(segment, field) is not { } table) return null;
            return tables[field] = table;
        }
    }
}
