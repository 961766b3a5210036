using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Compound;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Reading;

/// <summary>
/// The files of one segment, open. Immutable and shared by all readers of the segment, whatever is deleted in them. Nothing
/// is closed explicitly: mappings go with the last cursor over them, so a search on an old reader never loses its memory.
/// </summary>
internal sealed class SegmentCore
{
    private SegmentCore(SegmentInfo info, SegmentFiles files)
    {
        Info = info;
        Fields = FieldInfosFormat.Read(files);
        if (Fields.Any(field => field.IndexOptions != IndexOptions.None)) Terms = TermsReader.Open(files, Fields);
        if (Fields.Any(field => field.HasNorms)) Norms = NormsReader.Open(files, Fields);
        if (Fields.Any(field => field.DocValues != DocValuesType.None)) Columns = DocValuesReader.Open(files, Fields);
        if (Fields.Any(field => field.PointDimensions > 0)) Points = PointsReader.Open(files, Fields);
        Stored = StoredFieldsReader.Open(files, Fields, info.StoredMode);
    }

    public SegmentInfo Info { get; }

    public FieldInfos Fields { get; }

    public TermsReader? Terms { get; }

    public NormsReader? Norms { get; }

    public DocValuesReader? Columns { get; }

    public PointsReader? Points { get; }

    public StoredFieldsReader Stored { get; }

    public static SegmentCore Open(IndexDirectory directory, SegmentInfo info)
    {
        var inside = info.IsCompound ? CompoundDirectory.Open(directory, info) : directory;
        return new SegmentCore(info, new SegmentFiles(inside, info.Name, info.Id, info.MaxDoc));
    }
}
