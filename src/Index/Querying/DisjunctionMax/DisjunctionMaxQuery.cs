using System.Globalization;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents of any of the queries. The score is the highest of theirs plus <see cref="Tie"/> (0 to 1) times the sum of
/// the others, so that a word found in one field counts once.
/// </summary>
public sealed record DisjunctionMaxQuery : Query
{
    private readonly Query[] _queries;

    /// <summary>Combines queries.</summary>
    public DisjunctionMaxQuery(IEnumerable<Query> queries, float tie = 0)
    {
        _queries = [.. queries];
        Tie = tie is >= 0 and <= 1
            ? tie : throw new ArgumentOutOfRangeException(nameof(tie), tie, "A tie breaker is from 0 to 1.");
        if (_queries.Length > BooleanQuery.MaxClauses)
            throw new ArgumentException(
                $"At most {BooleanQuery.MaxClauses} queries, not {_queries.Length}.", nameof(queries));
    }

    /// <summary>The queries.</summary>
    public IReadOnlyList<Query> Queries => _queries;

    /// <summary>What the lower scores count.</summary>
    public float Tie { get; }

    /// <inheritdoc/>
    public override Query Simplify()
    {
        if (_queries.Length == 0) return new MatchNoneQuery();
        if (_queries.Length == 1) return _queries[0];
        if (Tie == 1) return BooleanQuery.Any(_queries);
        var simpler = Array.ConvertAll(_queries, query => query.Simplify());
        return simpler.Zip(_queries).All(pair => ReferenceEquals(pair.First, pair.Second))
            ? this : new DisjunctionMaxQuery(simpler, Tie);
    }

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        new DisjunctionMaxWeight([.. _queries.Select(query => query.Bind(searcher, scored, boost))], Tie);

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        foreach (var query in _queries) query.AddHighlights(targets);
    }

    /// <summary>Same queries in the same order.</summary>
    public bool Equals(DisjunctionMaxQuery? other) =>
        other is not null && Tie.Equals(other.Tie) && _queries.AsSpan().SequenceEqual(other._queries);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Tie);
        foreach (var query in _queries) hash.Add(query);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"({string.Join(" | ", (IEnumerable<Query>)_queries)})~{Tie}");
}
