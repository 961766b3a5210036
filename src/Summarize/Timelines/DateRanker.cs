using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Timelines;

/// <summary>A date and how much the evidence makes of it.</summary>
/// <param name="Date">The date.</param>
/// <param name="Score">Comparable within one ranking.</param>
internal readonly record struct RankedDate(DateRange Date, double Score);

/// <summary>
/// Ranks the dates that evidence mentions by how often it does (date-mention counts, which come within a point of
/// trained rankers: Gholipour Ghalandari and Ifrim, ACL 2020). A mention counts more the more its sentence is about the
/// topic, and each further one in the same article less, so that one long article does not decide.
/// </summary>
internal static class DateRanker
{
    private const double RelevanceShare = 0.5;

    /// <summary>The dates, best first; equal scores by date.</summary>
    /// <param name="sentences">By article.</param>
    public static List<RankedDate> Rank(IReadOnlyList<EvidenceSentence> sentences)
    {
        var top = Math.Max(1e-9, sentences.Count == 0 ? 0 : sentences.Max(static sentence => sentence.Relevance));
        var scores = new Dictionary<DateRange, double>();
        var ofArticle = new Dictionary<DateRange, double>();
        for (var at = 0; at < sentences.Count;)
        {
            ofArticle.Clear();
            var rank = sentences[at].HitRank;
            for (; at < sentences.Count && sentences[at].HitRank == rank; at++)
                Count(sentences[at], top, ofArticle);
            foreach (var (date, mentions) in ofArticle)
                scores[date] = scores.GetValueOrDefault(date) + Math.Sqrt(mentions) * Sharpness(date.Precision);
        }

        return
        [
            .. scores.Select(static pair => new RankedDate(pair.Key, pair.Value))
                .OrderByDescending(static ranked => ranked.Score).ThenBy(static ranked => ranked.Date),
        ];
    }

    private static void Count(EvidenceSentence sentence, double top, Dictionary<DateRange, double> mentions)
    {
        var weight = 1 - RelevanceShare + RelevanceShare * sentence.Relevance / top;
        for (var k = 0; k < sentence.Dates.Count; k++)
        {
            var date = sentence.Dates[k].Date;
            if (!MentionsBefore(sentence, k)) mentions[date] = mentions.GetValueOrDefault(date) + weight;
        }
    }

    private static bool MentionsBefore(EvidenceSentence sentence, int k)
    {
        for (var before = 0; before < k; before++)
            if (sentence.Dates[before].Date == sentence.Dates[k].Date) return true;
        return false;
    }

    // A whole month or year is mentioned for many things.
    private static double Sharpness(DatePrecision precision) => precision switch
    {
        DatePrecision.Day => 1,
        DatePrecision.Days => 0.7,
        DatePrecision.Month => 0.5,
        _ => 0.2,
    };
}
