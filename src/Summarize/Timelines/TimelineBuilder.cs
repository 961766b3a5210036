using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Selection;

namespace Dateline.Summarize.Timelines;

/// <summary>What happened on a date.</summary>
/// <param name="Date">The date.</param>
/// <param name="Sentences">At least one, best first.</param>
internal sealed record DatedChoice(DateRange Date, IReadOnlyList<EvidenceSentence> Sentences);

/// <summary>
/// Builds timelines date by date ("datewise"): the dates of <see cref="DateRanker"/>, and for each the sentences of
/// <see cref="DaySummariser"/>. What is told of a day are the sentences that name it and, with equal weight as a group,
/// the first ones of articles published on it or the day after; shown are only sentences that name it, since the date
/// is cited too.
/// </summary>
/// <param name="sentences">All evidence, by article, also what may not be shown.</param>
/// <param name="weights">Weights over it.</param>
/// <param name="vocabularySize">Number of term ids.</param>
internal sealed class TimelineBuilder(IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights,
    int vocabularySize)
{
    private const int FirstSentences = 5;
    private const int DaysAfter = 1;

    /// <summary>At most <paramref name="dates"/> dates, ascending; no sentence occurs twice.</summary>
    /// <param name="dates">Most dates.</param>
    /// <param name="perDate">Most sentences a date.</param>
    /// <param name="admits">Which dates are wanted.</param>
    /// <param name="tellsOf">Which sentences may be shown for a date, of those that may be shown and name it.</param>
    public List<DatedChoice> Build(
        int dates, int perDate, Func<DateRange, bool> admits, Func<EvidenceSentence, DateRange, bool> tellsOf)
    {
        var naming = sentences
            .SelectMany(static sentence =>
                sentence.Dates.Select(static date => date.Date).Distinct().Select(date => (date, sentence)))
            .ToLookup(static pair => pair.date, static pair => pair.sentence);
        var published = sentences.Where(IsNews).ToLookup(static sentence => sentence.Article.Published!.Date.First);
        var summariser = new DaySummariser(weights, vocabularySize);
        HashSet<EvidenceSentence> used = [];
        List<DatedChoice> timeline = [];
        foreach (var (date, _) in DateRanker.Rank(sentences))
        {
            if (timeline.Count == dates) break;
            if (!admits(date)) continue;
            var chosen = summariser.Choose(Told(date, [.. naming[date]], published), MayShow, perDate);
            if (chosen.Count == 0) continue;
            used.UnionWith(chosen);
            timeline.Add(new DatedChoice(date, chosen));

            bool MayShow(EvidenceSentence sentence) => sentence.MayShow && !used.Contains(sentence)
                && Names(sentence, date) && tellsOf(sentence, date);
        }

        return [.. timeline.OrderBy(static choice => choice.Date)];
    }

    private static bool IsNews(EvidenceSentence sentence) => sentence is { Position: < FirstSentences, Dates.Count: 0 }
        && sentence.Article.Published is { Date.Precision: DatePrecision.Day };

    private static bool Names(EvidenceSentence sentence, DateRange date)
    {
        foreach (var mentioned in sentence.Dates)
            if (mentioned.Date == date) return true;
        return false;
    }

    private static List<Telling> Told(
        DateRange date, List<EvidenceSentence> naming, ILookup<DateOnly, EvidenceSentence> published)
    {
        List<EvidenceSentence> near = [];
        for (var after = 0; after <= DaysAfter && date.Precision == DatePrecision.Day; after++)
            near.AddRange(published[date.First.AddDays(after)]);
        return
        [
            .. naming.Select(sentence => new Telling(sentence, 1.0 / naming.Count)),
            .. near.Select(sentence => new Telling(sentence, 1.0 / near.Count)),
        ];
    }
}
