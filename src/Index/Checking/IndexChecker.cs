using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Checking;

/// <summary>
/// Reads the newest commit in full: checksums of all files, every structure walked and compared with the others (terms
/// in order, postings ascending and as many as counted, impacts that bound them, norms, columns, points, stored
/// documents, deletions). Changes nothing and takes no lock, so it may run beside a writer.
/// </summary>
public static class IndexChecker
{
    /// <summary>
    /// Checks an index. Damage is in the report. <see cref="FileNotFoundException"/> when the directory holds no index,
    /// <see cref="NotSupportedException"/> when the commit uses what Dateline does not read.
    /// </summary>
    /// <param name="directory">The index.</param>
    /// <param name="progress">Told of every segment when it is done.</param>
    /// <param name="cancellationToken">Ends the check with <see cref="OperationCanceledException"/>.</param>
    public static IndexCheckReport Check(
        IndexDirectory directory, IProgress<SegmentCheck>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        while (true)
        {
            var generation = CommitFormat.LastGeneration(directory.ListFiles());
            if (generation == 0)
                throw new FileNotFoundException($"There is no index in {directory}: no segments_N file.");
            var report = Check(directory, generation, progress, cancellationToken);
            // A writer that commits meanwhile deletes files of the commit that was being read.
            if (report.IsClean || CommitFormat.LastGeneration(directory.ListFiles()) <= generation) return report;
        }
    }

    private static IndexCheckReport Check(
        IndexDirectory directory, long generation, IProgress<SegmentCheck>? progress, CancellationToken cancellation)
    {
        var lost = new List<UnreadableSegment>();
        CommitPoint commit;
        try
        {
            commit = CommitFormat.Read(directory, generation, lost);
        }
        catch (Exception error) when (error is not (NotSupportedException or OutOfMemoryException))
        {
            var problem = IndexProblem.Of(error, CommitFormat.FileName(generation));
            return new IndexCheckReport { Generation = generation, CommitProblems = [problem] };
        }

        var segments = lost.ConvertAll(Unreadable);
        foreach (var segment in commit.Segments)
        {
            var check = SegmentChecker.Check(directory, segment, cancellation);
            segments.Add(check);
            progress?.Report(check);
        }

        return new IndexCheckReport
        {
            Generation = generation,
            Segments = segments,
            CommitProblems = FieldClashes.Find(directory, commit),
            Unreferenced = Unreferenced(directory, commit, lost),
        };
    }

    private static SegmentCheck Unreadable(UnreadableSegment segment) => new()
    {
        Name = segment.Name,
        MaxDoc = -1,
        DeletedCount = segment.DeletedCount,
        Parts = [new PartCheck("files", 0, "files", [IndexProblem.Of(segment.Error, segment.Name + ".si")])],
    };

    private static List<string> Unreferenced(IndexDirectory directory, CommitPoint commit, List<UnreadableSegment> lost)
    {
        var known = commit.AllFiles.ToHashSet(StringComparer.Ordinal);
        var unreadable = lost.ConvertAll(segment => IndexFileNames.SegmentNumber(segment.Name + ".")).ToHashSet();
        return [.. directory.ListFiles().Where(file => IndexFileNames.IsIndexFile(file) && !known.Contains(file)
            && (IndexFileNames.SegmentNumber(file) is var number && (number < 0 || !unreadable.Contains(number))))];
    }
}
