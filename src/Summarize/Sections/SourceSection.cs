using Dateline.Search.Articles;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Sections;

/// <summary>The articles cited, numbered in the order a reader meets them.</summary>
internal static class SourceSection
{
    /// <summary>Sources of all citations of the briefing's sections.</summary>
    public static IReadOnlyList<BriefingSource> Build(
        Briefing briefing, IReadOnlyDictionary<string, Article> articles) =>
    [
        .. briefing.AllCitations()
            .GroupBy(cited => cited.Citation.ArticleId)
            .Select((group, number) => Source(articles[group.Key], number + 1, group.Count())),
    ];

    /// <summary>The sources of a briefing whose sentences changed: those cited now, in their new order.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="others">Sources that it may cite beside its own.</param>
    public static IReadOnlyList<BriefingSource> Recount(Briefing briefing, params IEnumerable<BriefingSource> others)
    {
        var known = briefing.Sources.Concat(others).DistinctBy(source => source.ArticleId, StringComparer.Ordinal)
            .ToDictionary(source => source.ArticleId, StringComparer.Ordinal);
        return
        [
            .. briefing.AllCitations()
                .GroupBy(cited => cited.Citation.ArticleId)
                .Where(group => known.ContainsKey(group.Key))
                .Select((group, at) => known[group.Key] with { Number = at + 1, Uses = group.Count() }),
        ];
    }

    private static BriefingSource Source(Article article, int number, int uses) => new()
    {
        Number = number,
        ArticleId = article.Id,
        Title = article.Title,
        Outlet = article.Outlet,
        Published = article.Published?.Date,
        Origin = article.Origin,
        Uses = uses,
    };
}
