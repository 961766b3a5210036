using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>One found article.</summary>
public sealed record SearchHit
{
    /// <summary>Article id.</summary>
    public required string Id { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Matched ranges of the headline.</summary>
    public IReadOnlyList<HighlightSpan> TitleMatches { get; init; } = [];

    /// <summary>Publisher.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication date.</summary>
    public DateRange? Published { get; init; }

    /// <summary>Where undated: the days it was probably published on, an estimate; else null.</summary>
    public DateRange? Estimated { get; init; }

    /// <summary>BM25 score.</summary>
    public float Score { get; init; }

    /// <summary>Its story; null when no other article is of it.</summary>
    public StorySummary? Story { get; init; }

    /// <summary>Best passages of the body; the first lines when only the headline or filters matched.</summary>
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];
}

/// <summary>A passage of the body.</summary>
/// <param name="Start">Its first unit in the body.</param>
/// <param name="Text">Its text, verbatim.</param>
/// <param name="Matches">Matched ranges relative to <paramref name="Text"/>.</param>
public sealed record Snippet(int Start, string Text, IReadOnlyList<HighlightSpan> Matches);

/// <summary>A matched range, UTF-16 units.</summary>
public readonly record struct HighlightSpan(int Start, int End);
