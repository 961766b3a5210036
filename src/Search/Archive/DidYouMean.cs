using System.Text;
using Dateline.Index.Analysis;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Suggesting;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// For a query that found nothing: words of it that are in no article, and the nearest word that is, written as an
/// article writes it.
/// </summary>
internal sealed class DidYouMean(ArchiveSnapshot snapshot, Analyzer analyzer)
{
    private const int MostWords = 4;
    private static readonly string[] Fields = [ArticleFields.Body, ArticleFields.Title];

    /// <summary>Adds a warning for each such word.</summary>
    public void Warn(QueryNode root, WarningList warnings, CancellationToken cancellation)
    {
        foreach (var word in Words(root).Distinct(StringComparer.Ordinal).Take(MostWords))
        {
            if (TermCollector.Analyze(analyzer, word) is not [var single] || IsKnown(single.Term)) continue;
            if (Nearest(single.Term, cancellation) is { } near)
                warnings.Add("did-you-mean", $"no article has \"{word}\"; did you mean \"{near}\"?");
        }
    }

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        PhraseNode phrase => phrase.Text.Split(' '),
        AndNode and => and.Operands.SelectMany(Words),
        OrNode or => or.Operands.SelectMany(Words),
        _ => [],
    };

    private bool IsKnown(string term) =>
        Array.Exists(Fields, field => snapshot.Searcher.Count(new TermQuery(field, term)) > 0);

    private string? Nearest(string term, CancellationToken cancellation)
    {
        foreach (var field in Fields)
        {
            var suggester = new SpellingSuggester(snapshot.Searcher, field);
            foreach (var near in suggester.Suggest(term, 3, cancellation))
            {
                if (Written(field, near.Term) is { } written) return written;
            }
        }

        return null;
    }

    /// <summary>The word behind a term, from the first article that has it; null when all such are deleted.</summary>
    private string? Written(string field, string term)
    {
        if (snapshot.Searcher.Search(new TermQuery(field, term), 1).Hits is not [var hit]) return null;
        var (segment, docId) = snapshot.Searcher.Locate(hit.DocId);
        if (segment.Reader.Terms(field) is not { } terms) return null;
        if (!terms.TryFind(Encoding.UTF8.GetBytes(term), out var state)) return null;
        var postings = terms.Postings(state, PostingsParts.Offsets);
        if (postings.Advance(docId) != docId || postings.NextPosition() < 0) return null;
        var article = snapshot.Article(hit.DocId);
        var text = field == ArticleFields.Title ? article.Title : article.Body;
        var (start, end) = (postings.StartOffset, postings.EndOffset);
        return start >= 0 && end <= text.Length && start < end ? text[start..end].ToLowerInvariant() : null;
    }
}
