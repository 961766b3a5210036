namespace Dateline.Search.Archive;

/// <summary>What an archive holds.</summary>
/// <param name="Articles">Number of articles.</param>
/// <param name="Version">Commit generation of the index: grows with every change, so that a result can be
/// dated.</param>
public sealed record ArchiveInfo(int Articles, long Version);
