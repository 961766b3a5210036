using Dateline.Search.Articles;

namespace Dateline.Search.Extraction;

/// <summary>
/// An article's own text and particulars, freed from its page, before places, actors and event dates are found.
/// </summary>
public sealed record ExtractedText
{
    /// <summary>Headline; empty when the input has none.</summary>
    public required string Title { get; init; }

    /// <summary>Body, see <see cref="Article.Body"/>.</summary>
    public required string Body { get; init; }

    /// <summary>Publisher.</summary>
    public string? Outlet { get; init; }

    /// <summary>Authors.</summary>
    public string? Byline { get; init; }

    /// <summary>Own address.</summary>
    public string? Url { get; init; }

    /// <summary>Publication date.</summary>
    public PublishedDate? Published { get; init; }

    /// <summary>The place words of the dateline ("BEIRUT", "MOSCOW"), a span of the body or source, or null.</summary>
    public Evidence? Dateline { get; init; }

    /// <summary>Evidence, see <see cref="Article.Evidence"/>.</summary>
    public IReadOnlyDictionary<string, Evidence> Evidence { get; init; } = new Dictionary<string, Evidence>();
}
