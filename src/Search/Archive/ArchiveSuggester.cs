using System.Collections.Concurrent;
using Dateline.Index.Querying;
using Dateline.Index.Suggesting;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Suggests values and headlines for a query that is being typed, from the terms of one commit. Values of the shortest
/// beginnings, for which many terms are read, are kept. Thread-safe.
/// </summary>
internal sealed class ArchiveSuggester(ArchiveSnapshot snapshot)
{
    private const int LongestText = 200;
    private const int ShortText = 2;
    private const int MostValues = 20;
    private const int MostKept = 4096;
    private const int NamesPerValue = 8;
    private const int MostTitles = 4;
    private static readonly FacetDimension[] Named =
        [FacetDimension.Actor, FacetDimension.Place, FacetDimension.Source];
    private static readonly char[] Punctuation = ['"', '\'', '(', ')', '*', '+', '-', '=', '.', ',', '?', '!'];

    private readonly ConcurrentDictionary<(FacetDimension, string), IReadOnlyList<(string Value, int Count)>> _kept =
        new();

    /// <summary>The best suggestions: values by articles, then headlines; nothing for very long text.</summary>
    public IReadOnlyList<Suggestion> Suggest(string text, int limit, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return [];
        var titles = Titles(text, Math.Min(limit, MostTitles), cancellation);
        List<Suggestion> values = [];
        foreach (var typed in TypedText.Read(text.TrimStart()))
        {
            if (values.Count < limit)
                values.AddRange(
                    Values(typed, cancellation).Where(found => !values.Exists(known => Same(known, found))));
        }

        return [.. values.Take(limit - titles.Count), .. titles];
    }

    private static bool Same(Suggestion known, Suggestion found) =>
        known.Kind == found.Kind && known.Label == found.Label && known.Query.EndsWith(
            found.Query[(found.Query.LastIndexOf(' ') + 1)..], StringComparison.Ordinal);

    private IEnumerable<Suggestion> Values(TypedText typed, CancellationToken cancellation) => Named
        .Where(dimension => typed.Field is null || typed.Field == QueryFields.Of(dimension))
        .SelectMany(dimension => Beginning(dimension, typed.Fragment, cancellation)
            .Select(found => (dimension, found.Value, found.Count)))
        .OrderByDescending(static found => found.Count)
        .ThenBy(static found => found.Value, StringComparer.Ordinal)
        .Take(MostValues)
        .Select(found => new Suggestion(
            Kind(found.dimension),
            snapshot.Labels.Find(found.dimension, found.Value)?.Name ?? found.Value,
            typed.Before + ArchiveQuery.All.WithFacet(
                found.dimension, snapshot.Write(found.dimension, found.Value)).Canonical,
            found.Count));

    private IReadOnlyList<(string Value, int Count)> Beginning(
        FacetDimension dimension, string fragment, CancellationToken cancellation)
    {
        var slug = dimension is FacetDimension.Place ? Slug.OfPath(fragment) : Slug.Of(fragment);
        if (slug.Length == 0)
            return [];
        if (slug.Length > ShortText)
            return Read(dimension, slug, cancellation);
        if (_kept.TryGetValue((dimension, slug), out var kept))
            return kept;
        var values = Read(dimension, slug, cancellation);
        if (_kept.Count < MostKept)
            _kept.TryAdd((dimension, slug), values);
        return values;
    }

    private IReadOnlyList<(string Value, int Count)> Read(
        FacetDimension dimension, string slug, CancellationToken cancellation)
    {
        var field = ArticleFields.Name(dimension);
        var names = new PrefixSuggester(snapshot.Searcher, field + ArticleFields.NameSuffix)
            .Complete(slug, MostValues * NamesPerValue, cancellation);
        return
        [
            .. names
                .Select(static name =>
                    name.Term[(name.Term.IndexOf(ArticleFields.Separator, StringComparison.Ordinal) + 1)..])
                .SelectMany(value => Now(dimension, value, slug))
                .Concat(Curated(dimension, slug))
                .Distinct(StringComparer.Ordinal)
                .Select(value =>
                    (value, (int)snapshot.Searcher.Count(snapshot.Compiler.Exactly(dimension, value), cancellation)))
                .Where(static value => value.Item2 > 0)
                .OrderByDescending(static value => value.Item2)
                .Take(MostValues),
        ];
    }

    private IEnumerable<string> Now(FacetDimension dimension, string raw, string slug) =>
        snapshot.Labels is CuratedLabels labels ? labels.Now(dimension, raw, slug) : [raw];

    private IEnumerable<string> Curated(FacetDimension dimension, string slug) =>
        snapshot.Labels is CuratedLabels labels ? labels.NamedFrom(dimension, slug) : [];

    // Articles with all the words in their headline, the last of them as a beginning.
    private IReadOnlyList<Suggestion> Titles(string text, int limit, CancellationToken cancellation)
    {
        var only = text.StartsWith("title:", StringComparison.OrdinalIgnoreCase);
        var words = (only ? text["title:".Length..] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.Trim(Punctuation)).Where(static word => word.Length > 0).ToList();
        if (words.Count == 0 || words[^1].Length < ShortText || words.Exists(static word => word.Contains(':')))
            return [];
        var nodes = words.Select((word, index) => (QueryNode)new FieldNode(
            QueryField.Title, [new TextValue(index == words.Count - 1 ? new PrefixNode(word) : new WordNode(word))]));
        var compiled = snapshot.Compiler.Compile(ArchiveQuery.FromNode(QueryNode.And(nodes)), new WarningList());
        return
        [
            .. snapshot.Searcher.SearchTop(compiled, limit, cancellation).Hits
                .Select(hit => snapshot.Article(hit.DocId).Title)
                .Distinct(StringComparer.Ordinal)
                .Select(title => Title(title, cancellation))
                .OfType<Suggestion>(),
        ];
    }

    private Suggestion? Title(string title, CancellationToken cancellation)
    {
        var words =
            string.Concat(title.Select(static unit => QueryLexer.IsQuote(unit) || char.IsControl(unit) ? ' ' : unit))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        QueryNode phrase = words.Length == 1 ? new WordNode(words[0]) : new PhraseNode(string.Join(' ', words));
        var query = ArchiveQuery.FromNode(new FieldNode(QueryField.Title, [new TextValue(phrase)]));
        if (ArchiveQuery.Parse(query.Canonical).Query is not { } parsed)
            return null;
        var count = (int)snapshot.Searcher.Count(snapshot.Compiler.Compile(parsed, new WarningList()), cancellation);
        return count == 0 ? null : new Suggestion(SuggestionKind.Title, title, parsed.Canonical, count);
    }

    private static SuggestionKind Kind(FacetDimension dimension) => dimension switch
    {
        FacetDimension.Actor => SuggestionKind.Actor,
        FacetDimension.Place => SuggestionKind.Place,
        FacetDimension.Source => SuggestionKind.Source,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension has no names."),
    };
}
