namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// The sum of a run: every input is in exactly one of indexed, unchanged, duplicates, no text, skipped, failed.
/// </summary>
public sealed record IngestReport
{
    /// <summary>Inputs seen.</summary>
    public int Inputs { get; init; }

    /// <summary>Added or replaced.</summary>
    public int Indexed { get; init; }

    /// <summary>Of those indexed, how many took the place of an earlier version of the same input.</summary>
    public int Replaced { get; init; }

    /// <summary>Given before, with the same content, and left as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Same content as another article.</summary>
    public int Duplicates { get; init; }

    /// <summary>Without article text.</summary>
    public int NoText { get; init; }

    /// <summary>Left out on purpose: no article by kind, or removed earlier.</summary>
    public int Skipped { get; init; }

    /// <summary>Could not be read.</summary>
    public int Failed { get; init; }

    /// <summary>Indexed without publication date.</summary>
    public int Undated { get; init; }

    /// <summary>Indexed without place.</summary>
    public int NoPlace { get; init; }

    /// <summary>Inputs of earlier runs over the same folders that are no longer there. Not among the inputs.</summary>
    public int Vanished { get; init; }

    /// <summary>Version of the archive after the run.</summary>
    public long Version { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Report">Sums so far.</param>
/// <param name="Origin">The input last done.</param>
/// <param name="Problem">The ledger entry when that input failed or has no text; else null.</param>
public sealed record IngestProgress(IngestReport Report, string Origin, LedgerEntry? Problem);
