namespace Dateline.Index.Querying;

/// <summary>
/// Clauses combined. A document matches when every Must and Filter clause matches, no MustNot clause does, and at least
/// <see cref="MinimumShouldMatch"/> Should clauses do (one, when there is neither Must nor Filter). Equality ignores
/// the order.
/// </summary>
public sealed record BooleanQuery : Query
{
    /// <summary>Most clauses one query can have.</summary>
    public const int MaxClauses = 1024;

    private readonly BooleanClause[] _clauses;

    /// <summary>Combines the clauses.</summary>
    public BooleanQuery(IEnumerable<BooleanClause> clauses, int minimumShouldMatch = 0)
    {
        _clauses = [.. clauses];
        if (_clauses.Length > MaxClauses)
            throw new ArgumentException(
                $"A boolean query has at most {MaxClauses} clauses, not {_clauses.Length}.", nameof(clauses));
        ArgumentOutOfRangeException.ThrowIfNegative(minimumShouldMatch);
        MinimumShouldMatch = minimumShouldMatch;
    }

    /// <summary>The clauses as given.</summary>
    public IReadOnlyList<BooleanClause> Clauses => _clauses;

    /// <summary>How many Should clauses have to match; 0 means none, or one when nothing else is required.</summary>
    public int MinimumShouldMatch { get; }

    /// <summary>All of them (AND).</summary>
    public static BooleanQuery All(params IEnumerable<Query> queries) =>
        new(queries.Select(query => new BooleanClause(query, Occur.Must)));

    /// <summary>Any of them (OR).</summary>
    public static BooleanQuery Any(params IEnumerable<Query> queries) =>
        new(queries.Select(query => new BooleanClause(query, Occur.Should)));

    internal bool IsPureDisjunction =>
        MinimumShouldMatch <= 1 && _clauses.Length > 0 && _clauses.All(clause => clause.Occur == Occur.Should);

    internal IEnumerable<Query> Of(Occur occur) =>
        _clauses.Where(clause => clause.Occur == occur).Select(clause => clause.Query);

    internal override bool DependsOnSegmentAlone =>
        Array.TrueForAll(_clauses, static clause => clause.Query.DependsOnSegmentAlone);

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        new BooleanWeight(this, searcher, scored, boost);

    /// <inheritdoc/>
    public override Query Simplify() => BooleanSimplifier.Simplify(this);

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        foreach (var clause in _clauses)
        {
            if (clause.Occur != Occur.MustNot) clause.Query.AddHighlights(targets);
        }
    }

    /// <summary>Equal clauses in any order.</summary>
    public bool Equals(BooleanQuery? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other._clauses.Length != _clauses.Length || other.MinimumShouldMatch != MinimumShouldMatch)
            return false;
        var counts = _clauses.CountBy(clause => clause).ToDictionary();
        return other._clauses.CountBy(clause => clause).All(pair => counts.GetValueOrDefault(pair.Key) == pair.Value);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = MinimumShouldMatch;
        foreach (var clause in _clauses) hash = unchecked(hash + clause.GetHashCode());
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = string.Join(' ', _clauses);
        return MinimumShouldMatch > 0 ? $"({text})~{MinimumShouldMatch}" : text;
    }
}
