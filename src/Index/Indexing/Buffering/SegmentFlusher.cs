using Dateline.Index.Codecs;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>Writes a buffered segment to its files.</summary>
internal static class SegmentFlusher
{
    /// <summary>Writes all files of the segment, <c>.si</c> last, and returns what it says.</summary>
    public static SegmentInfo Flush(IndexDirectory directory, SegmentBuffer buffer)
    {
        buffer.FinishStored();
        var files = new SegmentFiles(directory, buffer.Name, buffer.Id, buffer.DocCount);
        var rows = new List<(FieldBuffer Field, FieldInfo Info)>();
        foreach (var field in buffer.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
            if (field.Info() is { } info) rows.Add((field, info));
        var infos = new FieldInfos(rows.Select(row => row.Info));
        FieldInfosFormat.Write(files, infos);
        WriteTerms(files, infos, rows);
        WriteNorms(files, rows);
        WriteColumns(files, rows);
        WritePoints(files, rows);
        return SegmentWriting.Finish(directory, files, buffer.StoredFiles.Created, "flush", LuceneVersion.Written);
    }

    private static void WriteTerms(SegmentFiles files, FieldInfos infos, List<(FieldBuffer Field, FieldInfo Info)> rows)
    {
        if (rows.TrueForAll(row => row.Field.Postings is null)) return;
        using var writer = new TermsWriter(files, infos);
        foreach (var (field, info) in rows) field.Postings?.Flush(writer, info, files.MaxDoc);
        writer.Finish();
    }

    private static void WriteNorms(SegmentFiles files, List<(FieldBuffer Field, FieldInfo Info)> rows)
    {
        if (rows.TrueForAll(row => !row.Info.HasNorms)) return;
        using var writer = new NormsWriter(files);
        foreach (var (field, info) in rows)
            if (info.HasNorms) writer.Write(info, field.Postings!.Norms(files.MaxDoc));
        writer.Finish();
    }

    private static void WriteColumns(SegmentFiles files, List<(FieldBuffer Field, FieldInfo Info)> rows)
    {
        if (rows.TrueForAll(row => row.Field.Column is null)) return;
        using var writer = new DocValuesWriter(files);
        foreach (var (field, info) in rows) field.Column?.Flush(writer, info);
        writer.Finish();
    }

    private static void WritePoints(SegmentFiles files, List<(FieldBuffer Field, FieldInfo Info)> rows)
    {
        if (rows.TrueForAll(row => !row.Field.HasPoints)) return;
        using var writer = new PointsWriter(files);
        foreach (var (field, info) in rows)
        {
            if (!field.HasPoints) continue;
            var (values, docIds) = field.Points();
            writer.WriteLong(info, values, docIds);
        }

        writer.Finish();
    }
}
