using Dateline.Search.Articles;

namespace Dateline.Search.Dates.Estimation;

/// <summary>
/// The latest day that the text gives in full: news tells such a day within weeks, and never before it unless as to
/// come. Weak by itself.
/// </summary>
internal static class ToldDates
{
    private const int Weeks = 31;
    private const int Head = 2500;
    private const double AtTheHead = 1;

    public static IEnumerable<Clue> Find(Article article)
    {
        EventDate? latest = null;
        foreach (var date in article.EventDates)
        {
            if (date.Date.Precision == DatePrecision.Day && date.Evidence.Rule == "absolute"
                && (latest is null || date.Date.First > latest.Date.First))
                latest = date;
        }

        if (latest is { } told && (told.Evidence.Field == EvidenceField.Title || told.Evidence.Start < Head))
            yield return Clue.Of(told.Date.First, told.Date.First.AddDays(Weeks), AtTheHead, "date-told",
                $"'{told.Evidence.Quote}' is the latest day it tells", told.Evidence, null);
    }
}
