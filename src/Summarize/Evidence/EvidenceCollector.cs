using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Evidence;

/// <summary>An article the search found.</summary>
/// <param name="Article">The article.</param>
/// <param name="Score">Its score.</param>
internal sealed record FoundArticle(Article Article, float Score)
{
    /// <summary>Who said what in it; read when first asked for.</summary>
    public ArticleSpeech Speech => field ??= ArticleSpeech.Read(Article);
}

/// <summary>Everything a briefing may draw on.</summary>
/// <param name="Articles">Articles, best first.</param>
/// <param name="Origins">Origin number of each article.</param>
/// <param name="Sentences">Sentences that may be shown, by article and position.</param>
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
        var all = Cut(articles, origins, cancellationToken);
        return new EvidencePool(
            articles, origins,
            all.FindAll(static sentence => sentence.MayShow), all,
            all.FindAll(static sentence => SentenceRules.SaysUnconfirmed(sentence.Text)));
    }

    /// <summary>All sentences of articles in rank order, whose origins are known.</summary>
    public List<EvidenceSentence> Cut(
        IReadOnlyList<FoundArticle> articles, int[] origins, CancellationToken cancellationToken)
    {
        var best = articles.Count > 0 ? Math.Max(articles[0].Score, float.Epsilon) : 1f;
        List<EvidenceSentence> all = [];
        for (var rank = 0; rank < articles.Count; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = Math.Clamp(articles[rank].Score / best, 0f, 1f);
            CollectArticle(articles[rank], rank, score, origins[rank], all);
        }

        return all;
    }

    private void CollectArticle(FoundArticle found, int rank, double score, int origin, List<EvidenceSentence> all)
    {
        var article = found.Article;
        var position = 0;
        var mentions = new BodyMentions(article);
        var start = BodyStart.AfterDateline(article.Body);
        foreach (var sentenceSpan in SentenceSplitter.Split(article.Body))
        {
            if (sentenceSpan.End <= start) continue;
            var span = new TextSpan(Math.Max(start, sentenceSpan.Start), sentenceSpan.End);
            span = span with { Start = span.Start + Subheading.LengthIn(span.Of(article.Body)) };
            var text = Fold(article.Body.AsSpan(span.Start, span.End - span.Start));
            var told = !SentenceRules.SaysUnconfirmed(text) && SentenceRules.IsWhole(text)
                && found.Speech.VoiceOf(span, out _) != SentenceVoice.SpeakerElsewhere;
            var refers = told && OpeningReference.In(text);
            var dates = mentions.DatesIn(span);
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
                StandsAlone = told && !refers,
                Antecedent = refers && position > 1 && IsAntecedent(all[^1]) ? all[^1] : null,
                Terms = [.. vocabulary.Terms(text).Distinct().Order()],
                Dates = dates,
                Entities = mentions.NamesIn(span),
                Numbers = NumberScanner.Find(WithoutDates(article, span, dates)),
            });
        }
    }

    // The 3 of "July 3" is no count.
    private static char[] WithoutDates(Article article, TextSpan span, IReadOnlyList<EventDate> dates)
    {
        var text = article.Body.AsSpan(span.Start, span.End - span.Start).ToArray();
        foreach (var date in dates)
            text.AsSpan(date.Evidence.Start - span.Start, date.Evidence.End - date.Evidence.Start).Fill(' ');
        return text;
    }

    // What stands alone and names somebody or something can say whom the next sentence means.
    private static bool IsAntecedent(EvidenceSentence sentence)
    {
        if (!sentence.StandsAlone) return false;
        if (sentence.Entities.Count > 0) return true;
        for (var at = 1; at < sentence.Text.Length; at++)
            if (char.IsUpper(sentence.Text[at]) && sentence.Text[at - 1] == ' ') return true;
        return false;
    }

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
