using Dateline.Index.Checking;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive;

/// <summary>An article that went with a damaged part of the index.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Origin">The input it came from; null when the ledger does not tell.</param>
public sealed record LostArticle(string Id, string? Origin);

/// <summary>
/// Says which articles an archive lost to a repair of its index, and makes the ledger forget that it holds them, so
/// that giving the same inputs again brings them back.
/// </summary>
public static class ArchiveRepair
{
    private const string Reason = "lost-to-damage";

    /// <summary>
    /// Ids of live articles in the damaged segments, as far as those can be read. Call before the repair.
    /// </summary>
    public static IReadOnlySet<string> Salvage(IndexRepair repair)
    {
        ArgumentNullException.ThrowIfNull(repair);
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var segment in repair.Plan?.Lost ?? [])
            ids.UnionWith(repair.SalvageTerms(segment, ArticleFields.Id));
        return ids;
    }

    /// <summary>Compares the repaired index with the ledger. Call after the repair, under its lock.</summary>
    /// <param name="folder">The archive.</param>
    /// <param name="directory">Its repaired index.</param>
    /// <param name="salvaged">Ids read from the damaged segments.</param>
    /// <param name="time">The clock.</param>
    public static IReadOnlyList<LostArticle> Account(
        DataFolder folder, IndexDirectory directory, IReadOnlySet<string> salvaged, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(salvaged);
        ArgumentNullException.ThrowIfNull(time);
        using var reader = IndexReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        bool IsGone(string id) => searcher.Count(new TermQuery(ArticleFields.Id, id)) == 0;

        var ledger = Ledger.Load(folder.LedgerPath);
        List<LedgerEntry> gone = [.. ledger.Entries.Where(entry => entry.Held && IsGone(entry.Id))];
        ledger.Append([.. gone.Select(entry => Forget(entry, time.GetUtcNow()))]);
        var known = gone.Select(static entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. gone.Select(static entry => new LostArticle(entry.Id, entry.Origin)),
            .. salvaged.Where(id => !known.Contains(id) && IsGone(id)).Order(StringComparer.Ordinal)
                .Select(static id => new LostArticle(id, null)),
        ];
    }

    private static LedgerEntry Forget(LedgerEntry entry, DateTimeOffset now) => entry with
    {
        Outcome = InputOutcomeKind.Failed,
        Reason = Reason,
        Message =
        $"{entry.Origin}: the article was lost to damage of the index; giving the input again brings it back.",
        ContentHash = null,
        Time = now,
        Held = false,
    };
}
