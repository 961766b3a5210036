using Dateline.Index.Facets;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>One search.</summary>
public sealed record SearchRequest
{
    /// <summary>The query.</summary>
    public required ArchiveQuery Query { get; init; }

    /// <summary>Hits to skip.</summary>
    public int Offset { get; init; }

    /// <summary>Hits to return; 0 for counts only.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Order.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Dimensions to count; empty for none.</summary>
    public IReadOnlyList<FacetDimension> Facets { get; init; } = [];

    /// <summary>Most values a dimension lists (place: at each opened level).</summary>
    public int FacetLimit { get; init; } = 10;

    /// <summary>Whether to count hits by publication day, month or year.</summary>
    public bool Histogram { get; init; }

    /// <summary>By which; null for what gives a readable number of buckets.</summary>
    public DatePeriod? HistogramBy { get; init; }

    /// <summary>Whether to make snippets.</summary>
    public bool Snippets { get; init; } = true;
}
