using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>Writes the live documents of some segments to a new one, in the order of the segments.</summary>
internal sealed class SegmentMerger
{
    private readonly ScanDirectory _scan;
    private readonly MergeInput[] _inputs;
    private readonly FieldInfos _fields;
    private readonly SegmentFiles _files;
    private readonly CancellationToken _cancellation;

    private SegmentMerger(
        ScanDirectory scan,
        MergeInput[] inputs,
        FieldInfos fields,
        SegmentFiles files,
        CancellationToken cancellation)
    {
        _scan = scan;
        _inputs = inputs;
        _fields = fields;
        _files = files;
        _cancellation = cancellation;
    }

    /// <summary>Merges. Checks the checksums of all files that go in, so that damage does not spread.</summary>
    public static SegmentInfo Merge(
        IndexDirectory directory,
        string name,
        byte[] id,
        MergeJob job,
        FieldRegistry registry,
        CancellationToken cancellation)
    {
        foreach (var file in job.Segments.SelectMany(segment => segment.Core.Info.Files))
        {
            cancellation.ThrowIfCancellationRequested();
            CodecHeader.CheckChecksum(directory.Open(file));
        }

        var files = new SegmentFiles(directory, name, id, job.DocCount);
        using var scan = new ScanDirectory(directory);
        var inputs = job.OpenInputs(scan);
        new SegmentMerger(scan, inputs, MergedFields.Of(inputs, registry), files, cancellation).Run();
        scan.Release();
        var minVersion = job.Segments.Select(segment => segment.Core.Info.MinVersion)
            .Aggregate(LuceneVersion.Written, LuceneVersion.Min);
        return SegmentWriting.Finish(directory, files, [], "merge", minVersion);
    }

    private void Run()
    {
        FieldInfosFormat.Write(_files, _fields);
        StoredMerger.Merge(_files, _fields, _inputs, _scan, _cancellation);
        var norms = MergeNorms();
        TermsMerger.Merge(_files, _fields, _inputs, norms, _scan, _cancellation);
        _scan.Release();
        _cancellation.ThrowIfCancellationRequested();
        ColumnsMerger.Merge(_files, _fields, _inputs);
        _cancellation.ThrowIfCancellationRequested();
        PointsMerger.Merge(_files, _fields, _inputs);
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
