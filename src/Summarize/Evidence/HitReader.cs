using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Summarize.Topics;

namespace Dateline.Summarize.Evidence;

/// <summary>The hits a briefing draws on.</summary>
/// <param name="Articles">Articles, best first.</param>
/// <param name="TopicTerms">Ids of the topic's index terms.</param>
/// <param name="WordsWithoutEvidence">Topic words that occur in none of the articles.</param>
/// <param name="PerhapsLater">Hits left out because they may have been published after the as-of day.</param>
internal sealed record ReadHits(
    IReadOnlyList<FoundArticle> Articles, IReadOnlySet<int> TopicTerms, IReadOnlyList<string> WordsWithoutEvidence,
    int PerhapsLater);

/// <summary>Loads the articles behind the hits and drops those that only touch a topic of several words.</summary>
internal sealed class HitReader(IArticleArchive archive, Vocabulary vocabulary)
{
    private const double LeastShareOfWords = 0.5;

    /// <summary>Reads in rank order; with an as-of day, only what was certainly published by then.</summary>
    public ReadHits Read(SearchResponse response, TopicQuery topic, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var wordTerms = topic.Words.Select(word => (Word: word, Terms: vocabulary.Terms(word))).ToList();
        var terms = wordTerms.SelectMany(pair => pair.Terms).ToHashSet();
        List<FoundArticle> articles = [];
        List<int> covered = [];
        HashSet<int> seen = [];
        var perhapsLater = 0;
        foreach (var hit in response.Hits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (archive.Find(hit.Id) is not { } article) continue; // removed between search and look-up
            if (asOf is { } day && !KnownBy(article, day))
            {
                perhapsLater++;
                continue;
            }

            var found = Covered(article, terms);
            seen.UnionWith(found);
            articles.Add(new FoundArticle(article, hit.Score));
            covered.Add(found.Count);
        }

        var missing = wordTerms.Where(pair => pair.Terms.Length > 0 && !pair.Terms.Any(seen.Contains)).Select(pair => pair.Word);
        return new ReadHits(OnTopic(articles, covered, terms.Count, topic.AnyWord), terms, [.. missing], perhapsLater);
    }

    private static bool KnownBy(Article article, DateOnly day) =>
        (article.Published?.Date ?? article.Estimated?.Range)?.Last is { } last && last <= day;

    private HashSet<int> Covered(Article article, HashSet<int> terms)
    {
        HashSet<int> found = [.. vocabulary.Terms(article.Body)];
        found.UnionWith(vocabulary.Terms(article.Title));
        found.IntersectWith(terms);
        return found;
    }

    // An article with one word of five is about something else, unless no article has more.
    private static List<FoundArticle> OnTopic(List<FoundArticle> articles, List<int> covered, int terms, bool anyWord)
    {
        if (!anyWord || articles.Count == 0) return articles;
        var least = Math.Min(covered.Max(), Math.Ceiling(terms * LeastShareOfWords));
        return [.. articles.Where((_, rank) => covered[rank] >= least)];
    }
}
