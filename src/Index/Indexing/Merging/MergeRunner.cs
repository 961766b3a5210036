using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>Carries a merge out: writes the merged segment and puts it in place. Thread-safe.</summary>
internal sealed class MergeRunner(
    IndexDirectory directory, LiveSegments segments, FileKeeper files, SegmentNames names, Func<FieldRegistry> registry)
{
    /// <summary>
    /// Runs a merge. When it fails or is cancelled, the segments stay as they were and its files are deleted.
    /// </summary>
    public void Run(MergeJob job, CancellationToken cancellation)
    {
        var name = names.Next();
        files.Add(name);
        WriterSegment? merged = null;
        try
        {
            var info = SegmentMerger.Merge(directory, name, SegmentNames.NewId(), job, registry(), cancellation);
            merged = WriterSegment.Open(directory, new SegmentCommit { Info = info, CommitId = SegmentNames.NewId() });
        }
        finally
        {
            if (!segments.EndMerge(job, merged)) files.Remove([name]);
        }

        files.Sweep();
    }
}
