namespace Dateline.Search.Archive;

/// <summary>Counts of one dimension under the query without its own selection (drill-sideways).</summary>
public sealed record FacetResult
{
    /// <summary>Dimension.</summary>
    public required FacetDimension Dimension { get; init; }

    /// <summary>Values by count descending, then label; selected values are always present, even at zero.</summary>
    public required IReadOnlyList<FacetValue> Values { get; init; }

    /// <summary>Articles that have no value here.</summary>
    public required int Missing { get; init; }

    /// <summary>Articles counted (the total without this dimension's own selection).</summary>
    public required int Total { get; init; }

    /// <summary>Number of distinct values there are, shown or not.</summary>
    public int DistinctValues { get; init; }
}

/// <summary>One value of a dimension.</summary>
public sealed record FacetValue
{
    /// <summary>
    /// The value as the query language writes it: <c>syria/homs</c>, <c>sergey-lavrov</c>, <c>cnn</c>, <c>2012-07</c>.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>For people.</summary>
    public required string Label { get; init; }

    /// <summary>Articles with it.</summary>
    public required int Count { get; init; }

    /// <summary>True when the query selects it.</summary>
    public bool Selected { get; init; }

    /// <summary>True when the query excludes it.</summary>
    public bool Excluded { get; init; }

    /// <summary>
    /// Where the query selects or excludes it: how the query text writes it (<c>homs</c> for <c>syria/homs</c>), which
    /// is what to take out of the query; else null.
    /// </summary>
    public string? WrittenAs { get; init; }

    /// <summary>Actor type in kebab case, place kind, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>
    /// How many values with articles there are directly below it (places, dates), listed here or not.
    /// </summary>
    public int ChildCount { get; init; }

    /// <summary>Values below it (places, dates).</summary>
    public IReadOnlyList<FacetValue> Children { get; init; } = [];
}
