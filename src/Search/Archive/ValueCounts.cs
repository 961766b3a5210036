using Dateline.Index.Facets;

namespace Dateline.Search.Archive;

/// <summary>Counts of the values of one dimension over what a search found, as the index has them.</summary>
/// <param name="counts">The counts of all labels.</param>
/// <param name="dimension">The dimension.</param>
internal class ValueCounts(FacetCounts counts, FacetDimension dimension)
{
    /// <summary>Name of the dimension in the index.</summary>
    protected string Name { get; } = ArticleFields.Name(dimension);

    /// <summary>Between the parts of a value; null when values are no paths.</summary>
    public char? Separator { get; } = dimension switch
    {
        FacetDimension.Place => '/',
        FacetDimension.Date => '-',
        _ => null,
    };

    /// <summary>How many have no value.</summary>
    public virtual int Missing => counts.CountOf(Name, ArticleFields.NoValue);

    /// <summary>Number of different values.</summary>
    public virtual int DistinctValues =>
        counts.LabelCount(Name) - (counts.CountOf(Name, ArticleFields.NoValue) > 0 ? 1 : 0);

    /// <summary>How many have a value.</summary>
    public virtual int CountOf(string value) => counts.CountOf(Name, value);

    /// <summary>Number of values directly below one; 0 where values are no paths.</summary>
    public virtual int ChildCount(string value) =>
        Separator is { } separator ? counts.ChildCount(Name, value, separator) : 0;

    /// <summary>Values that start with some text.</summary>
    public IEnumerable<string> StartingWith(string text) =>
        counts.StartingWith(Name, text, int.MaxValue).Select(static value => value.Label);

    /// <summary>The values directly below one, or of the first level below "", that most have.</summary>
    public virtual IEnumerable<(string Value, int Count)> Largest(string parent, int limit)
    {
        // Without the label of articles that have no value, which is of the first level.
        var wanted = limit + (parent.Length == 0 && limit < int.MaxValue ? 1 : 0);
        var largest = Separator is { } separator
            ? counts.Children(Name, parent, wanted, separator)
            : parent.Length == 0 ? counts.Top(Name, wanted) : [];
        return largest.Where(static value => value.Label != ArticleFields.NoValue)
            .Select(static value => (value.Label, value.Count)).Take(limit);
    }

    /// <summary>The values that most have, of whatever level.</summary>
    public virtual IEnumerable<(string Value, int Count)> Top(int limit) => counts.Top(Name, limit + 1)
        .Where(static value => value.Label != ArticleFields.NoValue)
        .Select(static value => (value.Label, value.Count)).Take(limit);

    /// <summary>The value directly above one, or "".</summary>
    public string Parent(string value)
    {
        var end = Separator is { } separator ? value.LastIndexOf(separator) : -1;
        return end < 0 ? "" : value[..end];
    }
}
