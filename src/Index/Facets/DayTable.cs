using System.Numerics;
using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>
/// The days of every document of a segment, unpacked from a numeric column of <see cref="DateOnly.DayNumber"/>; 4 bytes
/// a document. Immutable.
/// </summary>
internal sealed class DayTable
{
    /// <summary>What documents without a day have.</summary>
    public const int NoDay = -1;

    private static readonly int MaxDay = DateOnly.MaxValue.DayNumber;

    private readonly int[] _days;

    private DayTable(int[] days)
    {
        _days = days;
        (First, Last) = (int.MaxValue, NoDay);
        foreach (var day in days)
        {
            if (day == NoDay) continue;
            First = Math.Min(First, day);
            Last = Math.Max(Last, day);
        }
    }

    /// <summary>Earliest day; <see cref="int.MaxValue"/> when there is none.</summary>
    public int First { get; }

    /// <summary>Latest day; <see cref="NoDay"/> when there is none.</summary>
    public int Last { get; }

    /// <summary>
    /// The table of a column, unpacked once for all readers of the segment's files; null when the segment has no such
    /// column.
    /// </summary>
    public static DayTable? Of(SegmentReader segment, string field) => TableCache<DayTable>.Get(
        segment, field,
        static (reader, name) => reader.Numeric(name) is { } column ? new DayTable(Read(column, reader.MaxDoc)) : null);

    /// <summary>The day of a document, or <see cref="NoDay"/>.</summary>
    public int DayOf(int docId) => _days[docId];

    /// <summary>
    /// Adds 1 to the counter of each document's day, the first of which is for <paramref name="first"/>; returns the
    /// number of documents without one.
    /// </summary>
    public int Count(DocBits documents, int first, Span<int> counts)
    {
        var (without, days) = (0, _days);
        var words = documents.Words;
        for (var word = 0; word < words.Length; word++)
        {
            for (var rest = words[word]; rest != 0; rest &= rest - 1)
            {
                var day = days[(word << 6) + BitOperations.TrailingZeroCount(rest)];
                if (day == NoDay) without++;
                else counts[day - first]++;
            }
        }

        return without;
    }

    /// <summary>Adds each document's day to a list; returns the number of documents without one.</summary>
    public int List(DocBits documents, List<int> list)
    {
        var without = 0;
        for (var docId = documents.NextFrom(0); docId != DocCursor.NoMoreDocs; docId = documents.NextFrom(docId + 1))
        {
            if (_days[docId] == NoDay) without++;
            else list.Add(_days[docId]);
        }

        return without;
    }

    private static int[] Read(NumericColumn column, int maxDoc)
    {
        var days = new int[maxDoc];
        for (var docId = 0; docId < maxDoc; docId++)
        {
            days[docId] = column.AdvanceExact(docId) && column.Value >= 0 && column.Value <= MaxDay
                ? (int)column.Value : NoDay;
        }

        return days;
    }
}
