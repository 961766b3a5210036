using Dateline.Index.Codecs.Segments;

namespace Dateline.Index.Codecs.Commit;

/// <summary>The content of one <c>segments_N</c> (LUCENE87 section 3).</summary>
internal sealed record CommitPoint
{
    /// <summary>N; the first commit of an index is 1.</summary>
    public required long Generation { get; init; }

    /// <summary>Version of the code that wrote the commit.</summary>
    public LuceneVersion Version { get; init; } = LuceneVersion.Written;

    /// <summary>Major version of the code that created the index.</summary>
    public int CreatedMajor { get; init; } = LuceneVersion.Written.Major;

    /// <summary>Grows with every commit that changes something.</summary>
    public long ChangeCounter { get; init; }

    /// <summary>Number for the next segment, above every existing one.</summary>
    public long NameCounter { get; init; }

    /// <summary>The segments in document order.</summary>
    public IReadOnlyList<SegmentCommit> Segments { get; init; } = [];

    /// <summary>What the committer wanted remembered.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; init; } = new Dictionary<string, string>();

    /// <summary>All files the commit needs, its own included.</summary>
    public IEnumerable<string> AllFiles =>
        Segments.SelectMany(segment => segment.AllFiles).Append(CommitFormat.FileName(Generation));
}
