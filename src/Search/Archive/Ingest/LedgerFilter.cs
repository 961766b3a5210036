using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>Which ledger entries are wanted; what is null or false is not asked for.</summary>
public sealed record LedgerFilter
{
    /// <summary>This outcome.</summary>
    public InputOutcomeKind? Outcome { get; init; }

    /// <summary>This reason.</summary>
    public string? Reason { get; init; }

    /// <summary>An origin, article id or place in the file system that contains this, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>Indexed without publication date.</summary>
    public bool Undated { get; init; }

    /// <summary>Indexed without place.</summary>
    public bool NoPlace { get; init; }

    /// <summary>No longer where it was.</summary>
    public bool Vanished { get; init; }

    /// <summary>True when nothing is asked for.</summary>
    public bool IsEmpty => this == new LedgerFilter();

    /// <summary>True for an entry that is wanted.</summary>
    public bool Matches(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Outcome is null || entry.Outcome == Outcome)
            && (Reason is null || string.Equals(entry.Reason, Reason, StringComparison.OrdinalIgnoreCase))
            && (!Undated || entry.Undated) && (!NoPlace || entry.NoPlace) && (!Vanished || entry.Vanished is not null)
            && (string.IsNullOrEmpty(Text) || Contains(entry.Origin) || Contains(entry.Id) || Contains(entry.Location));
    }

    private bool Contains(string? value) => value?.Contains(Text!, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>How many inputs came to the same.</summary>
/// <param name="Outcome">What became of them.</param>
/// <param name="Reason">Why; null when indexed.</param>
/// <param name="Count">How many.</param>
public sealed record LedgerCount(InputOutcomeKind Outcome, string? Reason, int Count);
