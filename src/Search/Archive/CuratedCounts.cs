using Dateline.Index.Facets;

namespace Dateline.Search.Archive;

/// <summary>
/// Counts with curation: the values it changes are counted by their documents, all others are as the index has them.
/// </summary>
/// <param name="counts">Counts of all labels as the index has them.</param>
/// <param name="dimension">The dimension.</param>
/// <param name="changed">The values changed, with their documents.</param>
/// <param name="countAmong">How many of what was found are among some documents.</param>
internal sealed class CuratedCounts(
    FacetCounts counts, FacetDimension dimension, IReadOnlyDictionary<string, int[]> changed,
    Func<int[], int> countAmong)
    : ValueCounts(counts, dimension)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private ILookup<string, string>? _byParent;

    public override int Missing =>
        changed.ContainsKey(ArticleFields.NoValue) ? CountOf(ArticleFields.NoValue) : base.Missing;

    public override int DistinctValues => base.DistinctValues + changed.Keys
        .Where(static value => value != ArticleFields.NoValue)
        .Sum(value => Present(CountOf(value)) - Present(base.CountOf(value)));

    public override int CountOf(string value)
    {
        if (!changed.TryGetValue(value, out var docs))
            return base.CountOf(value);
        if (!_known.TryGetValue(value, out var count))
            _known[value] = count = countAmong(docs);
        return count;
    }

    public override int ChildCount(string value) => Separator is null
        ? 0
        : base.ChildCount(value) + Below(value).Sum(child => Present(CountOf(child)) - Present(base.CountOf(child)));

    public override IEnumerable<(string Value, int Count)> Largest(string parent, int limit)
    {
        if (Separator is null && parent.Length > 0)
            return [];
        return Curated([.. Below(parent)], limit, wanted => base.Largest(parent, wanted));
    }

    public override IEnumerable<(string Value, int Count)> Top(int limit) =>
        Curated([.. changed.Keys.Where(static value => value != ArticleFields.NoValue)], limit, base.Top);

    // Of the plain values as many more are read as may turn out to be changed.
    private IEnumerable<(string Value, int Count)> Curated(
        List<string> values, int limit, Func<int, IEnumerable<(string Value, int Count)>> plain) =>
        plain((int)Math.Min((long)limit + values.Count, int.MaxValue - 1))
            .Where(value => !changed.ContainsKey(value.Value))
            .Concat(values.Select(value => (Value: value, Count: CountOf(value)))
                .Where(static value => value.Count > 0))
            .OrderByDescending(static value => value.Count).ThenBy(static value => value.Value, StringComparer.Ordinal)
            .Take(limit);

    private IEnumerable<string> Below(string parent) =>
        (_byParent ??= changed.Keys.Where(static value => value != ArticleFields.NoValue).ToLookup(Parent))[parent];

    private static int Present(int count) => count > 0 ? 1 : 0;
}
