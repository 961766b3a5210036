using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Summarize.Topics;

namespace Dateline.Summarize.Evidence;

/// <summary>The hits a briefing draws on.</summary>
/// <param name="Articles">Articles, best first.</param>
/// <param name="TopicTerms">Ids of the topic's index terms.</param>
/// <param name="WordsWithoutEvidence">Topic words that occur in none of the articles; where there are none, in none
/// that was found.</param>
/// <param name="PerhapsLater">Hits left out because they may have been published after the as-of day.</param>
/// <param name="OffTopic">Hits left out because they have too little of the topic.</param>
internal sealed record ReadHits(
    IReadOnlyList<FoundArticle> Articles, IReadOnlySet<int> TopicTerms, IReadOnlyList<string> WordsWithoutEvidence,
    int PerhapsLater, int OffTopic);

/// <summary>Loads the articles behind the hits and drops those that only touch a topic of several words.</summary>
internal sealed class HitReader(IArticleArchive archive, Vocabulary vocabulary)
{
    /// <summary>Reads in rank order; with an as-of day, only what was certainly published by then.</summary>
    /// <param name="response">The hits, best first.</param>
    /// <param name="topic">What was asked.</param>
    /// <param name="asOf">The as-of day, or null.</param>
    /// <param name="most">Articles used at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ReadHits Read(
        SearchResponse response, TopicQuery topic, DateOnly? asOf, int most, CancellationToken cancellationToken)
    {
        var wordTerms = topic.Words.Select(word => (Word: word, Terms: vocabulary.Terms(word))).ToList();
        var terms = wordTerms.SelectMany(pair => pair.Terms).ToHashSet();
        // Without hits there is nothing to weigh, and no word need be looked up.
        var words = response.Hits.Count > 0 ? topic.AnyOf : [];
        var coverage = new TopicCoverage(words, archive, vocabulary, cancellationToken);
        List<FoundArticle> articles = [];
        List<HashSet<int>> having = [];
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

            if (articles.Count >= most && coverage.CountEnough() >= most) break;
            var found = Covered(article, terms);
            having.Add(found);
            articles.Add(new FoundArticle(article, hit.Score));
            coverage.Add(article, found);
        }

        var about = coverage.About();
        List<FoundArticle> kept = [.. articles.Where((_, rank) => about[rank]).Take(most)];
        var offTopic = about.Count(static isAbout => !isAbout);
        var seen = having.Where((_, rank) => about[rank] || offTopic == about.Length).SelectMany(found => found)
            .ToHashSet();
        var missing = wordTerms.Where(pair => pair.Terms.Length > 0 && !pair.Terms.Any(seen.Contains));
        return new ReadHits(kept, terms, [.. missing.Select(static pair => pair.Word)], perhapsLater, offTopic);
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
}
