using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// How much of a topic of several words an article has. The words weigh by their rarity in the archive, one that no
/// article has weighs most; and who or what the topic names must be there: an article about another ceasefire is not
/// about Syria's.
/// </summary>
internal sealed class TopicCoverage
{
    private const double LeastShare = 0.45;
    private const double LeastOfBest = 0.6;
    private const double LeastOfNames = 0.5;
    private const int Enough = 3;
    private const int ManyWords = 6;
    private const double SmallArchive = 50;
    private const double Prior = 5;
    private const double NeverSeen = 0.5;

    private readonly List<TopicWord> _words = [];
    private readonly List<(double Share, bool[] Has)> _articles = [];

    private sealed record TopicWord(string Text, int[] Terms, double Weight)
    {
        public int Articles { get; set; }

        public int AsName { get; set; }

        /// <summary>True where most articles that have the word know an actor or a place by it.</summary>
        public bool IsName => Articles > 0 && 2 * AsName >= Articles;
    }

    /// <summary>Weighs the words.</summary>
    /// <param name="words">The words of which articles need not have all; none where the topic is a query.</param>
    /// <param name="archive">Tells how rare they are.</param>
    /// <param name="vocabulary">Numbers their terms.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public TopicCoverage(
        IReadOnlyList<WordNode> words, IArticleArchive archive, Vocabulary vocabulary,
        CancellationToken cancellationToken)
    {
        var all = archive.Info.Articles + SmallArchive;
        foreach (var word in words.DistinctBy(static word => word.Text, StringComparer.OrdinalIgnoreCase))
        {
            var request = new SearchRequest { Query = ArchiveQuery.FromNode(word), Limit = 0, Snippets = false };
            var having = archive.Search(request, cancellationToken).Total;
            var weight = Math.Log(1 + all / (having == 0 ? NeverSeen : having + Prior));
            _words.Add(new TopicWord(word.Text, vocabulary.Terms(word.Text), weight));
        }

        var sum = _words.Sum(static word => word.Weight);
        for (var at = 0; at < _words.Count; at++)
            _words[at] = _words[at] with { Weight = _words[at].Weight / sum };
    }

    /// <summary>Takes the next article in.</summary>
    /// <param name="article">The article.</param>
    /// <param name="found">The topic's terms that it has.</param>
    public void Add(Article article, IReadOnlySet<int> found)
    {
        var has = new bool[_words.Count];
        var share = 0.0;
        for (var at = 0; at < _words.Count; at++)
        {
            var word = _words[at];
            if (!word.Terms.Any(found.Contains))
                continue;
            has[at] = true;
            share += word.Weight;
            word.Articles++;
            word.AsName += IsNamed(article, word.Text) ? 1 : 0;
        }

        _articles.Add((share, has));
    }

    /// <summary>How many of the articles so far are likely about the topic.</summary>
    public int CountEnough()
    {
        if (_words.Count == 0)
            return 0;
        var least = Math.Max(LeastShare, LeastOfBest * _articles.Max(static article => article.Share));
        return _articles.Count(article => article.Share >= least);
    }

    /// <summary>For each article taken in, whether it is about the topic.</summary>
    public bool[] About()
    {
        if (_words.Count == 0 || _articles.Count == 0)
            return [.. _articles.Select(static _ => true)];
        var least = Least();
        var names = _words.Sum(static word => word.IsName ? word.Weight : 0);
        return [.. _articles.Select(article => article.Share >= least && Named(article.Has) >= LeastOfNames * names)];
    }

    // Where there are articles with nearly all of a topic, one with half of it is about something else. Of a long
    // question no article has all.
    private double Least()
    {
        var near = LeastOfBest * _articles.Max(static article => article.Share);
        if (_words.Count >= ManyWords)
            return Math.Min(LeastShare, near);
        return _articles.Count(article => article.Share >= near) >= Enough ? Math.Max(LeastShare, near) : LeastShare;
    }

    private double Named(bool[] has) =>
        _words.Index().Sum(pair => has[pair.Index] && pair.Item.IsName ? pair.Item.Weight : 0);

    private static bool IsNamed(Article article, string word) =>
        article.Actors.Any(actor => actor.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
        || article.Places.Any(place => place.Names[^1].Contains(word, StringComparison.OrdinalIgnoreCase));
}
