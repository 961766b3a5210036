using Dateline.Index.Codecs.Commit;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>
/// The last two steps of a commit (LUCENE87 section 3): make it durable under a pending name and rename; then delete what nothing
/// refers to. A crash at any point leaves either the old commit or the new one.
/// </summary>
internal static class CommitSession
{
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

    /// <summary>Deletes index files that are not among <paramref name="referenced"/>.</summary>
    public static void DeleteUnreferenced(IndexDirectory directory, IReadOnlySet<string> referenced)
    {
        foreach (var file in directory.ListFiles())
        {
            if (!IndexFileNames.IsIndexFile(file) || referenced.Contains(file)) continue;
            try
            {
                directory.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process may hold it open (Windows). The next commit tries again; the index is complete without it.
            }
        }
    }
}
