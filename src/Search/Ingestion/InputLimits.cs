namespace Dateline.Search.Ingestion;

/// <summary>Bounds that keep one bad input from exhausting memory.</summary>
public sealed record InputLimits
{
    /// <summary>Largest single document (text, HTML, Markdown, one JSON record), in bytes. Default 8 MiB.</summary>
    public int DocumentBytes { get; init; } = 8 << 20;

    /// <summary>
    /// Largest <c>.json</c> file that is one array or object and must be held whole, in bytes. Default 64 MiB.
    /// </summary>
    public int JsonFileBytes { get; init; } = 64 << 20;

    /// <summary>Deepest folder nesting. Default 64.</summary>
    public int FolderDepth { get; init; } = 64;
}
