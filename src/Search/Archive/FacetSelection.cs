using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// What a query selects and excludes in one dimension, as values of the archive, each with how the query writes it.
/// </summary>
internal sealed class FacetSelection
{
    private FacetSelection(IReadOnlyDictionary<string, string> selected, IReadOnlyDictionary<string, string> excluded)
    {
        Selected = selected;
        Excluded = excluded;
    }

    /// <summary>Value to its text in the query.</summary>
    public IReadOnlyDictionary<string, string> Selected { get; }

    /// <summary>Value to its text in the query.</summary>
    public IReadOnlyDictionary<string, string> Excluded { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<string> Values => Selected.Keys.Union(Excluded.Keys);

    public static FacetSelection Of(ArchiveQuery query, FacetDimension dimension, ValueResolver resolver) => new(
        Resolve(query.SelectedValues(dimension), dimension, resolver),
        Resolve(query.ExcludedValues(dimension), dimension, resolver));

    private static Dictionary<string, string> Resolve(
        IReadOnlyList<string> written, FacetDimension dimension, ValueResolver resolver)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var text in written)
        {
            if (text == MissingValue.Instance.ToString())
                continue;
            foreach (var value in ValuesOf(text, dimension, resolver))
                values.TryAdd(value, text);
        }

        return values;
    }

    private static IEnumerable<string> ValuesOf(string text, FacetDimension dimension, ValueResolver resolver)
    {
        if (dimension is FacetDimension.Date)
            return DateFacets.IsPeriod(text.TrimStart('=')) ? [text.TrimStart('=')] : [];
        var value = new NameValue(text.TrimStart('='), text.StartsWith('='));
        // The warnings were given when the query was compiled.
        var resolved = resolver.Resolve(dimension, value, new WarningList());
        return resolved.Count > 0 ? resolved : [value.Text];
    }
}
