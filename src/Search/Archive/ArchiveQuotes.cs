using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>Finding text again.</summary>
public static class ArchiveQuotes
{
    private const int MostWords = 40;

    /// <summary>
    /// Articles that may contain this text, at most <paramref name="limit"/>; found by its first words as a phrase, so that callers still
    /// have to compare. Empty for text without words.
    /// </summary>
    public static IEnumerable<Article> FindQuoting(this IArticleArchive archive, string text, int limit = 10)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(text);
        var words = string.Concat(text.Select(static unit => QueryLexer.IsQuote(unit) || char.IsControl(unit) ? ' ' : unit))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        var phrase = new PhraseNode(string.Join(' ', words.Take(MostWords)));
        var response = archive.Search(new SearchRequest { Query = ArchiveQuery.FromNode(phrase), Limit = limit, Snippets = false });
        return response.Hits.Select(hit => archive.Find(hit.Id)).OfType<Article>();
    }
}
