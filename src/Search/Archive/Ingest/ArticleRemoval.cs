using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// Takes articles out of an archive because its user says so: from the index, with all their earlier versions. The
/// ledger keeps the entry, so that the same input stays out until it is given back with
/// <see cref="ArticleIngestor.Restore"/>.
/// </summary>
/// <param name="folder">The archive.</param>
/// <param name="time">The clock.</param>
public sealed class ArticleRemoval(DataFolder folder, TimeProvider time)
{
    /// <summary>Removes the inputs that are wanted; returns their entries as they now are.</summary>
    /// <exception cref="ArchiveNotFoundException">There is no archive.</exception>
    /// <exception cref="IOException">The archive could not be written; also when another process is writing
    /// it.</exception>
    public IReadOnlyList<LedgerEntry> Remove(Func<LedgerEntry, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (!folder.HasArchive)
            throw new ArchiveNotFoundException(folder.Path);
        using var writer = ArchiveWriter.Open(folder);
        var ledger = Ledger.Load(folder.LedgerPath);
        List<LedgerEntry> removed =
        [
            .. ledger.Entries.Where(entry => entry.Outcome is not InputOutcomeKind.Removed && wanted(entry))
                .Select(entry => Removed(entry, time.GetUtcNow())),
        ];
        foreach (var entry in removed)
            writer.Remove(entry.Id);
        if (removed.Count == 0)
            return removed;
        writer.Commit();
        new EarlierVersions(folder).Remove(removed.Select(static entry => entry.Id).ToHashSet(StringComparer.Ordinal));
        ledger.Append(removed);
        return removed;
    }

    private static LedgerEntry Removed(LedgerEntry entry, DateTimeOffset now) => entry with
    {
        Outcome = InputOutcomeKind.Removed,
        Reason = "removed",
        Message = $"{entry.Origin} was taken out and stays out until it is indexed with --restore.",
        ContentHash = null,
        DuplicateOf = null,
        Undated = false,
        NoPlace = false,
        Warnings = [],
        Added = null,
        Time = now,
        Held = false,
    };
}
