namespace Dateline.Summarize.Model;

/// <summary>
/// An exact span of one article version. Offsets are UTF-16 units of the article's body. <see cref="Prefix"/> and
/// <see cref="Suffix"/> are up to 32 units either side, so that moved text can be found again.
/// </summary>
public sealed record Citation
{
    /// <summary>Article id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Extraction version that made the body.</summary>
    public required string ExtractionVersion { get; init; }

    /// <summary>SHA-256 of the article's content, lower-case hex (see <c>Article.ContentHash</c>).</summary>
    public required string ContentHash { get; init; }

    /// <summary>First unit.</summary>
    public required int Start { get; init; }

    /// <summary>Unit after the last.</summary>
    public required int End { get; init; }

    /// <summary>The cited words, exactly <c>body[Start..End]</c>.</summary>
    public required string Quote { get; init; }

    /// <summary>SHA-256 of the quote's UTF-8 bytes, lower-case hex.</summary>
    public required string QuoteHash { get; init; }

    /// <summary>Text before the quote.</summary>
    public required string Prefix { get; init; }

    /// <summary>Text after the quote.</summary>
    public required string Suffix { get; init; }
}
