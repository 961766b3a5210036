using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>
/// Finds the time expressions of one text and resolves them against its publication. Stateless and thread-safe.
/// </summary>
public static class TimeExpressionFinder
{
    private const int AnchorParagraphs = 2;
    private const int QuarterParagraphs = 4;

    /// <summary>The expressions of <paramref name="text"/> in order, none overlapping.</summary>
    /// <param name="text">Title or body.</param>
    /// <param name="published">Publication date; null leaves relative expressions unresolved.</param>
    public static List<TimeExpression> Find(string text, PublishedDate? published)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reference = published is { Date.Precision: DatePrecision.Day } ? published.Date.First : (DateOnly?)null;
        var source = new TimeText(CapitalText.Read(text), reference, LatestDay(published, reference)).Read();
        var found = new List<TimeExpression>();
        var (floor, paragraphs) = (0, 0);
        for (var at = 0; at < source.Count; at++)
        {
            if (source.Class(at) != TimeClass.None && Match(source, at) is { } match && match.First >= floor)
            {
                match = WithModifier(source, match, floor);
                found.Add(new TimeExpression(
                    source.Span(match.First, match.Next), match.Kind, match.Value, match.Range, match.Rule));
                floor = match.Next;
                at = match.Next - 1;
                if (match.Range is { Precision: DatePrecision.Day } || match.Rule is "quarter")
                    (source.Anchor, source.AnchorIsQuarter, paragraphs) = (match.Range, match.Rule is "quarter", 0);
                else if (EndsQuarter(match))
                    source.AnchorIsQuarter = false;
            }

            if (source.EndsParagraph(at)
                && ++paragraphs >= (source.AnchorIsQuarter ? QuarterParagraphs : AnchorParagraphs))
                (source.Anchor, source.AnchorIsQuarter) = (null, false);
        }

        return found;
    }

    // "In the first nine months": what follows compares nine months, or years.
    private static bool EndsQuarter(in TimeMatch match) =>
        match.Kind == TimeExpressionKind.Duration && match.Value is ['P', >= '4' and <= '9' or '1', .., 'M' or 'Y']
        || (match.Rule is "year" or "relative-span" && match.Range is { Precision: DatePrecision.Year });

    // A story filed on Saturday evening in New York may tell of "Sunday" in Beijing.
    private static DateOnly? LatestDay(PublishedDate? published, DateOnly? reference)
    {
        if (reference is not { } day || published?.Instant is not { } instant)
            return reference;
        var latest = DateOnly.FromDateTime(instant.UtcDateTime.AddHours(12));
        return latest == day.AddDays(1) ? latest : day;
    }

    private static TimeMatch? Match(TimeText text, int at) => text.Class(at) switch
    {
        TimeClass.Month or TimeClass.Year or TimeClass.Decade => CalendarRules.Match(text, at),
        TimeClass.Weekday or TimeClass.RelativeDay => WeekdayRules.Match(text, at),
        TimeClass.Count => ClockRules.Match(text, at) ?? CalendarRules.Match(text, at) ?? YearRules.Spoken(text, at)
            ?? DurationRules.Match(text, at),
        TimeClass.Ordinal =>
            CalendarRules.Match(text, at) ?? SeasonRules.Quarter(text, at) ?? DurationRules.OrdinalRun(text, at),
        TimeClass.Article or TimeClass.Vague => DurationRules.Match(text, at),
        TimeClass.Last or TimeClass.Next or TimeClass.This or TimeClass.Previous or TimeClass.Following =>
            RelativeRules.Match(text, at),
        TimeClass.Weekend => RelativeRules.Weekend(text, at, at),
        TimeClass.Season => SeasonRules.Season(text, at),
        TimeClass.Unit =>
            DurationRules.UnitAgo(text, at) ?? DefiniteRules.YearEnd(text, at) ?? DurationRules.Bare(text, at),
        TimeClass.Every => DurationRules.Recurring(text, at),
        TimeClass.Clock => ClockRules.Named(text, at),
        TimeClass.Definite => DefiniteRules.Match(text, at),
        TimeClass.Tens => YearRules.SpokenDecade(text, at),
        TimeClass.Soon => DefiniteRules.Soon(text, at),
        TimeClass.Now => TimeMatch.Date(at, at + 1, "PRESENT_REF", null, "vague"),
        TimeClass.PastRef => TimeMatch.Date(at, at + 1, "PAST_REF", null, "vague"),
        _ => null,
    };

    // "early June", "mid-2012", "earlier this month", "late last year".
    private static TimeMatch WithModifier(TimeText text, TimeMatch match, int floor)
    {
        var before = text.IsDash(match.First - 1) && text.Touches(match.First - 1) ? match.First - 2 : match.First - 1;
        var modifies = text.Class(before) == TimeClass.Early
            || (text.Class(before) is TimeClass.Earlier or TimeClass.Later && text.Value(before) == 0);
        return modifies && before >= floor && match.Kind is TimeExpressionKind.Date or TimeExpressionKind.Time
            ? match with { First = before }
            : match;
    }
}
