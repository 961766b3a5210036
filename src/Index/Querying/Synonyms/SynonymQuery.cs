using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>
/// A term of a <see cref="SynonymQuery"/>; <paramref name="Boost"/> (above 0, at most 1) scales its frequency.
/// </summary>
public readonly record struct Synonym(string Term, float Boost = 1);

/// <summary>
/// Documents with any of several terms (already analyzed) that mean the same, scored as if they were one term:
/// frequencies, times their boosts, are added up and the highest document frequency is taken (Lucene 8's SynonymQuery).
/// </summary>
public sealed record SynonymQuery : Query
{
    private readonly Synonym[] _synonyms;

    /// <summary>Terms of one field.</summary>
    public SynonymQuery(string field, IEnumerable<Synonym> synonyms)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        _synonyms = [.. synonyms.OrderBy(synonym => synonym.Term, StringComparer.Ordinal)];
        if (_synonyms.Length > BooleanQuery.MaxClauses)
            throw new ArgumentException(
                $"At most {BooleanQuery.MaxClauses} synonyms, not {_synonyms.Length}.", nameof(synonyms));
        foreach (var synonym in _synonyms)
        {
            if (synonym.Boost is not (> 0 and <= 1))
                throw new ArgumentOutOfRangeException(
                    nameof(synonyms), synonym.Boost, "The boost of a synonym is above 0 and at most 1.");
        }
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The terms in order.</summary>
    public IReadOnlyList<Synonym> Synonyms => _synonyms;

    /// <inheritdoc/>
    public override Query Simplify() => _synonyms.Length switch
    {
        0 => new MatchNoneQuery(),
        1 => new BoostQuery(new TermQuery(Field, _synonyms[0].Term), _synonyms[0].Boost),
        _ => this,
    };

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var states = Array.ConvertAll(_synonyms, synonym => searcher.FindTerm(Field, synonym.Term));
        var docFreq = states.Length == 0 ? 0 : states.Max(state => state.DocFreq);
        if (docFreq == 0) return new MatchNoneQuery().Bind(searcher, scored, boost);
        if (!scored) return BooleanWeight.AnyOf(states.Select(state => new TermWeight(Field, state, null)), scored);
        var idf = Bm25.Idf(docFreq, searcher.Statistics(Field).DocCount);
        return new SynonymWeight(this, states, searcher.Similarity(Field, idf, boost));
    }

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        foreach (var synonym in _synonyms) targets.AddTerm(Field, synonym.Term);
    }

    /// <summary>Same field and terms.</summary>
    public bool Equals(SynonymQuery? other) =>
        other is not null && Field == other.Field && _synonyms.AsSpan().SequenceEqual(other._synonyms);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Field);
        foreach (var synonym in _synonyms) hash.Add(synonym);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"Synonym({string.Join(' ', _synonyms.Select(synonym => $"{Field}:{synonym.Term}"))})";
}
