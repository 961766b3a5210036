using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Reading;

/// <summary>
/// The files of one segment, open. Immutable and shared by all readers of the segment, whatever is deleted in them.
/// Nothing is closed explicitly: mappings go with the last cursor over them, so a search on an old reader never loses
/// its memory.
/// </summary>
internal sealed class SegmentCore
{
    private static long _cores;

    private SegmentCore(SegmentCommit segment, SegmentParts parts)
    {
        Segment = segment;
        Fields = parts.Fields;
        Terms = parts.Terms();
        Norms = parts.Norms();
        Columns = parts.Columns();
        Points = parts.Points();
        Stored = parts.Stored();
    }

    /// <summary>Different for every core opened in this process.</summary>
    public long Number { get; } = Interlocked.Increment(ref _cores);

    /// <summary>
    /// The segment as the commit had it by which it was opened; others may differ in what is deleted.
    /// </summary>
    public SegmentCommit Segment { get; }

    public SegmentInfo Info => Segment.Info;

    public FieldInfos Fields { get; }

    public TermsReader? Terms { get; }

    public NormsReader? Norms { get; }

    public DocValuesReader? Columns { get; }

    public PointsReader? Points { get; }

    public StoredFieldsReader Stored { get; }

    public static SegmentCore Open(IndexDirectory directory, SegmentCommit segment) =>
        new(segment, new SegmentParts(directory, segment));
}
