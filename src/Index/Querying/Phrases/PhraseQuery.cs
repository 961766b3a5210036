using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents where the terms (already analyzed) stand at their relative positions; gaps are allowed where words were
/// left out. Scored as one term whose frequency is the number of places and whose inverse document frequency is the
/// terms' sum.
/// </summary>
public sealed record PhraseQuery : Query
{
    private readonly PhraseTerm[] _terms;

    /// <summary>
    /// A phrase; positions must not be negative and need not be in order. The first position counts as 0.
    /// </summary>
    public PhraseQuery(string field, IEnumerable<PhraseTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        _terms = [.. terms.OrderBy(term => term.Position)];
        if (_terms.Length == 0) return;
        var first = _terms[0].Position;
        ArgumentOutOfRangeException.ThrowIfNegative(first, nameof(terms));
        for (var k = 0; k < _terms.Length; k++) _terms[k] = _terms[k] with { Position = _terms[k].Position - first };
    }

    /// <summary>Adjacent terms.</summary>
    public PhraseQuery(string field, params ReadOnlySpan<string> terms)
        : this(field, Adjacent(terms))
    {
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The terms in position order, starting at position 0.</summary>
    public IReadOnlyList<PhraseTerm> Terms => _terms;

    /// <summary>
    /// How far apart the terms may stand: the largest distance between the earliest and the latest place at which a
    /// term would let the phrase start. A place then counts 1 / (1 + distance) instead of 1. At least 0.
    /// </summary>
    public int Slop
    {
        get;
        init => field = value >= 0
            ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Slop is not negative.");
    }

    /// <inheritdoc/>
    public override Query Simplify() => _terms.Length switch
    {
        0 => new MatchNoneQuery(),
        1 => new TermQuery(Field, _terms[0].Term),
        _ => this,
    };

    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var states = new TermStates[_terms.Length];
        var idfs = new float[_terms.Length];
        var field = searcher.Statistics(Field);
        for (var k = 0; k < states.Length; k++)
        {
            states[k] = searcher.FindTerm(Field, _terms[k].Term);
            if (states[k].DocFreq == 0) return new MatchNoneQuery().Bind(searcher, scored, boost);
            idfs[k] = Bm25.Idf(states[k].DocFreq, field.DocCount);
        }

        return new PhraseWeight(this, states, scored ? searcher.Similarity(Field, Bm25.Idf(idfs), boost) : null);
    }

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (Slop == 0) targets.AddPhrase(Field, _terms);
        else
            foreach (var term in _terms) targets.AddTerm(Field, term.Term);
    }

    /// <summary>Same field, terms and positions.</summary>
    public bool Equals(PhraseQuery? other) =>
        other is not null && Field == other.Field && Slop == other.Slop && _terms.AsSpan().SequenceEqual(other._terms);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Field);
        hash.Add(Slop);
        foreach (var term in _terms) hash.Add(term);
        return hash.ToHashCode();
    }

    /// <summary><c>body:"peace ? talks"</c>; a question mark stands for a gap.</summary>
    public override string ToString()
    {
        var words = new List<string>();
        foreach (var (term, position) in _terms)
        {
            while (words.Count < position) words.Add("?");
            words.Add(term);
        }

        return $"{Field}:\"{string.Join(' ', words)}\"" + (Slop > 0 ? $"~{Slop}" : "");
    }

    private static PhraseTerm[] Adjacent(ReadOnlySpan<string> terms)
    {
        var placed = new PhraseTerm[terms.Length];
        for (var k = 0; k < terms.Length; k++) placed[k] = new PhraseTerm(terms[k], k);
        return placed;
    }
}
