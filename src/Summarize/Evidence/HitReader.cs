using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;
using Dateline.Summarize.Topics;

namespace Dateline.Summarize.Evidence;

/// <summary>The hits a briefing draws on.</summary>
/// <param name="Articles">Articles, best first.</param>
/// <param name="TopicTerms">Ids of the topic's index terms.</param>
/// <param name="WordsWithoutEvidence">Topic words that occur in none of the articles found.</param>
/// <param name="PerhapsLater">Hits left out because they may have been published after the as-of day.</param>
/// <param name="OffTopic">Hits left out because they have too little of the topic.</param>
internal sealed record ReadHits(
    IReadOnlyList<FoundArticle> Articles, IReadOnlySet<int> TopicTerms, IReadOnlyList<string> WordsWithoutEvidence,
    int PerhapsLater, int OffTopic);

/// <summary>Loads the articles behind the hits and drops those that only touch a topic of several words.</summary>
internal sealed class HitReader(IArticleArchive archive, Vocabulary vocabulary)
{
    private const double LeastShare = 0.45;
    private const double LeastOfBest = 0.6;
    private const int Enough = 3;
    private const int ManyWords = 6;
    private const double SmallArchive = 50;
    private const double Prior = 5;
    private const double NeverSeen = 0.5;

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
        var loose = topic.AnyOf.Count > 0 && response.Hits.Count > 0 ? Weights(topic.AnyOf, cancellationToken) : [];
        List<FoundArticle> articles = [];
        List<double> shares = [];
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

            if (loose.Count > 0 && articles.Count >= most && EnoughOnTopic(shares) >= most) break;
            var found = Covered(article, terms);
            seen.UnionWith(found);
            articles.Add(new FoundArticle(article, hit.Score));
            shares.Add(loose.Sum(pair => pair.Terms.Any(found.Contains) ? pair.Weight : 0));
        }

        var missing = wordTerms.Where(pair => pair.Terms.Length > 0
            && !pair.Terms.Any(seen.Contains)).Select(pair => pair.Word);
        var about = OnTopic(articles, shares, loose.Count);
        return new ReadHits([.. about.Take(most)], terms, [.. missing], perhapsLater, articles.Count - about.Count);
    }

    private static int EnoughOnTopic(List<double> shares)
    {
        var least = Math.Max(LeastShare, LeastOfBest * shares.Max());
        return shares.Count(share => share >= least);
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

    // Each word's share of what the topic says: the rarer in the archive the more; one that no article has weighs most.
    private List<(int[] Terms, double Weight)> Weights(IReadOnlyList<WordNode> words,
        CancellationToken cancellationToken)
    {
        var all = archive.Info.Articles + SmallArchive;
        List<(int[] Terms, double Weight)> weights =
        [
            .. words.DistinctBy(static word => word.Text, StringComparer.OrdinalIgnoreCase).Select(word =>
            {
                var query = ArchiveQuery.FromNode(word);
                var request = new SearchRequest { Query = query, Limit = 0, Snippets = false };
                var having = archive.Search(request, cancellationToken).Total;
                return (vocabulary.Terms(word.Text), Math.Log(1 + all / (having == 0 ? NeverSeen : having + Prior)));
            }),
        ];
        var sum = weights.Sum(static pair => pair.Weight);
        return weights.ConvertAll(pair => (pair.Terms, pair.Weight / sum));
    }

    // An article with the common words of a topic alone is about something else; where there are articles with nearly
    // all of it, so is one with half. Of a long question no article has all.
    private static List<FoundArticle> OnTopic(List<FoundArticle> articles, List<double> shares, int words)
    {
        if (words == 0 || articles.Count == 0) return articles;
        var near = LeastOfBest * shares.Max();
        var least = words >= ManyWords ? Math.Min(LeastShare, near)
            : shares.Count(share => share >= near) >= Enough ? Math.Max(LeastShare, near) : LeastShare;
        return [.. articles.Where((_, rank) => shares[rank] >= least)];
    }
}
