namespace Dateline.Search.Articles;

/// <summary>
/// When an undated article was probably published. Never a publication date: <c>published:</c> does not see it,
/// <c>published~:</c> does. It follows from the article and what else the archive holds, so it is not stored.
/// </summary>
/// <param name="Range">First and last day it can be.</param>
/// <param name="Reasons">What it follows from, weightiest first; at least one.</param>
public sealed record EstimatedDate(DateRange Range, IReadOnlyList<EstimateReason> Reasons);

/// <summary>One thing an estimate follows from.</summary>
/// <param name="Rule"><c>shared-event</c>, <c>similar-article</c>, <c>conflict-age</c> or <c>date-told</c>.</param>
/// <param name="Text">One sentence for people.</param>
/// <param name="Range">The days it leaves open by itself.</param>
/// <param name="Evidence">The words of the undated article; null where the whole article is meant.</param>
/// <param name="ArticleId">The dated article it rests on, or null.</param>
public sealed record EstimateReason(string Rule, string Text, DateRange Range, Evidence? Evidence, string? ArticleId);
