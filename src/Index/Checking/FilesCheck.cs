using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.Compound;
using Dateline.Index.Indexing;
using Dateline.Index.Store;

namespace Dateline.Index.Checking;

/// <summary>The checksum of every file of a segment, and whether <c>.si</c> lists them all.</summary>
internal static class FilesCheck
{
    public static void Run(
        IndexDirectory directory, SegmentCommit segment, PartProblems problems, CancellationToken cancellation)
    {
        foreach (var file in segment.AllFiles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (problems.Try(() => CodecHeader.CheckChecksum(directory.Open(file)))) problems.Items++;
        }

        if (segment.Info.IsCompound) CheckInside(directory, segment, problems, cancellation);
        CheckList(directory, segment, problems);
    }

    private static void CheckInside(
        IndexDirectory directory, SegmentCommit segment, PartProblems problems, CancellationToken cancellation)
    {
        var inside = CompoundDirectory.Open(directory, segment.Info);
        foreach (var file in inside.ListFiles())
        {
            cancellation.ThrowIfCancellationRequested();
            if (problems.Try(() => CodecHeader.CheckChecksum(inside.Open(file)))) problems.Items++;
        }
    }

    // A file that is used but not listed would be deleted by the next writer (LUCENE87 section 20).
    private static void CheckList(IndexDirectory directory, SegmentCommit segment, PartProblems problems)
    {
        var listed = segment.AllFiles.ToHashSet(StringComparer.Ordinal);
        var number = IndexFileNames.SegmentNumber(segment.Info.Name + ".");
        foreach (var file in directory.ListFiles())
        {
            if (!IndexFileNames.IsIndexFile(file) || listed.Contains(file)) continue;
            if (IndexFileNames.SegmentNumber(file) != number) continue;
            if (!file.EndsWith(".liv", StringComparison.Ordinal))
                problems.Add(new IndexProblem($"{segment.Info.Name}.si", -1, $"its list of files lacks {file}"));
        }
    }
}
