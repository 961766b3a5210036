namespace Dateline.Search.Archive;

/// <summary>The folder of an archive: the index, and beside it the ledger of everything ever given.</summary>
/// <param name="Path">The folder; need not exist yet.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The index.</summary>
    public string IndexPath => System.IO.Path.Combine(Path, "index");

    /// <summary>The ledger, JSON lines.</summary>
    public string LedgerPath => System.IO.Path.Combine(Path, "ledger.jsonl");

    /// <summary>Articles as they were before their inputs changed, JSON lines.</summary>
    public string VersionsPath => System.IO.Path.Combine(Path, "versions.jsonl");

    /// <summary>Saved briefings, a JSON file each.</summary>
    public string BriefingsPath => System.IO.Path.Combine(Path, "briefings");

    /// <summary>What people repaired of places and actors, JSON lines.</summary>
    public string CurationPath => System.IO.Path.Combine(Path, "curation.jsonl");

    /// <summary>Gazetteers of the user's own, a file each.</summary>
    public string GazetteersPath => System.IO.Path.Combine(Path, "gazetteers");

    /// <summary>True when an archive was begun here.</summary>
    public bool HasArchive => Directory.Exists(IndexPath) && Directory.EnumerateFiles(IndexPath, "segments_*").Any();
}

/// <summary>There is no archive where one was looked for.</summary>
public sealed class ArchiveNotFoundException(string path)
    : IOException($"There is no archive in '{path}'; make one with: dateline index --data {path} PATH…");
