using Dateline.Search.Articles;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// The one place where a run changes index, ledger and earlier versions; takes prepared inputs in input order.
/// </summary>
internal sealed class IngestSession(
    ArchiveWriter writer, DataFolder folder, Ledger ledger, IProgress<IngestProgress>? progress) : IDisposable
{
    private readonly List<LedgerEntry> _pending = [];
    private readonly List<Article> _replaced = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly EarlierVersions _versions = new(folder);
    private readonly Lazy<CommittedArticles> _committed = new(() => new CommittedArticles(folder));
    private IngestReport _report = new();

    public Ledger Ledger => ledger;

    public int Uncommitted => _pending.Count;

    public void Take(PreparedInput input)
    {
        _report = _report with { Inputs = _report.Inputs + 1 };
        _seen.Add(input.Entry.Origin);
        if (input.Unchanged)
        {
            TakeUnchanged(input.Entry);
            return;
        }

        var entry = input.Article is null ? input.Entry : Index(input);
        Note(entry);
        Count(entry);
        var problem = entry.Outcome is InputOutcomeKind.Failed or InputOutcomeKind.NoText ? entry : null;
        progress?.Report(new IngestProgress(_report, entry.Origin, problem));
    }

    /// <summary>
    /// Notes which inputs of earlier runs from these places were not met in this one. Their articles stay.
    /// </summary>
    /// <param name="isCovered">True for the absolute path of a file that this run looked for.</param>
    /// <param name="now">The time.</param>
    public void NoteVanished(Func<string, bool> isCovered, DateTimeOffset now)
    {
        List<LedgerEntry> gone =
        [
            .. ledger.Entries.Where(entry => entry.Outcome is not InputOutcomeKind.Removed
                && entry.Location is { } location && !_seen.Contains(entry.Origin) && isCovered(location)),
        ];
        _report = _report with { Vanished = gone.Count };
        foreach (var entry in gone.Where(static entry => entry.Vanished is null))
            Note(entry with { Vanished = now });
    }

    /// <summary>
    /// Makes earlier versions durable, commits the index, then writes the ledger, so that nothing is replaced that is
    /// not kept and nothing accounted for that could still be lost.
    /// </summary>
    public IngestReport Commit()
    {
        _versions.Append(_replaced);
        _replaced.Clear();
        var version = writer.Commit();
        ledger.Append(_pending);
        _pending.Clear();
        return _report with { Version = version };
    }

    public void Dispose()
    {
        if (_committed.IsValueCreated)
            _committed.Value.Dispose();
    }

    private void TakeUnchanged(LedgerEntry entry)
    {
        if (entry.Vanished is not null)
            Note(entry with { Vanished = null });
        _report = entry.Outcome is InputOutcomeKind.Removed
            ? _report with { Skipped = _report.Skipped + 1 }
            : _report with { Unchanged = _report.Unchanged + 1 };
        progress?.Report(new IngestProgress(_report, entry.Origin, null));
    }

    private void Note(LedgerEntry entry)
    {
        ledger.Apply(entry);
        _pending.Add(entry);
    }

    private void Keep(LedgerEntry earlier, string contentHash)
    {
        if (earlier.ContentHash != contentHash && _committed.Value.Find(earlier.Id) is { } article)
            _replaced.Add(article);
    }

    private LedgerEntry Index(PreparedInput input)
    {
        var entry = input.Entry;
        if (ledger.IdOfContent(entry.ContentHash!) is { } first && first != entry.Id)
        {
            if (ledger.Find(entry.Origin) is { Held: true } held)
            {
                Keep(held, entry.ContentHash!);
                writer.Remove(entry.Id);
            }

            return entry with
            {
                Outcome = InputOutcomeKind.Duplicate,
                Reason = "same-content",
                Message = $"{entry.Origin} has the title and body of article {first}.",
                DuplicateOf = first,
                Undated = false,
                NoPlace = false,
                Added = null,
                Held = false,
            };
        }

        if (ledger.Find(entry.Origin) is { Held: true } earlier)
        {
            Keep(earlier, entry.ContentHash!);
            _report = _report with { Replaced = _report.Replaced + 1 };
        }

        writer.Put(input.Article!, input.Document!);
        return entry;
    }

    private void Count(LedgerEntry entry)
    {
        _report = entry.Outcome switch
        {
            InputOutcomeKind.Indexed => _report with
            {
                Indexed = _report.Indexed + 1,
                Undated = _report.Undated + (entry.Undated ? 1 : 0),
                NoPlace = _report.NoPlace + (entry.NoPlace ? 1 : 0),
            },
            InputOutcomeKind.Duplicate => _report with { Duplicates = _report.Duplicates + 1 },
            InputOutcomeKind.NoText => _report with { NoText = _report.NoText + 1 },
            InputOutcomeKind.Failed => _report with { Failed = _report.Failed + 1 },
            InputOutcomeKind.Skipped => _report with { Skipped = _report.Skipped + 1 },
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Outcome, "Unknown outcome."),
        };
    }
}
