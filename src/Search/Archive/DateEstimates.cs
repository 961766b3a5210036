using System.Collections.Concurrent;
using Dateline.Index.Collecting;
using Dateline.Index.Querying;
using Dateline.Search.Articles;
using Dateline.Search.Dates.Estimation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Estimated publication dates of a snapshot's undated articles, each from the article and those most like it. Made
/// when asked for and kept with the snapshot: a new commit may change what they rest on.
/// </summary>
internal sealed class DateEstimates(ArchiveSnapshot snapshot)
{
    /// <summary>Most undated articles that one query estimates; beyond it they are left out, and said so.</summary>
    public const int MostArticles = 500;

    private const int Neighbours = 20;
    private const int QueryWords = 40;
    private readonly ConcurrentDictionary<int, (string Id, EstimatedDate? Date)> _known = new();

    /// <summary>The article, with its estimate when it is undated and one can be made.</summary>
    public Article With(int docId, Article article) => article.Published is null
        ? article with { Estimated = _known.GetOrAdd(docId, _ => (article.Id, Estimate(article))).Date }
        : article;

    /// <summary>Undated articles whose estimate shares a day with those given.</summary>
    public IReadOnlyList<string> Overlapping(DateValue days, WarningList warnings)
    {
        var undated = snapshot.Searcher.Search(
            new TermQuery(ArticleFields.Missing, QueryField.Published.Name()), MostArticles);
        if (undated.TotalHits > MostArticles)
            warnings.Add(
                "estimates-cut", $"only {MostArticles} of {undated.TotalHits} undated articles were estimated");
        List<string> found = [];
        foreach (var hit in undated.Hits)
        {
            var (id, date) = _known.GetOrAdd(hit.DocId, Estimate);
            if (date is { } estimate && Overlaps(estimate.Range, days))
                found.Add(id);
        }

        return found;
    }

    private static bool Overlaps(DateRange range, DateValue days) => days.Exact
        ? range.First >= (days.First ?? DateOnly.MinValue) && range.Last <= (days.Last ?? DateOnly.MaxValue)
        : range.First <= (days.Last ?? DateOnly.MaxValue) && range.Last >= (days.First ?? DateOnly.MinValue);

    private (string Id, EstimatedDate? Date) Estimate(int docId)
    {
        var article = snapshot.Article(docId);
        return (article.Id, Estimate(article));
    }

    private EstimatedDate? Estimate(Article article)
    {
        var terms = TermCollector.Analyze(ArchiveSnapshot.Analyzer, string.Join(' ', Words(article)))
            .Select(static term => term.Term).Distinct(StringComparer.Ordinal).Take(QueryWords)
            .Select(static term => new BooleanClause(new TermQuery(ArticleFields.Body, term), Occur.Should)).ToList();
        if (terms.Count == 0)
            return PublicationEstimator.Estimate(article, []);
        var similar = snapshot.Searcher.Search(new BooleanQuery(terms), Neighbours).Hits;
        return PublicationEstimator.Estimate(
            article,
            [.. similar.Select(hit => snapshot.Article(hit.DocId)).Where(other => other.Id != article.Id)]);
    }

    // The lead tells what an article is about.
    private static IEnumerable<string> Words(Article article) =>
        new TellingWords($"{article.Title} {article.Body[..Math.Min(article.Body.Length, 1500)]}")
            .Words.Take(QueryWords);
}
