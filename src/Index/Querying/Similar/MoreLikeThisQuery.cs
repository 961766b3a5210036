using Dateline.Index.Analysis;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents that share the most telling words of a text: of its terms those with the highest frequency times inverse
/// document frequency, searched as an OR in which each counts by that product.
/// </summary>
public sealed record MoreLikeThisQuery : Query
{
    private const int MostTextTerms = 100_000;

    private readonly Dictionary<string, int> _frequencies;

    /// <summary>Analyzes a text.</summary>
    /// <param name="field">Field to search.</param>
    /// <param name="text">The text; of very long ones the beginning.</param>
    /// <param name="analyzer">The field's analyzer.</param>
    /// <param name="options">Which terms count.</param>
    public MoreLikeThisQuery(string field, string text, Analyzer analyzer, MoreLikeThisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(analyzer);
        Field = field;
        Options = options ?? new MoreLikeThisOptions();
        var counts = new TermCounts(MostTextTerms);
        analyzer.Analyze(text, counts);
        _frequencies = counts.Frequencies;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>Which terms count.</summary>
    public MoreLikeThisOptions Options { get; }

    /// <summary>The text's terms and how often each occurs.</summary>
    internal IReadOnlyDictionary<string, int> Frequencies => _frequencies;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var chosen = Choose(searcher);
        if (chosen.Count == 0) return new MatchNoneQuery().Bind(searcher, scored, boost);
        var best = chosen[0].Weight;
        return BooleanQuery.Any(chosen.Select(term =>
            (Query)new BoostQuery(new TermQuery(Field, term.Term), (float)(term.Weight / best))))
            .Bind(searcher, scored, boost);
    }

    /// <summary>Same field, options and term frequencies.</summary>
    public bool Equals(MoreLikeThisQuery? other) =>
        other is not null && Field == other.Field && Options == other.Options
        && _frequencies.Count == other._frequencies.Count
        && _frequencies.All(pair => other._frequencies.TryGetValue(pair.Key, out var freq) && freq == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = HashCode.Combine(Field, Options);
        foreach (var (term, freq) in _frequencies) hash ^= HashCode.Combine(term, freq);
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:like({_frequencies.Count} terms)";

    /// <summary>The terms that count in this index, most telling first.</summary>
    internal List<(string Term, double Weight)> Choose(IndexSearcher searcher)
    {
        var documents = searcher.Statistics(Field).DocCount;
        var candidates = new List<(string Term, double Weight)>();
        foreach (var (term, freq) in _frequencies)
        {
            searcher.Cancellation.ThrowIfCancellationRequested();
            if (freq < Options.MinTermFrequency) continue;
            var docFreq = searcher.FindTerm(Field, term).DocFreq;
            if (docFreq < Options.MinDocumentFrequency || docFreq > Options.MaxDocumentShare * documents) continue;
            candidates.Add((term, freq * (1 + Math.Log((documents + 1.0) / (docFreq + 1)))));
        }

        return [.. candidates.OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(Math.Min(Options.MaxTerms, BooleanQuery.MaxClauses))];
    }

    private sealed class TermCounts(int most) : ITokenSink
    {
        public Dictionary<string, int> Frequencies { get; } = new(StringComparer.Ordinal);

        public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement)
        {
            var key = term.ToString();
            if (Frequencies.Count < most || Frequencies.ContainsKey(key))
                Frequencies[key] = Frequencies.GetValueOrDefault(key) + 1;
        }

        public void End(int finalOffset, int trailingPositionIncrement)
        {
        }
    }
}
