using Dateline.Search.Articles;
using Dateline.Search.Extraction;

namespace Dateline.Search.Dates;

/// <summary>When that happened which an article mainly tells of.</summary>
/// <param name="Date">The day or days.</param>
/// <param name="Rule">How it was chosen: <c>lead</c>, or <c>published</c> where the text names no day: then it
/// happened by the day of publication.</param>
/// <param name="Evidence">The words that tell it; null for <c>published</c>.</param>
public sealed record LeadingDate(DateRange Date, string Rule, Evidence? Evidence)
{
    /// <summary>Chooses among the dates found in a text; null when there is none and publication is unknown.</summary>
    public static LeadingDate? Of(ExtractedText text, IReadOnlyList<EventDate> dates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dates);
        foreach (var date in dates)
        {
            if (date.Date.Precision is DatePrecision.Day)
                return new LeadingDate(date.Date, "lead", date.Evidence);
        }

        return text.Published is { } published ? new LeadingDate(published.Date, "published", null) : null;
    }
}
