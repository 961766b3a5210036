using System.Collections.Frozen;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;

namespace Dateline.Search.Dates;

/// <summary>When that happened which an article mainly tells of.</summary>
/// <param name="Date">The day or days.</param>
/// <param name="Rule">How it was chosen: <c>lead</c>, or <c>published</c> where the text names no day: then it happened
/// by the day of publication.</param>
/// <param name="Evidence">The words that tell it; null for <c>published</c>.</param>
public sealed record LeadingDate(DateRange Date, string Rule, Evidence? Evidence)
{
    // Units of text after which a date counts half as much: news tells the main event first.
    private const double HalfLife = 700;
    private const double Repeated = 0.35;
    private const double OfSpeech = 0.25;
    private const int SpeechReach = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Speech =
        ("said say says told reported reports report announced stated states denied condemned confirmed claimed " +
        "admitted declared informed revealed according warned asked demanded called urged added issued released " +
        "statement communique described repudiated expressed learned noted rejected praised blamed accused published " +
        "broadcast indicated asserted affirmed disclosed charged received sent offered visited met arrived")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Chooses among the dates found in a text; null when there is none and publication is unknown.</summary>
    public static LeadingDate? Of(ExtractedText text, IReadOnlyList<EventDate> dates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dates);
        var start = BodyStart.AfterDateline(text.Body);
        var scores = new Dictionary<DateRange, double>();
        foreach (var date in dates)
        {
            if (IsCandidate(date, text, start))
                scores[date.Date] = Math.Max(scores.GetValueOrDefault(date.Date), 0) + Weight(date, text, start)
                    * (scores.ContainsKey(date.Date) ? Repeated : 1);
        }

        if (scores.Count == 0)
            return text.Published is { } published ? new LeadingDate(published.Date, "published", null) : null;
        var best = scores.MaxBy(static pair => pair.Value).Key;
        return new LeadingDate(
            best, "lead", dates.First(date => date.Date == best && IsCandidate(date, text, start)).Evidence);
    }

    private static bool IsCandidate(EventDate date, ExtractedText text, int start) =>
        date.Date.Precision is DatePrecision.Day
        && (date.Evidence.Field == EvidenceField.Title || date.Evidence.Start >= start)
        && !(text.Published is { } published && date.Date.First > published.Date.Last);

    private static double Weight(EventDate date, ExtractedText text, int start)
    {
        if (date.Evidence.Field == EvidenceField.Title)
            return 1;
        var weight = Math.Pow(0.5, (date.Evidence.Start - start) / HalfLife);
        return IsOfSpeech(text.Body, date.Evidence) ? weight * OfSpeech : weight;
    }

    // "said today", "today condemned": when it was said, not when it happened.
    private static bool IsOfSpeech(string body, Evidence evidence)
    {
        var before = body.AsSpan(Math.Max(0, evidence.Start - 60)..evidence.Start);
        for (var step = 0; step < SpeechReach; step++)
        {
            var cut = before.TrimEnd().LastIndexOfAny(" \n");
            if (cut < 0)
                break;
            if (Speech.Contains(before[(cut + 1)..].Trim(" ,.\n")))
                return true;
            before = before[..cut];
        }

        var after = body.AsSpan(evidence.End, Math.Min(60, body.Length - evidence.End));
        for (var step = 0; step < SpeechReach; step++)
        {
            after = after.TrimStart();
            var cut = after.IndexOfAny(" \n");
            if (cut < 0)
                break;
            if (Speech.Contains(after[..cut].Trim(",.")))
                return true;
            after = after[cut..];
        }

        return false;
    }
}
