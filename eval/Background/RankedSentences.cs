using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Evidence;

namespace Dateline.Eval.Background;

/// <summary>
/// The usual extractive baselines over an event's sentences in order of time: TextRank (Mihalcea and Tarau 2004, shared
/// words over the logarithms of lengths) and LexRank (Erkan and Radev 2004, links where the cosine under idf exceeds
/// 0.1), both by power iteration with damping 0.85; the first sentences; the latest.
/// </summary>
internal sealed class RankedSentences
{
    private const double Damping = 0.85;
    private const double LexRankThreshold = 0.1;
    private const int Iterations = 40;

    private readonly List<string> _texts = [];
    private readonly List<DateOnly> _days = [];
    private readonly float[,] _shared;
    private readonly float[,] _linked;

    public RankedSentences(IEnumerable<Article> articles)
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        List<int[]> terms = [];
        foreach (var article in articles)
        {
            foreach (var span in SentenceSplitter.Split(article.Body))
            {
                _texts.Add(article.Body[span.Start..span.End]);
                _days.Add(article.Published!.Date.First);
                terms.Add([.. vocabulary.Terms(_texts[^1]).Distinct().Order()]);
            }
        }

        (_shared, _linked) = Links(terms, vocabulary.Count);
    }

    /// <summary>First sentences first.</summary>
    public IEnumerable<string> Lead(DateOnly until) => _texts.Take(Count(until));

    /// <summary>Latest day's sentences first.</summary>
    public IEnumerable<string> Latest(DateOnly until) =>
        Enumerable.Range(0, Count(until)).OrderByDescending(k => _days[k]).ThenBy(static k => k).Select(k => _texts[k]);

    public IEnumerable<string> TextRank(DateOnly until) => Ranked(_shared, Count(until));

    public IEnumerable<string> LexRank(DateOnly until) => Ranked(_linked, Count(until));

    private int Count(DateOnly until) => _days.TakeWhile(day => day <= until).Count();

    private static (float[,] Shared, float[,] Linked) Links(List<int[]> terms, int vocabularySize)
    {
        var with = new int[vocabularySize];
        foreach (var term in terms.SelectMany(static sentence => sentence)) with[term]++;
        var idf = Array.ConvertAll(with, count => Math.Log((terms.Count + 1.0) / (count + 0.5)));
        var lengths = terms.ConvertAll(sentence => Math.Sqrt(sentence.Sum(term => idf[term] * idf[term])) + 1e-9);
        var (shared, linked) = (new float[terms.Count, terms.Count], new float[terms.Count, terms.Count]);
        for (var a = 0; a < terms.Count; a++)
        {
            var own = terms[a].ToHashSet();
            for (var b = 0; b < a; b++)
            {
                var common = terms[b].Where(own.Contains).ToList();
                var logs = Math.Log(terms[a].Length + 1) + Math.Log(terms[b].Length + 1);
                shared[a, b] = shared[b, a] = logs == 0 ? 0 : (float)(common.Count / logs);
                var cosine = common.Sum(term => idf[term] * idf[term]) / (lengths[a] * lengths[b]);
                linked[a, b] = linked[b, a] = cosine > LexRankThreshold ? 1 : 0;
            }
        }

        return (shared, linked);
    }

    private IEnumerable<string> Ranked(float[,] links, int count)
    {
        var degree = new double[count];
        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++) degree[a] += links[a, b];
        var rank = Enumerable.Repeat(1.0 / Math.Max(1, count), count).ToArray();
        for (var round = 0; round < Iterations; round++)
        {
            var next = new double[count];
            for (var a = 0; a < count; a++)
            {
                if (degree[a] == 0) continue;
                for (var b = 0; b < count; b++) next[b] += rank[a] * links[a, b] / degree[a];
            }

            for (var a = 0; a < count; a++) next[a] = ((1 - Damping) / count) + (Damping * next[a]);
            rank = next;
        }

        return Enumerable.Range(0, count).OrderByDescending(k => rank[k]).ThenBy(static k => k).Select(k => _texts[k]);
    }
}
