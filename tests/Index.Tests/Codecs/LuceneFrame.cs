using Dateline.Index.Codecs;
using Dateline.Index.Schema;

namespace Dateline.Index.Tests.Codecs;

/// <summary>The files around a single segment that make it an index Lucene opens (LUCENE87 sections 3 to 5).</summary>
internal static class LuceneFrame
{
    public static void Write(SegmentFiles files, FieldInfos fields)
    {
        WriteFields(files, fields);
        WriteSegment(files);
        WriteCommit(files);
    }

    private static void WriteFields(SegmentFiles files, FieldInfos fields)
    {
        using var fnm = files.Create("fnm", "Lucene60FieldInfos", 2);
        fnm.WriteVInt(fields.Count);
        foreach (var field in fields)
        {
            fnm.WriteString(field.Name);
            fnm.WriteVInt(field.Number);
            fnm.WriteByte(0);
            fnm.WriteByte((byte)field.IndexOptions);
            fnm.WriteByte((byte)field.DocValues);
            fnm.WriteInt64(-1);
            fnm.WriteStringMap(field.Attributes);
            fnm.WriteVInt(field.PointDimensions);
            if (field.PointDimensions == 0) continue;
            fnm.WriteVInt(field.PointIndexDimensions);
            fnm.WriteVInt(field.PointBytes);
        }

        CodecHeader.WriteFooter(fnm);
    }

    private static void WriteSegment(SegmentFiles files)
    {
        using var si = files.Create("si", "Lucene86SegmentInfo", 0);
        for (var k = 0; k < 2; k++)
        {
            si.WriteInt32(8);
            si.WriteInt32(7);
            si.WriteInt32(0);
            if (k == 0) si.WriteByte(1);
        }

        si.WriteInt32(files.MaxDoc);
        si.WriteByte(0xFF);
        si.WriteStringMap(new Dictionary<string, string>());
        si.WriteStringSet(files.Created);
        si.WriteStringMap(new Dictionary<string, string> { ["Lucene87StoredFieldsFormat.mode"] = "BEST_SPEED" });
        si.WriteVInt(0);
        CodecHeader.WriteFooter(si);
    }

    private static void WriteCommit(SegmentFiles files)
    {
        using var commit = files.Directory.Create("segments_1");
        CodecHeader.WriteIndex(commit, "segments", 10, new byte[16], "1");
        foreach (var part in new[] { 8, 7, 0, 8 }) commit.WriteVInt(part);
        commit.WriteInt64(1);
        commit.WriteVLong(1);
        commit.WriteInt32(1);
        foreach (var part in new[] { 8, 7, 0 }) commit.WriteVInt(part);
        commit.WriteString(files.Segment);
        commit.WriteBytes(files.Id.Span);
        commit.WriteString("Lucene87");
        commit.WriteInt64(-1);
        commit.WriteInt32(0);
        commit.WriteInt64(-1);
        commit.WriteInt64(-1);
        commit.WriteInt32(0);
        commit.WriteByte(0);
        commit.WriteVInt(0);
        commit.WriteInt32(0);
        commit.WriteVInt(0);
        CodecHeader.WriteFooter(commit);
    }
}
