using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>Writes the live documents of some segments to a new one, in the order of the segments.</summary>
internal sealed class SegmentMerger
{
    private readonly MergeInput[] _inputs;
    private readonly FieldInfos _fields;
    private readonly SegmentFiles _files;

    private SegmentMerger(MergeInput[] inputs, FieldInfos fields, SegmentFiles files)
    {
        _inputs = inputs;
        _fields = fields;
        _files = files;
    }

    /// <summary>Merges. Checks the checksums of all files that go in, so that damage does not spread.</summary>
    public static SegmentInfo Merge(
        IndexDirectory directory, string name, byte[] id, IReadOnlyList<WriterSegment> segments, FieldRegistry registry)
    {
        var inputs = new MergeInput[segments.Count];
        var maxDoc = 0;
        for (var k = 0; k < inputs.Length; k++)
        {
            foreach (var file in segments[k].Core.Info.Files) CodecHeader.CheckChecksum(directory.Open(file));
            inputs[k] = new MergeInput(segments[k].Reader(), maxDoc);
            maxDoc += segments[k].LiveCount;
        }

        var files = new SegmentFiles(directory, name, id, maxDoc);
        new SegmentMerger(inputs, MergedFields.Of(inputs, registry), files).Run();
        var minVersion = segments.Select(segment => segment.Core.Info.MinVersion).Aggregate(LuceneVersion.Written, LuceneVersion.Min);
        return SegmentWriting.Finish(directory, files, [], "merge", minVersion);
    }

    private void Run()
    {
        FieldInfosFormat.Write(_files, _fields);
        MergeStored();
        var norms = MergeNorms();
        TermsMerger.Merge(_files, _fields, _inputs, norms);
        ColumnsMerger.Merge(_files, _fields, _inputs);
        PointsMerger.Merge(_files, _fields, _inputs);
    }

    private void MergeStored()
    {
        using var writer = new StoredFieldsWriter(_files);
        foreach (var input in _inputs)
        {
            var scan = input.Reader.Core.Stored.Scan();
            for (var docId = 0; docId < input.Targets.Length; docId++)
            {
                if (input.Targets[docId] < 0) continue;
                writer.StartDocument();
                foreach (var (name, value) in scan.Read(docId)) StoredValue.Write(writer, _fields.Find(name)!.Number, value);
                writer.FinishDocument();
            }
        }

        writer.Finish(_files.MaxDoc);
    }

    private Dictionary<string, NormBytes> MergeNorms()
    {
        var merged = new Dictionary<string, NormBytes>(StringComparer.Ordinal);
        var withNorms = _fields.Where(field => field.HasNorms).OrderBy(field => field.Number).ToList();
        if (withNorms.Count == 0) return merged;
        using var writer = new NormsWriter(_files);
        foreach (var field in withNorms)
        {
            var norms = new byte[_files.MaxDoc];
            foreach (var input in _inputs) CopyNorms(input, field.Name, norms);
            writer.Write(field, norms);
            merged.Add(field.Name, new NormBytes(norms));
        }

        writer.Finish();
        return merged;
    }

    private static void CopyNorms(MergeInput input, string field, byte[] norms)
    {
        if (input.Reader.Norms(field) is not { } values) return;
        for (var docId = 0; docId < input.Targets.Length; docId++)
            if (input.Targets[docId] is var target and >= 0) norms[target] = (byte)values.Get(docId);
    }
}
