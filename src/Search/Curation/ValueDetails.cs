using Dateline.Search.Archive;
using Dateline.Search.Querying;

namespace Dateline.Search.Curation;

/// <summary>A value as somebody who may repair it sees it.</summary>
/// <param name="Dimension">Place or actor.</param>
/// <param name="Value">Its path or id.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">Type or kind.</param>
/// <param name="Spellings">How it is written in the articles, the most frequent first.</param>
public sealed record ValueDetails(
    FacetDimension Dimension, string Value, string Label, string? Kind, IReadOnlyList<ValueSpelling> Spellings)
{
    private const int MostSpellings = 100;

    /// <summary>The value as the query language writes it, exactly.</summary>
    public string Clause => $"{QueryFields.Of(Dimension).Name()}:={Value}";

    internal static ValueDetails Of(
        ArchiveSnapshot snapshot, CurationOverlay? curation, FacetDimension dimension, string value)
    {
        var docs = new ValueDocs(snapshot.Searcher);
        var label = snapshot.Labels.Find(dimension, value);
        Dictionary<string, List<int>> found = new(StringComparer.Ordinal);
        foreach (var raw in curation?.SourcesOf(dimension, value) ?? [value])
        {
            docs.WalkSpellings(dimension, raw + ArticleFields.Separator, (_, key, with) =>
            {
                if (!found.TryGetValue(key, out var known))
                    found[key] = known = [];
                known.AddRange(with);
            });
        }

        return new ValueDetails(
            dimension, value, label?.Name ?? value, label?.Kind,
            [
                .. found.Where(static entry => entry.Key.Length > 0)
                    .Select(static entry => new ValueSpelling(entry.Key, entry.Value.Distinct().Count()))
                    .OrderByDescending(static spelling => spelling.Articles)
                    .ThenBy(static spelling => spelling.Key, StringComparer.Ordinal)
                    .Take(MostSpellings),
            ]);
    }
}

/// <summary>A spelling of a value.</summary>
/// <param name="Key">The spelling as a slug.</param>
/// <param name="Articles">Articles of the values it came from that write it so.</param>
public sealed record ValueSpelling(string Key, int Articles);
