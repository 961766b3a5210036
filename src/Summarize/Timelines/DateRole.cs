using System.Buffers;
using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Timelines;

/// <summary>
/// Whether a sentence tells what happened on a date it names, or names it only to place something else: "since the war
/// began 21 months ago", "ahead of the November 6 election".
/// </summary>
internal static class DateRole
{
    private const int FarAhead = 180;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:()—\n");

    private static readonly string[] Backgrounds =
        [
            "since", "until", "till", "ahead of", "before", "prior to", "in the run-up to",
            "leading up to", "compared with", "compared to", "up from", "down from",
        ];

    /// <summary>True when one of the sentence's mentions of the date is more than a point of reference.</summary>
    public static bool TellsOf(EvidenceSentence sentence, DateRange date)
    {
        foreach (var mention in sentence.Dates)
            if (mention.Date == date && !IsBackground(sentence, mention) && !IsMisread(sentence, mention)) return true;
        return false;
    }

    // What stands in the same clause before the date says what the date is for.
    private static bool IsBackground(EvidenceSentence sentence, EventDate mention)
    {
        var before = sentence.Article.Body.AsSpan(sentence.Start, mention.Evidence.Start - sentence.Start);
        var clause = before[(before.LastIndexOfAny(ClauseMarks) + 1)..];
        foreach (var opening in Backgrounds)
        {
            var at = clause.LastIndexOf(opening, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || clause[at - 1] == ' ') && at + opening.Length < clause.Length
                && clause[at + opening.Length] is ' ') return true;
        }

        return clause.TrimEnd().EndsWith(" than", StringComparison.OrdinalIgnoreCase);
    }

    // "August 16" without a year, read as next year's: most likely it is the one past.
    private static bool IsMisread(EvidenceSentence sentence, EventDate mention)
    {
        if (sentence.Article.Published is not { } published
            || mention.Date.First.DayNumber - published.Date.Last.DayNumber < FarAhead)
            return false;
        var words = sentence.Article.Body.AsSpan(mention.Evidence.Start, mention.Evidence.End - mention.Evidence.Start);
        return !words.Contains("next", StringComparison.OrdinalIgnoreCase)
            && !words.Contains("20", StringComparison.Ordinal)
            && mention.Date.Precision is DatePrecision.Day or DatePrecision.Days;
    }
}
