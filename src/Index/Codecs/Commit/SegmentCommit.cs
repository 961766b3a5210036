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

    /// <summary>Generation of the updated field infos <c>_X_G.fnm</c>; -1 when no column was updated.</summary>
    public long FieldsGeneration { get; init; } = -1;

    /// <summary>Highest generation of updated columns; -1 when none was updated.</summary>
    public long ColumnsGeneration { get; init; } = -1;

    /// <summary>The files of the updated field infos.</summary>
    public IReadOnlyList<string> FieldsFiles { get; init; } = [];

    /// <summary>The files of the updated columns by field number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> ColumnFiles { get; init; } =
        new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>16 random bytes of this state of the segment; empty when the writer gave none.</summary>
    public ReadOnlyMemory<byte> CommitId { get; init; }

    /// <summary>All files this state needs.</summary>
    public IEnumerable<string> AllFiles
    {
        get
        {
            var files = Info.Files.Concat(FieldsFiles).Concat(ColumnFiles.Values.SelectMany(static list => list));
            return DeletionGeneration < 0
                ? files
                : files.Append(LiveDocs.LiveDocsFormat.FileName(Info.Name, DeletionGeneration));
        }
    }

    /// <summary>True when another state of the same segment has the same values in all columns.</summary>
    public bool HasSameColumns(SegmentCommit other) =>
        FieldsGeneration == other.FieldsGeneration && ColumnsGeneration == other.ColumnsGeneration;
}
