using Dateline.Index.Codecs;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs;

/// <summary>
/// A segment of an index made by Lucene, not in compound form: just enough of <c>.si</c> and <c>.fnm</c> (LUCENE87
/// sections 4 and 5) is read here to open its columns without the rest of the engine.
/// </summary>
internal sealed record LuceneSegment(SegmentFiles Files, FieldInfos Fields, string Mode)
{
    public static LuceneSegment Open(IndexDirectory directory, string segment)
    {
        var si = directory.Open($"{segment}.si");
        CodecHeader.ReadPlain(si, "Lucene86SegmentInfo", 0, 0);
        var id = si.ReadSpan(16).ToArray();
        si.Position += 1 + 12 + 1 + 12;
        var maxDoc = si.ReadInt32();
        Assert.Equal(0xFF, si.ReadByte());
        si.ReadStringMap();
        si.ReadStringSet();
        var mode = si.ReadStringMap()["Lucene87StoredFieldsFormat.mode"];
        var files = new SegmentFiles(directory, segment, id, maxDoc);
        return new LuceneSegment(files, ReadFields(files), mode);
    }

    private static FieldInfos ReadFields(SegmentFiles files)
    {
        var fnm = files.Open("fnm", "Lucene60FieldInfos", 2, 2, out _, verify: true);
        var fields = new List<FieldInfo>();
        for (var left = fnm.ReadVInt(); left > 0; left--)
        {
            var field = new FieldInfo
            {
                Name = fnm.ReadString(),
                Number = fnm.ReadVInt(),
                OmitsNorms = (fnm.ReadByte() & 2) != 0,
                IndexOptions = (IndexOptions)fnm.ReadByte(),
                DocValues = (DocValuesType)fnm.ReadByte(),
                DocValuesGeneration = fnm.ReadInt64(),
                Attributes = fnm.ReadStringMap(),
                PointDimensions = fnm.ReadVInt(),
            };
            if (field.PointDimensions > 0)
                field = field with { PointIndexDimensions = fnm.ReadVInt(), PointBytes = fnm.ReadVInt() };
            fields.Add(field);
        }

        return new FieldInfos(fields);
    }
}
