namespace Dateline.Search.Querying;

/// <summary>
/// A parsed query: an abstract syntax tree and its canonical text. The same text works in the search box, the URL, the API
/// and the command line; parsing the canonical text gives an equal query.
/// </summary>
public sealed record ArchiveQuery
{
    /// <summary>The query that matches everything; its canonical text is empty.</summary>
    public static ArchiveQuery All { get; } = new();

    /// <summary>Canonical text.</summary>
    public string Canonical { get; init; } = "";
}
