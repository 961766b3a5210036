using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>The one place where a run changes index and ledger; takes prepared inputs in input order.</summary>
internal sealed class IngestSession(ArchiveWriter writer, Ledger ledger, IProgress<IngestProgress>? progress)
{
    private readonly List<LedgerEntry> _pending = [];
    private IngestReport _report = new();

    public Ledger Ledger => ledger;

    public int Uncommitted => _pending.Count;

    public void Take(PreparedInput input)
    {
        _report = _report with { Inputs = _report.Inputs + 1 };
        if (input.Unchanged)
        {
            _report = _report with { Unchanged = _report.Unchanged + 1 };
            progress?.Report(new IngestProgress(_report, input.Entry.Origin, null));
            return;
        }

        var entry = input.Article is null ? input.Entry : Index(input);
        ledger.Apply(entry);
        _pending.Add(entry);
        Count(entry);
        var problem = entry.Outcome is InputOutcomeKind.Failed or InputOutcomeKind.NoText ? entry : null;
        progress?.Report(new IngestProgress(_report, entry.Origin, problem));
    }

    /// <summary>
    /// Commits the index, then writes the ledger, so that nothing is accounted for that could still be lost.
    /// </summary>
    public IngestReport Commit()
    {
        var version = writer.Commit();
        ledger.Append(_pending);
        _pending.Clear();
        return _report with { Version = version };
    }

    private LedgerEntry Index(PreparedInput input)
    {
        var entry = input.Entry;
        if (ledger.IdOfContent(entry.ContentHash!) is { } first && first != entry.Id)
        {
            if (ledger.Find(entry.Origin) is { Held: true })
                writer.Remove(entry.Id);
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

        if (ledger.Find(entry.Origin) is { Held: true })
            _report = _report with { Replaced = _report.Replaced + 1 };
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
