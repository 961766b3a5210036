using Dateline.Search.Articles;

namespace Dateline.Search.Archive.Ingest;

/// <summary>How an article's source file stands to what was indexed from it.</summary>
public enum SourceState
{
    /// <summary>It holds what was indexed.</summary>
    Unchanged,

    /// <summary>It holds something else, or no article any more.</summary>
    Changed,

    /// <summary>It is gone or cannot be read.</summary>
    Unavailable,
}

/// <summary>The source of an article as it is now.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Location">Absolute path of the file.</param>
/// <param name="State">How it stands to what was indexed.</param>
public sealed record IndexedSource(string ArticleId, string Location, SourceState State)
{
    /// <summary>The article as the file has it now; only when changed, and null when it holds none.</summary>
    public Article? Article { get; init; }

    /// <summary>Why there is no article, or why the file is unavailable; one sentence, else null.</summary>
    public string? Problem { get; init; }
}
