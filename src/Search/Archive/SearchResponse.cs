using System.Text.Json.Serialization;
using Dateline.Index.Facets;

namespace Dateline.Search.Archive;

/// <summary>
/// The answer. Counting contract: <see cref="Total"/> = sum of <see cref="HistogramBucket.Count"/> +
/// <see cref="Undated"/> = number of records <see cref="IArticleArchive.Export"/> yields.
/// </summary>
public sealed record SearchResponse
{
    /// <summary>Canonical text of the query as understood.</summary>
    public required string CanonicalQuery { get; init; }

    /// <summary>What a careful user should know: values matched loosely, nothing known of a value …</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>All articles that match.</summary>
    public required int Total { get; init; }

    /// <summary>The page of hits asked for.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts by dimension, in the order asked for.</summary>
    public IReadOnlyList<FacetResult> Facets { get; init; } = [];

    /// <summary>Counts by publication period, ascending, without empty ends; empty unless asked for.</summary>
    public IReadOnlyList<HistogramBucket> Histogram { get; init; } = [];

    /// <summary>The histogram's period.</summary>
    public DatePeriod HistogramBy { get; init; }

    /// <summary>Periods that give a histogram of readable size.</summary>
    public IReadOnlyList<DatePeriod> HistogramChoices { get; init; } = [];

    /// <summary>Matching articles without publication date.</summary>
    public int Undated { get; init; }

    /// <summary>The archive's version that answered.</summary>
    public long Version { get; init; }

    /// <summary>What of the curation log it heeded, see <see cref="ArchiveInfo.CurationVersion"/>.</summary>
    public long CurationVersion { get; init; }

    /// <summary>Time spent, in milliseconds.</summary>
    public double ElapsedMs { get; init; }
}

/// <summary>A machine-readable remark.</summary>
/// <param name="Code">Stable kebab-case code, e.g. <c>unknown-value</c>, <c>value-expanded</c>.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Query">Canonical text of the query that was perhaps meant; null when none is proposed.</param>
public sealed record SearchWarning(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Query = null);
