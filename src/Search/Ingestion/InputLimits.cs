namespace Dateline.Search.Ingestion;

/// <summary>Bounds that keep one bad input from exhausting memory or time.</summary>
public sealed record InputLimits
{
    /// <summary>
    /// Largest single document (text, HTML, Markdown, one record, one page of a crawl), in bytes. Default 8 MiB.
    /// </summary>
    public int DocumentBytes { get; init; } = 8 << 20;

    /// <summary>
    /// Largest file that must be held whole (one JSON array or object, a feed, an SGML file, a PDF), in bytes. Default
    /// 64 MiB.
    /// </summary>
    public int JsonFileBytes { get; init; } = 64 << 20;

    /// <summary>Largest mail message with its attachments, in bytes. Default 64 MiB.</summary>
    public int MessageBytes { get; init; } = 64 << 20;

    /// <summary>Deepest folder nesting. Default 64.</summary>
    public int FolderDepth { get; init; } = 64;

    /// <summary>Deepest nesting of containers (a message in a mailbox in an archive …). Default 6.</summary>
    public int ContainerDepth { get; init; } = 6;

    /// <summary>Most parts read of one container. Default a million.</summary>
    public int ContainerParts { get; init; } = 1_000_000;

    /// <summary>Unpacked bytes that no packed file is refused for. Default 64 MiB.</summary>
    public long ExpansionFreeBytes { get; init; } = 64 << 20;

    /// <summary>
    /// Beyond these, how many times its packed bytes a file may unpack to in all layers. Default 200.
    /// </summary>
    public int ExpansionRatio { get; init; } = 200;

    /// <summary>Longest a helper program may take over one file. Default 30 seconds.</summary>
    public TimeSpan HelperTime { get; init; } = TimeSpan.FromSeconds(30);
}
