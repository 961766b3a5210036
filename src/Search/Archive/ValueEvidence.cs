using System.Text.Json.Serialization;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>Why articles are found under a place or an actor.</summary>
public sealed record WhyResponse
{
    /// <summary>
    /// The query whose hits these are: what was asked, with the value in place of its dimension's selection.
    /// </summary>
    public required string CanonicalQuery { get; init; }

    /// <summary>Remarks on how it was read.</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>
    /// How many articles (or stories, where the query counts those) have the value; the count beside it.
    /// </summary>
    public required int Total { get; init; }

    /// <summary>The page of articles asked for.</summary>
    public required IReadOnlyList<WhyArticle> Articles { get; init; }
}

/// <summary>An article with what puts it under the value.</summary>
/// <param name="Id">Article id.</param>
/// <param name="Title">Headline.</param>
/// <param name="Outlet">Publisher.</param>
/// <param name="Published">Publication date.</param>
/// <param name="Values">Its actors or places that the value stands for or contains.</param>
public sealed record WhyArticle(
    string Id, string Title, string? Outlet, DateRange? Published, IReadOnlyList<WhyValue> Values);

/// <summary>An actor or place of an article with its evidence.</summary>
/// <param name="Value">The facet value.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Kind">Type or kind.</param>
/// <param name="Confidence">How well it is founded and by what, "high: title, 3 mentions"; null where not told.</param>
/// <param name="CuratedBy">Numbers of the curation records that made it this; null when none did.</param>
/// <param name="Mentions">Every mention with the words around it.</param>
public sealed record WhyValue(
    string Value, string Name, string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Confidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<long>? CuratedBy,
    IReadOnlyList<WhyMention> Mentions);

/// <summary>A mention in context.</summary>
/// <param name="Field">Title or body.</param>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Before">Words before it.</param>
/// <param name="Quote">The alias: how it is written there.</param>
/// <param name="After">Words after it.</param>
/// <param name="Rule">The rule that read it.</param>
public sealed record WhyMention(
    EvidenceField Field, int Start, int End, string Before, string Quote, string After, string Rule);

/// <summary>Answers "why is this article under this value?" for all articles of a query.</summary>
public static class ValueEvidence
{
    private const int Context = 60;

    extension(IArticleArchive archive)
    {
        /// <summary>The articles of a query under one value, each with the mentions that put it there.</summary>
        /// <param name="query">The query; its own selection in the value's dimension is left out, as its facet counts
        /// do.</param>
        /// <param name="value">A clause of one place or actor.</param>
        /// <param name="offset">Articles to skip.</param>
        /// <param name="limit">Articles to return.</param>
        /// <param name="cancellationToken">Stops it.</param>
        public WhyResponse Why(
            ArchiveQuery query, ValueClause value, int offset, int limit, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(archive);
            ArgumentNullException.ThrowIfNull(value);
            var under = query.Without(value.Dimension).WithFacet(value.Dimension, value.Text);
            var response = archive.Search(
                new SearchRequest
                {
                    Query = under,
                    Offset = offset,
                    Limit = limit,
                    Sort = SortOrder.Newest,
                    Snippets = false,
                    Facets = [value.Dimension],
                    FacetLimit = 1,
                },
                cancellationToken);
            var selected = response.Facets[0].Values.SelectMany(Flatten).Where(static found => found.Selected)
                .Select(static found => found.Value.TrimStart('=')).ToList();
            return new WhyResponse
            {
                CanonicalQuery = response.CanonicalQuery,
                Warnings = response.Warnings,
                Total = response.Total,
                Articles = [.. response.Hits.Select(hit => archive.Find(hit.Id)).OfType<Article>()
                    .Select(article => Explain(article, value.Dimension, selected))],
            };
        }
    }

    private static IEnumerable<FacetValue> Flatten(FacetValue value) =>
        value.Children.SelectMany(Flatten).Prepend(value);

    private static WhyArticle Explain(Article article, FacetDimension dimension, List<string> selected) => new(
        article.Id, article.Title, article.Outlet, article.Published?.Date,
        dimension is FacetDimension.Actor
            ?
            [
                .. article.Actors.Where(actor => selected.Contains(actor.Id)).Select(actor => new WhyValue(
                    actor.Id, actor.Name, Json.EnumNames.Kebab(actor.Kind), Confidence(actor), actor.CuratedBy,
                    Mentions(article, actor.Mentions))),
            ]
            :
            [
                .. article.Places.Where(place => selected.Exists(path => Values.IsWithin(dimension, place.Path, path)))
                    .Select(place => new WhyValue(
                        place.Path, string.Join(" › ", place.Names), Json.EnumNames.Kebab(place.Kind),
                        Json.EnumNames.Kebab(place.Confidence), place.CuratedBy,
                        Mentions(article, place.Mentions))),
            ]);

    private static string? Confidence(ArticleActor actor) => actor.ConfidenceReason.Length == 0
        ? null : $"{Json.EnumNames.Kebab(actor.Confidence)}: {actor.ConfidenceReason}";

    private static WhyMention[] Mentions(Article article, IReadOnlyList<Evidence> mentions) =>
    [
        .. mentions.Select(mention =>
        {
            var text = mention.Field switch
            {
                EvidenceField.Title => article.Title,
                EvidenceField.Body => article.Body,
                _ => "",
            };
            var (start, end) = (Math.Min(mention.Start, text.Length), Math.Min(mention.End, text.Length));
            return new WhyMention(
                mention.Field, mention.Start, mention.End, Before(text, start), mention.Quote, After(text, end),
                mention.Rule);
        }),
    ];

    private static string Before(string text, int end)
    {
        var start = Math.Max(0, end - Context);
        if (start > 0 && text.IndexOf(' ', start, end - start) is >= 0 and var space)
            start = space + 1;
        return Line(text[start..end]);
    }

    private static string After(string text, int start)
    {
        var end = Math.Min(text.Length, start + Context);
        if (end < text.Length && text.LastIndexOf(' ', end - 1, end - start) is >= 0 and var space)
            end = space;
        return Line(text[start..end]);
    }

    private static string Line(string text) => text.Replace('\n', ' ');
}
