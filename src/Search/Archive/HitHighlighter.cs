using Dateline.Index.Highlighting;
using Dateline.Index.Querying;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>Adds to hits what of title and body matched.</summary>
internal sealed class HitHighlighter(ArchiveSnapshot snapshot, Query query)
{
    private const int LeadLength = 240;

    private readonly QueryMatches _matches = new(snapshot.Searcher, query);
    private readonly PassageHighlighter _passages = new(snapshot.Searcher, new PassageOptions { MaxPassages = 2 });

    public SearchHit Mark(SearchHit hit, Article article, int docId)
    {
        var title = _matches.Find(docId, ArticleFields.Title);
        var passages = _passages.Passages(_matches, docId, ArticleFields.Body, article.Body);
        return hit with
        {
            TitleMatches = [.. Spans(PassageHighlighter.WithoutOverlaps(title), 0)],
            Snippets = passages.Count > 0
                ? [.. passages.Select(passage => Snippet(article.Body, passage))]
                : [Lead(article.Body)],
        };
    }

    private static Snippet Snippet(string body, Passage passage) =>
        new(passage.Start, body[passage.Start..passage.End], [.. Spans(passage.Matches, passage.Start)]);

    private static IEnumerable<HighlightSpan> Spans(IEnumerable<MatchSpan> matches, int origin) =>
        matches.Select(match => new HighlightSpan(match.Start - origin, match.End - origin));

    private static Snippet Lead(string body)
    {
        if (body.Length <= LeadLength)
            return new Snippet(0, body, []);
        var end = body.LastIndexOf(' ', LeadLength);
        if (end <= 0)
            end = char.IsHighSurrogate(body[LeadLength - 1]) ? LeadLength - 1 : LeadLength;
        return new Snippet(0, body[..end], []);
    }
}
