using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>
/// The last two steps of a commit (LUCENE87 section 3): make it durable under a pending name and rename; then delete
/// what nothing refers to. A crash at any point leaves either the old commit or the new one.
/// </summary>
internal static class CommitSession
{
    /// <summary>What a commit of these segments says, built upon the one before it.</summary>
    public static CommitPoint Describe(
        CommitPoint? last,
        long generation,
        long nameCounter,
        IReadOnlyList<SegmentCommit> segments,
        IReadOnlyDictionary<string, string> userData) => new()
        {
            Generation = generation,
            Version = segments.Select(segment => segment.Info.Version)
            .Aggregate(LuceneVersion.Max(LuceneVersion.Written, last?.Version ?? default), LuceneVersion.Max),
            CreatedMajor = last?.CreatedMajor ?? LuceneVersion.Written.Major,
            ChangeCounter = (last?.ChangeCounter ?? 0) + 1,
            NameCounter = nameCounter,
            Segments = segments,
            UserData = new Dictionary<string, string>(userData, StringComparer.Ordinal),
        };

    /// <summary>Publishes a commit whose segment files are all written.</summary>
    public static void Publish(IndexDirectory directory, CommitPoint commit, CommitPoint? previous)
    {
        CommitFormat.WritePending(directory, commit);
        var known = previous is null ? [] : previous.AllFiles.ToHashSet(StringComparer.Ordinal);
        var own = CommitFormat.FileName(commit.Generation);
        var pending = CommitFormat.PendingName(commit.Generation);
        directory.Sync([.. commit.AllFiles.Where(file => file != own && !known.Contains(file)), pending]);
        directory.Rename(pending, own);
    }

    /// <summary>Deletes the index files that are not needed.</summary>
    public static void DeleteUnreferenced(IndexDirectory directory, Func<string, bool> isNeeded)
    {
        foreach (var file in directory.ListFiles())
        {
            if (!IndexFileNames.IsIndexFile(file) || isNeeded(file)) continue;
            try
            {
                directory.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process may hold it open (Windows). The next commit tries again; the index is complete
                // without it.
            }
        }
    }
}
