using System.Text;
using Dateline.Index.Analysis;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Suggesting;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Words of a query that are in no article, and the nearest word that is, written as an article writes it.
/// </summary>
internal sealed class DidYouMean(ArchiveSnapshot snapshot, Analyzer analyzer)
{
    private const int MostWords = 4;
    private static readonly string[] TextFields = [ArticleFields.Body, ArticleFields.Title];
    private static readonly string[] TitleField = [ArticleFields.Title];

    /// <summary>Adds a warning for each such word, with the query as it would be with all of them corrected.</summary>
    public void Warn(ArchiveQuery query, WarningList warnings, CancellationToken cancellation)
    {
        Dictionary<string, string> corrections = new(StringComparer.Ordinal);
        foreach (var (word, fields) in Words(query.Root, TextFields).Distinct().Take(MostWords))
        {
            if (TermCollector.Analyze(analyzer, word) is not [var single]) continue;
            if (Array.Exists(fields, field => IsKnown(field, single.Term))) continue;
            if (Nearest(fields, single.Term, cancellation) is { } near) corrections[word] = near;
        }

        if (corrections.Count == 0) return;
        var corrected = ArchiveQuery.FromNode(Correct(query.Root, corrections)).Canonical;
        foreach (var (word, near) in corrections)
            warnings.Add("did-you-mean", $"no article has \"{word}\"; did you mean \"{near}\"?", corrected);
    }

    private static IEnumerable<(string Word, string[] Fields)> Words(QueryNode node, string[] fields) => node switch
    {
        WordNode word => [(word.Text, fields)],
        PhraseNode phrase => phrase.Text.Split(' ').Select(word => (word, fields)),
        AndNode and => and.Operands.SelectMany(operand => Words(operand, fields)),
        OrNode or => or.Operands.SelectMany(operand => Words(operand, fields)),
        FieldNode { Field: QueryField.Title } title =>
            title.Values.OfType<TextValue>().SelectMany(static value => Words(value.Node, TitleField)),
        _ => [],
    };

    private static QueryNode Correct(QueryNode node, Dictionary<string, string> corrections) => node switch
    {
        WordNode word => new WordNode(corrections.GetValueOrDefault(word.Text, word.Text)),
        PhraseNode phrase => new PhraseNode(string.Join(
            ' ', phrase.Text.Split(' ').Select(word => corrections.GetValueOrDefault(word, word)))),
        AndNode and => QueryNode.And(and.Operands.Select(operand => Correct(operand, corrections))),
        OrNode or => QueryNode.Or(or.Operands.Select(operand => Correct(operand, corrections))),
        FieldNode { Field: QueryField.Title } title => new FieldNode(
            title.Field, [.. title.Values.Select(value => value is TextValue text
                ? new TextValue(Correct(text.Node, corrections)) : value)]),
        _ => node,
    };

    private bool IsKnown(string field, string term) =>
        snapshot.Searcher.SearchTop(new TermQuery(field, term), 1).Hits.Count > 0;

    private string? Nearest(string[] fields, string term, CancellationToken cancellation)
    {
        foreach (var field in fields)
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
