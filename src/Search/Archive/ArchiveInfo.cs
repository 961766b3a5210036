namespace Dateline.Search.Archive;

/// <summary>What an archive holds.</summary>
/// <param name="Articles">Number of articles.</param>
/// <param name="Version">Commit generation of the index: grows with every change, so that a result can be
/// dated.</param>
public sealed record ArchiveInfo(int Articles, long Version)
{
    /// <summary>
    /// Number of the last record of the curation log that is in effect: grows with every repair and undo; 0 when
    /// nothing was ever curated. Articles and values are the same only where both versions are.
    /// </summary>
    public long CurationVersion { get; init; }
}
