using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.Compound;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Reading;

/// <summary>
/// Opens the parts of one segment as a commit has it, each when asked for; null for a part the segment does not have.
/// Columns come from the newest generation of each field (LUCENE87 section 3).
/// </summary>
internal sealed class SegmentParts
{
    private readonly SegmentCommit _segment;
    private readonly SegmentFiles _files; // inside the compound file when there is one
    private readonly SegmentFiles _updates; // always beside it
    private readonly FieldInfos _written;

    /// <summary>Reads the fields.</summary>
    public SegmentParts(IndexDirectory directory, SegmentCommit segment)
    {
        var info = segment.Info;
        _segment = segment;
        _updates = new SegmentFiles(directory, info.Name, info.Id, info.MaxDoc);
        _files = info.IsCompound
            ? new SegmentFiles(CompoundDirectory.Open(directory, info), info.Name, info.Id, info.MaxDoc)
            : _updates;
        _written = FieldInfosFormat.Read(_files);
        Fields = segment.FieldsGeneration < 0
            ? _written
            : FieldInfosFormat.Read(_updates, Base36.Format(segment.FieldsGeneration));
    }

    /// <summary>The fields as last updated.</summary>
    public FieldInfos Fields { get; }

    public TermsReader? Terms() =>
        _written.Any(field => field.IndexOptions != IndexOptions.None) ? TermsReader.Open(_files, _written) : null;

    public NormsReader? Norms() => _written.Any(field => field.HasNorms) ? NormsReader.Open(_files, _written) : null;

    public DocValuesReader? Columns()
    {
        var hasWritten = _written.Any(field => field.DocValues != DocValuesType.None);
        var written = hasWritten ? DocValuesReader.Open(_files, _written) : null;
        return _segment.FieldsGeneration < 0 ? written : DocValuesReader.OpenUpdates(written, _updates, Fields);
    }

    public PointsReader? Points() =>
        _written.Any(field => field.PointDimensions > 0) ? PointsReader.Open(_files, _written) : null;

    public StoredFieldsReader Stored() => StoredFieldsReader.Open(_files, _written, _segment.Info.StoredMode);
}
