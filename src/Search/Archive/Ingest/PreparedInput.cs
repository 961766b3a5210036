using Dateline.Index.Indexing;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;
using Dateline.Search.Places;

namespace Dateline.Search.Archive.Ingest;

/// <summary>An input after all that can be done to it without regard to the others.</summary>
/// <param name="Entry">Its ledger entry, unless it turns out to be a duplicate.</param>
/// <param name="Article">The article; null when there is none or it is unchanged.</param>
/// <param name="Document">The article as index document.</param>
/// <param name="Unchanged">True when nothing is to be done.</param>
internal sealed record PreparedInput(LedgerEntry Entry, Article? Article, IndexDocument? Document, bool Unchanged)
{
    /// <summary>Its entry stays as it is; of one that had vanished, it is there again.</summary>
    public static PreparedInput OfUnchanged(LedgerEntry earlier) => new(earlier, null, null, Unchanged: true);

    public static PreparedInput OfFailure(InputFailure failure, LedgerEntry? earlier, string version,
        DateTimeOffset now)
    {
        var outcome = InputOutcome.Of(failure);
        return WithoutArticle(failure, outcome.Kind, outcome.Reason, outcome.Message, null, earlier, version, now);
    }

    public static PreparedInput Read(InputItem item, Gazetteer gazetteer, string hash, LedgerEntry? earlier,
        string version, DateTimeOffset now)
    {
        try
        {
            var read = ArticleReader.Read(item, gazetteer);
            if (read.Article is null)
                return WithoutArticle(item, InputOutcomeKind.NoText, read.Reason, read.Message, hash, earlier, version,
                    now);
            var article = read.Article with { Added = earlier?.Added ?? now };
            var entry = new LedgerEntry
            {
                Origin = item.Origin,
                Location = item.Location,
                Record = item.Record,
                Id = item.Id,
                Outcome = InputOutcomeKind.Indexed,
                Undated = article.Published is null,
                NoPlace = article.Places.Count == 0,
                Warnings = item.Warnings,
                SourceHash = hash,
                ContentHash = article.ContentHash,
                Version = version,
                Added = article.Added,
                Time = now,
                Held = true,
            };
            return new PreparedInput(entry, article, ArticleMapper.ToDocument(article), Unchanged: false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // One article that trips a rule must not end the run; the ledger says which and how.
            var message = $"{item.Origin}: {error.GetType().Name}: {error.Message}";
            return WithoutArticle(item, InputOutcomeKind.Failed, "internal-error", message, hash, earlier, version,
                now);
        }
    }

    private static PreparedInput WithoutArticle(
        InputResult input,
        InputOutcomeKind kind,
        string? reason,
        string? message,
        string? hash,
        LedgerEntry? earlier,
        string version,
        DateTimeOffset now)
    {
        var kept = earlier is { Held: true };
        var entry = new LedgerEntry
        {
            Origin = input.Origin,
            Location = input.Location,
            Record = input.Record,
            Id = input.Id,
            Outcome = kind,
            Reason = reason,
            Message = kept ? $"{message} The version indexed earlier stays in the archive." : message,
            SourceHash = hash,
            ContentHash = kept ? earlier!.ContentHash : null,
            Version = version,
            Added = kept ? earlier!.Added : null,
            Time = now,
            Held = kept,
        };
        return new PreparedInput(entry, null, null, Unchanged: false);
    }
}
