using Dateline.Index.Codecs.Segments;

namespace Dateline.Index.Codecs.Commit;

/// <summary>A segment as one commit sees it: the segment and its deletions.</summary>
internal sealed record SegmentCommit
{
    public required SegmentInfo Info { get; init; }

    /// <summary>Generation of the live-docs file; -1 when nothing is deleted.</summary>
    public long DeletionGeneration { get; init; } = -1;

    /// <summary>Deleted documents.</summary>
    public int DeletedCount { get; init; }

    /// <summary>Documents marked by a soft-deletes field; they still count as live here.</summary>
    public int SoftDeletedCount { get; init; }

    /// <summary>16 random bytes of this state of the segment; empty when the writer gave none.</summary>
    public ReadOnlyMemory<byte> CommitId { get; init; }

    /// <summary>All files this state needs.</summary>
    public IEnumerable<string> AllFiles => DeletionGeneration < 0
        ? Info.Files
        : Info.Files.Append(LiveDocs.LiveDocsFormat.FileName(Info.Name, DeletionGeneration));
}
