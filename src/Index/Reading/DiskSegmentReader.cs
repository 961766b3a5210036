using System.Numerics;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Reading;

/// <summary>A segment of a directory with one state of its deletions.</summary>
internal sealed class DiskSegmentReader : SegmentReader
{
    private readonly ulong[] _liveBits;

    /// <param name="core">The open files.</param>
    /// <param name="liveBits">One bit a document, or empty; must not change afterwards.</param>
    public DiskSegmentReader(SegmentCore core, ulong[] liveBits)
    {
        Core = core;
        _liveBits = liveBits;
        LiveCount = liveBits.Length == 0 ? core.Info.MaxDoc : liveBits.Sum(BitOperations.PopCount);
    }

    public SegmentCore Core { get; }

    internal override long CoreNumber => Core.Number;

    public override string Name => Core.Info.Name;

    public override int MaxDoc => Core.Info.MaxDoc;

    public override int LiveCount { get; }

    public override FieldInfos Fields => Core.Fields;

    public override ReadOnlySpan<ulong> LiveBits => _liveBits;

    /// <summary>Opens a segment as a commit has it, over files already open when there are.</summary>
    public static DiskSegmentReader Open(IndexDirectory directory, SegmentCommit segment, SegmentCore? core = null) =>
        new(core ?? SegmentCore.Open(directory, segment), LiveDocsFormat.Read(directory, segment));

    /// <summary>The same state of the segment over files opened anew.</summary>
    public DiskSegmentReader OpenAgain(IndexDirectory directory) =>
        new(SegmentCore.Open(directory, Core.Segment), _liveBits);

    public override FieldTerms? Terms(string field) => Core.Terms?.Field(field);

    public override NormValues? Norms(string field) =>
        Find(field, info => info.HasNorms) is { } info ? Core.Norms?.Field(info) : null;

    public override NumericColumn? Numeric(string field) =>
        Column(field, DocValuesType.Numeric) is { } info ? Core.Columns?.Numeric(info) : null;

    public override SortedNumericColumn? SortedNumeric(string field) =>
        Column(field, DocValuesType.SortedNumeric) is { } info ? Core.Columns?.SortedNumeric(info) : null;

    public override BinaryColumn? Binary(string field) =>
        Column(field, DocValuesType.Binary) is { } info ? Core.Columns?.Binary(info) : null;

    public override SortedColumn? Sorted(string field) =>
        Column(field, DocValuesType.Sorted) is { } info ? Core.Columns?.Sorted(info) : null;

    public override SortedSetColumn? SortedSet(string field) =>
        Column(field, DocValuesType.SortedSet) is { } info ? Core.Columns?.SortedSet(info) : null;

    public override bool TryCollectLongRange(string field, long min, long max, ulong[] bits)
    {
        if (Core.Points is not { } points || Fields.Find(field) is not { } info || !points.HasLongs(info)) return false;
        points.CollectLongRange(info, min, max, bits);
        return true;
    }

    public override long EstimateLongRange(string field, long min, long max) =>
        Core.Points is { } points && Fields.Find(field) is { } info && points.HasLongs(info)
            ? points.EstimateLongRange(info, min, max) : -1;

    public override IReadOnlyList<StoredField> Stored(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        return Core.Stored.Read(docId);
    }

    private FieldInfo? Column(string field, DocValuesType type) => Find(field, info => info.DocValues == type);

    private FieldInfo? Find(string field, Func<FieldInfo, bool> accept) =>
        Fields.Find(field) is { } info && accept(info) ? info : null;
}
