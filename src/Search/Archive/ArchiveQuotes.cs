using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>Finding text again.</summary>
public static class ArchiveQuotes
{
    private const int MostWords = 40;

    /// <summary>
    /// Articles that may contain this text, at most <paramref name="limit"/>; found by its first words as a phrase, so
    /// that callers still have to compare. Empty for text without words.
    /// </summary>
    public static IEnumerable<Article> FindQuoting(this IArticleArchive archive, string text, int limit = 10)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Select(static unit => QueryLexer.IsQuote(unit) || char.IsControl(unit) ? ' ' : unit);
        var words = string.Concat(plain).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        var phrase = new PhraseNode(string.Join(' ', words.Take(MostWords)));
        var request = new SearchRequest { Query = ArchiveQuery.FromNode(phrase), Limit = limit, Snippets = false };
        var response = archive.Search(request);
        return response.Hits.Select(hit => archive.Find(hit.Id)).OfType<Article>();
    }
}
