using System.Globalization;
using Dateline.Bench.Corpus;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;

namespace Dateline.Bench.Queries;

/// <summary>One line of the query file, compiled.</summary>
/// <param name="Id">Name.</param>
/// <param name="Class">Class whose times are reported together.</param>
/// <param name="WithFacets">Whether exact hits and the top places and actors are asked for.</param>
/// <param name="Query">What to find.</param>
internal sealed record BenchQuery(string Id, string Class, bool WithFacets, Query Query)
{
    /// <summary>
    /// Reads lines of nine tab-separated columns: id, class, operator (and, or, phrase, prefix), terms, first day, last
    /// day, filter field (place, actor), filter value, facets (0, 1).
    /// </summary>
    public static IReadOnlyList<BenchQuery> ReadAll(string path) => [.. File.ReadLines(path).Select((line, k) =>
    {
        var columns = line.Split('\t');
        if (columns.Length != 9)
            throw new InvalidDataException($"{path}, line {k + 1}: {columns.Length} columns, expected 9.");
        return new BenchQuery(columns[0], columns[1], columns[8] == "1", Compile(columns));
    })];

    private static Query Compile(string[] columns)
    {
        var main = Words(columns[2], columns[3].Split(' '));
        var filters = Filters(columns).ToList();
        if (filters.Count == 0) return main;
        return new BooleanQuery(
            filters.Select(filter => new BooleanClause(filter, Occur.Filter))
                .Prepend(new BooleanClause(main, Occur.Must)));
    }

    private static Query Words(string operation, string[] terms) => operation switch
    {
        "phrase" => new PhraseQuery(BenchSchema.Text, terms),
        "prefix" => new PrefixQuery(BenchSchema.Text, terms[0]),
        "and" or "or" when terms.Length == 1 => new TermQuery(BenchSchema.Text, terms[0]),
        "and" => BooleanQuery.All(terms.Select(term => new TermQuery(BenchSchema.Text, term))),
        "or" => BooleanQuery.Any(terms.Select(term => new TermQuery(BenchSchema.Text, term))),
        _ => throw new InvalidDataException($"Unknown operator \"{operation}\"; expected and, or, phrase or prefix."),
    };

    private static IEnumerable<Query> Filters(string[] columns)
    {
        if (columns[4].Length > 0) yield return new LongRangeQuery(BenchSchema.Date, Day(columns[4]), Day(columns[5]));
        if (columns[6] == "place") yield return new TermQuery(BenchSchema.PlacePath, columns[7]);
        if (columns[6] == "actor")
            yield return new TermQuery(IndexField.FacetsName, FacetLabel.Encode(BenchSchema.Actors, columns[7]));
    }

    private static long Day(string text) =>
        BenchSchema.Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
