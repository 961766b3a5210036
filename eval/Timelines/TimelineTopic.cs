using Dateline.Search.Articles;

namespace Dateline.Eval.Timelines;

/// <summary>A topic of a set.</summary>
/// <param name="Set">T17, Crisis or Entities.</param>
/// <param name="Name">Folder name.</param>
/// <param name="Query">What a user would ask for.</param>
/// <param name="Articles">
/// Dated articles, or where a set has only dated sentences, one article a day that holds them, undated.
/// </param>
/// <param name="HasArticles">False where there are only dated sentences.</param>
/// <param name="References">The human timelines.</param>
internal sealed record TimelineTopic(
    string Set, string Name, string Query, IReadOnlyList<Article> Articles, bool HasArticles,
    IReadOnlyList<DatedSummaries> References);
