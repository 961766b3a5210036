using Dateline.Index.Collecting;

namespace Dateline.Index.Facets;

/// <summary>A set of documents in groups; see <see cref="GroupIndex"/>.</summary>
public sealed class DocGroups
{
    private readonly DocIdSet _documents;
    private readonly long[] _docs;  // segment << 32 | document, group after group
    private readonly int[] _starts; // of each group in _docs, and one more for the end

    internal DocGroups(DocIdSet documents, long[] docs, int[] starts) =>
        (_documents, _docs, _starts) = (documents, docs, starts);

    /// <summary>Number of groups.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>
    /// One document of each group: the one with the least value in a column of days, of equal ones the first in index
    /// order; one without a value comes last.
    /// </summary>
    public DocIdSet Earliest(DayIndex days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var earliest = new DocIdSet([.. _documents.Segments.Select(static segment => new DocBits(segment.MaxDoc))]);
        for (var group = 0; group < Count; group++)
        {
            var best = -1L;
            var bestDay = int.MaxValue;
            foreach (var doc in DocsOf(group))
            {
                var day = days.DayOf(SegmentOf(doc), LocalOf(doc));
                if (best < 0 || (day >= 0 && day < bestDay))
                    (best, bestDay) = (doc, day < 0 ? int.MaxValue : day);
            }

            earliest.Segments[SegmentOf(best)].Add(LocalOf(best));
        }

        return earliest;
    }

    internal static long Pack(int segment, int local) => (long)segment << 32 | (uint)local;

    internal static int SegmentOf(long doc) => (int)(doc >> 32);

    internal static int LocalOf(long doc) => (int)doc;

    internal ReadOnlySpan<long> DocsOf(int group) => _docs.AsSpan(_starts[group].._starts[group + 1]);
}
