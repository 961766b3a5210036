using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;

namespace Dateline.Search.Dates;

/// <summary>
/// Finds the dates an article speaks of. Weekdays, "yesterday", months without a year and the like are resolved against
/// the publication day, and left out where it is unknown; lengths without a place in time are left out. Stateless and
/// thread-safe.
/// </summary>
public static class EventDateFinder
{
    /// <summary>The dates in text order, title before body; evidence spans are exactly the expressions.</summary>
    public static IReadOnlyList<EventDate> Find(ExtractedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dates = new List<EventDate>();
        Add(EvidenceField.Title, text.Title, text.Published, dates);
        Add(EvidenceField.Body, text.Body, text.Published, dates);
        return dates;
    }

    private static void Add(EvidenceField field, string text, PublishedDate? published, List<EventDate> dates)
    {
        var found = TimeExpressionFinder.Find(text, published);
        for (var at = 0; at < found.Count; at++)
        {
            var expression = found[at];
            if (at + 1 < found.Count && DateSpans.TryJoin(text, expression, found[at + 1], out var joined))
            {
                expression = joined;
                at++;
            }

            if (expression.Range is not { } range)
                continue;
            var (start, end) = (expression.Span.Start, expression.Span.End);
            dates.Add(new EventDate(range, new Evidence(field, start, end, text[start..end], expression.Rule)));
        }
    }
}
