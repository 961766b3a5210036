namespace Dateline.Search.Archive;

/// <summary>
/// Makes the answer for one dimension. Only the values shown are looked at: of each level those with most articles, and
/// those that the query selects or excludes.
/// </summary>
/// <param name="snapshot">Names the values.</param>
/// <param name="dimension">The dimension.</param>
/// <param name="counts">Its counts, with curation.</param>
/// <param name="selection">What the query selects and excludes in it.</param>
internal sealed class FacetBuilder(
    ArchiveSnapshot snapshot, FacetDimension dimension, ValueCounts counts, FacetSelection selection)
{
    // Trees are opened level by level, values with most articles first, until so many times the limit are listed.
    private const int OpenedPerLimit = 12;

    /// <summary>The dimension as a page shows it.</summary>
    /// <param name="total">Articles counted.</param>
    /// <param name="limit">Most values a level.</param>
    public FacetResult Build(int total, int limit)
    {
        var keep = selection.Values.SelectMany(SelfAndAbove).ToHashSet(StringComparer.Ordinal);
        return new FacetResult
        {
            Dimension = dimension,
            Values = Level("", Open(keep, limit)),
            Missing = counts.Missing,
            Total = total,
            DistinctValues = counts.DistinctValues,
        };
    }

    /// <summary>The values directly below one, or those of the first level below "", most articles first.</summary>
    public IReadOnlyList<FacetValue> Below(string parent, int limit) =>
        [.. Ordered(counts.Largest(parent, limit).Select(value => Value(value.Value, value.Count)))];

    /// <summary>One value without those below it.</summary>
    public FacetValue Value(string value, int count)
    {
        var label = dimension is FacetDimension.Date ? null : snapshot.Labels.Find(dimension, value);
        var written = selection.Selected.GetValueOrDefault(value) ?? selection.Excluded.GetValueOrDefault(value);
        return new FacetValue
        {
            Value = snapshot.Write(dimension, value),
            Label = label?.Name ?? value[(value.LastIndexOf('/') + 1)..],
            Count = count,
            Selected = selection.Selected.ContainsKey(value),
            Excluded = selection.Excluded.ContainsKey(value),
            WrittenAs = written,
            Kind = label?.Kind,
            ChildCount = counts.ChildCount(value),
        };
    }

    /// <summary>Articles with a value.</summary>
    public int CountOf(string value) => counts.CountOf(value);

    /// <summary>Values that start with some text; all with true.</summary>
    public IEnumerable<KeyValuePair<string, bool>> ValuesStarting(string text) =>
        counts.StartingWith(text).Select(static value => KeyValuePair.Create(value, true));

    private Dictionary<string, List<(string Value, int Count)>> Open(HashSet<string> keep, int limit)
    {
        Dictionary<string, List<(string Value, int Count)>> opened = new(StringComparer.Ordinal);
        var kept = keep.ToLookup(counts.Parent, StringComparer.Ordinal);
        var queue = new Queue<string>([""]);
        var listed = 0;
        while (queue.TryDequeue(out var parent))
        {
            if (listed >= (long)limit * OpenedPerLimit && parent.Length > 0 && !keep.Contains(parent))
                continue;
            List<(string Value, int Count)> shown = [.. counts.Largest(parent, limit)];
            var there = shown.Select(static value => value.Value).ToHashSet(StringComparer.Ordinal);
            shown.AddRange(kept[parent].Where(there.Add).Select(value => (value, CountOf(value))));
            if (shown.Count == 0)
                continue;
            opened[parent] = shown;
            listed += shown.Count;
            foreach (var (value, _) in shown)
            {
                if (counts.Separator is not null)
                    queue.Enqueue(value);
            }
        }

        return opened;
    }

    private List<FacetValue> Level(string parent, Dictionary<string, List<(string Value, int Count)>> opened)
    {
        if (!opened.TryGetValue(parent, out var values))
            return [];
        return
        [
            .. Ordered(values.Select(value => Value(value.Value, value.Count) with
            {
                Children = Level(value.Value, opened),
            })),
        ];
    }

    private static IOrderedEnumerable<FacetValue> Ordered(IEnumerable<FacetValue> values) => values
        .OrderByDescending(static value => value.Count)
        .ThenBy(static value => value.Label, StringComparer.Ordinal)
        .ThenBy(static value => value.Value, StringComparer.Ordinal);

    private IEnumerable<string> SelfAndAbove(string value)
    {
        for (var current = value; current.Length > 0; current = counts.Parent(current))
            yield return current;
    }
}
