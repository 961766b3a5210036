using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>Makes the answer for one dimension from the counts of all its values.</summary>
/// <param name="labels">What values are called.</param>
/// <param name="write">How the query language writes a value exactly.</param>
internal sealed class FacetBuilder(ArchiveLabels labels, Func<FacetDimension, string, string> write)
{
    // Trees are opened level by level, values with most articles first, until so many times the limit are listed.
    private const int OpenedPerLimit = 12;

    public FacetResult Build(
        FacetDimension dimension, IReadOnlyDictionary<string, int> counts, FacetSelection selection, int total,
        int limit)
    {
        var all = counts.Where(static entry => entry.Key != ArticleFields.NoValue).ToDictionary(StringComparer.Ordinal);
        var distinct = all.Count;
        var chosen = selection.Values.SelectMany(value => SelfAndAbove(dimension, value));
        var keep = chosen.ToHashSet(StringComparer.Ordinal);
        foreach (var value in keep)
            all.TryAdd(value, 0);
        var children = all.Keys.ToLookup(value => Parent(dimension, value), StringComparer.Ordinal);
        var opened = Open(children, all, keep, limit);
        return new FacetResult
        {
            Dimension = dimension,
            Values = Level(dimension, "", opened, all, selection),
            Missing = counts.GetValueOrDefault(ArticleFields.NoValue),
            Total = total,
            DistinctValues = distinct,
        };
    }

    /// <summary>One value without its children.</summary>
    public FacetValue Value(FacetDimension dimension, string value, int count, FacetSelection selection)
    {
        var label = dimension is FacetDimension.Date ? null : labels.Find(dimension, value);
        var written = selection.Selected.GetValueOrDefault(value) ?? selection.Excluded.GetValueOrDefault(value);
        return new FacetValue
        {
            Value = write(dimension, value),
            Label = label?.Name ?? value[(value.LastIndexOf('/') + 1)..],
            Count = count,
            Selected = selection.Selected.ContainsKey(value),
            Excluded = selection.Excluded.ContainsKey(value),
            WrittenAs = written,
            Kind = label?.Kind,
        };
    }

    private static Dictionary<string, List<string>> Open(
        ILookup<string, string> children, Dictionary<string, int> counts, HashSet<string> keep, int limit)
    {
        Dictionary<string, List<string>> opened = new(StringComparer.Ordinal);
        var queue = new Queue<string>([""]);
        var listed = 0;
        while (queue.TryDequeue(out var parent))
        {
            if (listed >= (long)limit * OpenedPerLimit && parent.Length > 0 && !keep.Contains(parent))
                continue;
            var ordered = children[parent]
                .OrderByDescending(value => counts[value])
                .ThenBy(static value => value, StringComparer.Ordinal);
            var shown = ordered.Where((value, index) => index < limit || keep.Contains(value)).ToList();
            if (shown.Count == 0)
                continue;
            opened[parent] = shown;
            listed += shown.Count;
            foreach (var value in shown)
                queue.Enqueue(value);
        }

        return opened;
    }

    private List<FacetValue> Level(
        FacetDimension dimension,
        string parent,
        Dictionary<string, List<string>> opened,
        Dictionary<string, int> counts,
        FacetSelection selection)
    {
        if (!opened.TryGetValue(parent, out var values))
            return [];
        return
        [
            .. values
                .Select(value => Value(dimension, value, counts[value], selection) with
                {
                    Children = Level(dimension, value, opened, counts, selection),
                })
                .OrderByDescending(static value => value.Count)
                .ThenBy(static value => value.Label, StringComparer.Ordinal)
                .ThenBy(static value => value.Value, StringComparer.Ordinal),
        ];
    }

    private static char Separator(FacetDimension dimension) => dimension switch
    {
        FacetDimension.Place => '/',
        FacetDimension.Date => '-',
        _ => '\0',
    };

    private static string Parent(FacetDimension dimension, string value)
    {
        var end = value.LastIndexOf(Separator(dimension));
        return end < 0 ? "" : value[..end];
    }

    private static IEnumerable<string> SelfAndAbove(FacetDimension dimension, string value)
    {
        for (var current = value; current.Length > 0; current = Parent(dimension, current))
            yield return current;
    }
}
