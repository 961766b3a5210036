using System.Buffers;
using System.Runtime.InteropServices;
using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Facets;

/// <summary>
/// A numeric column of days (<see cref="DateOnly.DayNumber"/>) over all segments, to count documents by day, month or
/// year. Thread-safe; made once per view of an index (<see cref="IndexSearcher.Days"/>).
/// </summary>
public sealed class DayIndex
{
    private const int DaysPerDocument = 16; // with fewer documents to so many days, a list is sorted instead

    private readonly DayTable?[] _tables;
    private readonly int _first;
    private readonly int _last;

    internal DayIndex(string field, IReadOnlyList<SegmentContext> segments)
    {
        _tables = [.. segments.Select(segment => DayTable.Of(segment.Reader, field))];
        _first = _tables.Min(static table => table?.First) ?? int.MaxValue;
        _last = _tables.Max(static table => table?.Last) ?? DayTable.NoDay;
    }

    /// <summary>Counts a set of documents of the index; each is counted once.</summary>
    public DayCounts Count(DocIdSet documents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var span = _last < _first ? 0 : _last - _first + 1;
        return documents.Count < span / DaysPerDocument
            ? CountFew(documents, cancellation) : CountMany(documents, span, cancellation);
    }

    /// <summary>The day of a document of a segment; negative when it has none.</summary>
    internal int DayOf(int segment, int local) => _tables[segment]?.DayOf(local) ?? DayTable.NoDay;

    private DayCounts CountMany(DocIdSet documents, int span, CancellationToken cancellation)
    {
        var rented = ArrayPool<int>.Shared.Rent(span);
        var counts = rented.AsSpan(0, span);
        counts.Clear();
        var without = 0;
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            without += _tables[k]?.Count(documents.Segments[k], _first, counts) ?? documents.Segments[k].Count();
        }

        var days = new List<(int Day, int Count)>();
        for (var at = counts.IndexOfAnyExcept(0); at >= 0 && at < span;)
        {
            days.Add((_first + at, counts[at]));
            var ahead = counts[(at + 1)..].IndexOfAnyExcept(0);
            at = ahead < 0 ? span : at + 1 + ahead;
        }

        ArrayPool<int>.Shared.Return(rented);
        return new DayCounts([.. days], without);
    }

    private DayCounts CountFew(DocIdSet documents, CancellationToken cancellation)
    {
        var list = new List<int>();
        var without = 0;
        for (var k = 0; k < _tables.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            without += _tables[k]?.List(documents.Segments[k], list) ?? documents.Segments[k].Count();
        }

        list.Sort();
        var days = new List<(int Day, int Count)>();
        foreach (var day in CollectionsMarshal.AsSpan(list))
        {
            if (days.Count > 0 && days[^1].Day == day) days[^1] = (day, days[^1].Count + 1);
            else days.Add((day, 1));
        }

        return new DayCounts([.. days], without);
    }
}
