using Dateline.Index.Codecs;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>
/// Merges stored documents, reading front to back. Where the numbers of the fields agree, documents are copied as
/// bytes, and whole chunks without being unpacked when nothing in the segment is deleted.
/// </summary>
internal static class StoredMerger
{
    public static void Merge(
        SegmentFiles files,
        FieldInfos fields,
        MergeInput[] inputs,
        ScanDirectory pass,
        CancellationToken cancellation)
    {
        void Step(long position)
        {
            cancellation.ThrowIfCancellationRequested();
            pass.Passed(position);
        }

        using var writer = new StoredFieldsWriter(files);
        foreach (var input in inputs)
        {
            var scan = input.Reader.Core.Stored.Scan();
            var sameNumbers = input.Reader.Fields.All(field => fields.Find(field.Name)!.Number == field.Number);
            var next = sameNumbers && input.DropsNothing ? writer.AddChunks(input.Reader.Core.Stored, Step) : 0;
            for (var docId = next; docId < input.Targets.Length; docId++)
            {
                if (input.Targets[docId] < 0) continue;
                if ((docId & 255) == 0) Step(writer.Position);
                writer.StartDocument();
                if (sameNumbers) writer.AddRaw(scan.Raw(docId, out var fieldCount), fieldCount);
                else Add(writer, fields, scan, docId);
                writer.FinishDocument();
            }
        }

        writer.Finish(files.MaxDoc);
    }

    private static void Add(StoredFieldsWriter writer, FieldInfos fields, StoredFieldsScan scan, int docId)
    {
        foreach (var (name, value) in scan.Read(docId)) StoredValue.Write(writer, fields.Find(name)!.Number, value);
    }
}
