using System.Collections.Concurrent;
using Dateline.Index.Querying;
using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>
/// What curation makes of one view of the index: for every facet value that has other documents than the index says,
/// those documents. Values that are not here are as the index has them. Immutable but for what it keeps of queries;
/// thread-safe.
/// </summary>
internal sealed class CurationOverlay
{
    private readonly Dictionary<FacetDimension, DimensionOverlay> _dimensions = [];
    private readonly Dictionary<long, int> _effects = [];
    private readonly ConcurrentDictionary<(FacetDimension, string), Query> _queries = [];
    private readonly ValueDocs _docs;

    /// <summary>Works the rules out over an index.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="searcher">The index.</param>
    /// <param name="labels">Its names, as they are without curation.</param>
    public CurationOverlay(CurationRules rules, IndexSearcher searcher, ArchiveLabels labels)
    {
        Rules = rules;
        _docs = new ValueDocs(searcher);
        foreach (var dimension in (FacetDimension[])[FacetDimension.Actor, FacetDimension.Place])
        {
            if (rules.Records.Any(record => record.Dimension == dimension))
                _dimensions[dimension] = DimensionOverlay.Of(
                    dimension, new DimensionFold(rules, dimension, _docs, labels, _effects), _docs);
        }
    }

    /// <summary>The rules.</summary>
    public CurationRules Rules { get; }

    /// <summary>What it changes in a dimension; null when nothing.</summary>
    public DimensionOverlay? Of(FacetDimension dimension) =>
        _dimensions.GetValueOrDefault(dimension) is { Changed.Count: > 0 } changed ? changed : null;

    /// <summary>Where the mentions of a value of the index are now; null when it was not looked at.</summary>
    public IReadOnlyList<(string Value, string? Key)>? WhereIs(FacetDimension dimension, string raw) =>
        _dimensions.GetValueOrDefault(dimension)?.Places.GetValueOrDefault(raw);

    /// <summary>Values of the index that have mentions which are of a value now.</summary>
    public IEnumerable<string> SourcesOf(FacetDimension dimension, string value)
    {
        var places = _dimensions.GetValueOrDefault(dimension)?.Places;
        var from = places?.Where(entry => entry.Value.Any(place => place.Value == value))
            .Select(static entry => entry.Key) ?? [];
        return places?.ContainsKey(value) is true ? from : from.Append(value);
    }

    /// <summary>How many articles a record changed when it was its turn; 0: it is without effect here.</summary>
    public int EffectOf(long record) => _effects.GetValueOrDefault(record);

    /// <summary>Articles with a value, where they are others than the index says; else null.</summary>
    public Query? QueryFor(FacetDimension dimension, string value)
    {
        if (Of(dimension)?.Changed.GetValueOrDefault(value) is not { } docs)
            return null;
        return docs.Length == 0
            ? new MatchNoneQuery()
            : _queries.GetOrAdd((dimension, value), static (_, built) =>
                new DocumentsQuery(built._docs.Bits(built.docs)), (_docs, docs));
    }
}
