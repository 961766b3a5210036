using Dateline.Search.Articles;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Sections;

/// <summary>The articles cited, numbered in the order a reader meets them.</summary>
internal static class SourceSection
{
    /// <summary>Sources of all citations of the briefing's sections.</summary>
    public static IReadOnlyList<BriefingSource> Build(Briefing briefing, IReadOnlyDictionary<string, Article> articles) =>
    [
        .. briefing.AllCitations()
            .GroupBy(cited => cited.Citation.ArticleId)
            .Select((group, number) => Source(articles[group.Key], number + 1, group.Count())),
    ];

    /// <summary>The sources of a briefing whose sentences changed: those still cited, in their new order.</summary>
    public static IReadOnlyList<BriefingSource> Recount(Briefing briefing)
    {
        var known = briefing.Sources.ToDictionary(source => source.ArticleId, StringComparer.Ordinal);
        return
        [
            .. briefing.AllCitations()
                .GroupBy(cited => cited.Citation.ArticleId)
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
