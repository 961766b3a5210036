using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>One line of the ledger. The last line of an origin counts.</summary>
public sealed record LedgerEntry
{
    /// <summary>The input, see <see cref="InputResult"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>
    /// Absolute path of the file it came from, <c>-</c> for standard input; null in ledgers older than this field.
    /// </summary>
    public string? Location { get; init; }

    /// <summary>Line or number of the record in that file; null for a whole file.</summary>
    public string? Record { get; init; }

    /// <summary>Article id the origin stands for.</summary>
    public required string Id { get; init; }

    /// <summary>What became of it.</summary>
    public required InputOutcomeKind Outcome { get; init; }

    /// <summary>Kebab-case reason; null when indexed.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason for people.</summary>
    public string? Message { get; init; }

    /// <summary>Article with the same content; only for duplicates.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Indexed without publication date.</summary>
    public bool Undated { get; init; }

    /// <summary>Indexed without place.</summary>
    public bool NoPlace { get; init; }

    /// <summary>Remarks on reading it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>SHA-256 of the input as decoded, lower-case hex; null when it could not be read.</summary>
    public string? SourceHash { get; init; }

    /// <summary>The article's content hash; null without article.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Versions of extraction and of the index mapping that were at work.</summary>
    public required string Version { get; init; }

    /// <summary>When the article first entered the archive, UTC; null without article.</summary>
    public DateTimeOffset? Added { get; init; }

    /// <summary>When this was found, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>True when the archive holds an article of this id: indexed now, or earlier and kept.</summary>
    public bool Held { get; init; }

    /// <summary>
    /// When a run over its folder first did not meet it any more, UTC; null while it is there. Its article stays.
    /// </summary>
    public DateTimeOffset? Vanished { get; init; }

    internal string FileOrigin() => Record is null ? Origin : Origin[..^(Record.Length + 1)];
}
