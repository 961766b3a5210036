using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;

namespace Dateline.Summarize.Evidence;

/// <summary>An article the search found.</summary>
/// <param name="Article">The article.</param>
/// <param name="Score">Its score.</param>
internal sealed record FoundArticle(Article Article, float Score);

/// <summary>Everything a briefing may draw on.</summary>
/// <param name="Articles">Articles, best first.</param>
/// <param name="Origins">Origin number of each article.</param>
/// <param name="Sentences">Sentences that stand alone, by article and position.</param>
/// <param name="All">All sentences, for counting.</param>
/// <param name="Unconfirmed">Sentences that say something could not be confirmed.</param>
internal sealed record EvidencePool(
    IReadOnlyList<FoundArticle> Articles,
    int[] Origins,
    IReadOnlyList<EvidenceSentence> Sentences,
    IReadOnlyList<EvidenceSentence> All,
    IReadOnlyList<EvidenceSentence> Unconfirmed);

/// <summary>Cuts found articles into sentences and keeps those that may be shown on their own.</summary>
internal sealed class EvidenceCollector(Vocabulary vocabulary)
{
    /// <summary>Collects from articles in rank order.</summary>
    public EvidencePool Collect(IReadOnlyList<FoundArticle> articles, CancellationToken cancellationToken)
    {
        var origins = OriginClusters.Assign([.. articles.Select(found => found.Article)]);
        var best = articles.Count > 0 ? Math.Max(articles[0].Score, float.Epsilon) : 1f;
        List<EvidenceSentence> all = [];
        for (var rank = 0; rank < articles.Count; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = Math.Clamp(articles[rank].Score / best, 0f, 1f);
            CollectArticle(articles[rank].Article, rank, score, origins[rank], all);
        }

        return new EvidencePool(
            articles, origins,
            all.FindAll(static sentence => sentence.StandsAlone), all,
            all.FindAll(static sentence => SentenceRules.SaysUnconfirmed(sentence.Text)));
    }

    private void CollectArticle(Article article, int rank, double score, int origin, List<EvidenceSentence> all)
    {
        var position = 0;
        var start = BodyStart.AfterDateline(article.Body);
        foreach (var sentenceSpan in SentenceSplitter.Split(article.Body))
        {
            if (sentenceSpan.End <= start) continue;
            var span = new TextSpan(Math.Max(start, sentenceSpan.Start), sentenceSpan.End);
            var text = Fold(article.Body.AsSpan(span.Start, span.End - span.Start));
            all.Add(new EvidenceSentence
            {
                Article = article,
                HitRank = rank,
                HitScore = score,
                Origin = origin,
                Start = span.Start,
                End = span.End,
                Position = position++,
                Text = text,
                StandsAlone = SentenceRules.StandsAlone(text) && !SentenceRules.SaysUnconfirmed(text),
                Terms = [.. vocabulary.Terms(text).Distinct().Order()],
                Dates = [.. article.EventDates.Where(date => Within(date.Evidence, span))],
                Entities = Entities(article, span),
                Numbers = NumberScanner.Find(text),
            });
        }
    }

    private static HashSet<string> Entities(Article article, TextSpan span)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in article.Actors)
            if (actor.Mentions.Any(mention => Within(mention, span))) found.Add("actor:" + actor.Id);
        foreach (var place in article.Places)
            if (place.Mentions.Any(mention => Within(mention, span))) found.Add("place:" + place.Path);
        return found;
    }

    private static bool Within(Search.Articles.Evidence evidence, TextSpan span) =>
        evidence.Field == EvidenceField.Body && evidence.Start >= span.Start && evidence.End <= span.End;

    /// <summary>White space runs become one space, as every display of the sentence does.</summary>
    internal static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString();
    }
}
