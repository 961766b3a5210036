using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Dates;

/// <summary>Seasons, quarters and halves of years; coarse by nature.</summary>
internal static class SeasonRules
{
    private const int Fall = 2;

    /// <summary>"last summer", "this fall".</summary>
    public static TimeMatch? Modified(TimeText text, int at)
    {
        var season = text.Value(at + 1);
        if (text.Reference is not { } reference)
            return null;
        var year = reference.Year;
        switch (text.Class(at))
        {
            case TimeClass.Last:
                while (Timex.SeasonOf(year, season).Last >= reference)
                    year--;
                break;
            case TimeClass.Next:
                while (Timex.SeasonOf(year, season).First <= reference)
                    year++;
                break;
            case TimeClass.This:
                year = season == 3 && reference.Month <= 2 ? year - 1 : year;
                break;
            default:
                return null;
        }

        return TimeMatch.Date(at, at + 2, Timex.Season(year, season), Timex.SeasonOf(year, season), "season");
    }

    /// <summary>"summer 2011", "the spring of 1990", "in the winter".</summary>
    public static TimeMatch? Season(TimeText text, int at)
    {
        var season = text.Value(at);
        var year = text.Is(at + 1, "of") ? at + 2 : at + 1;
        if (text.Class(year) == TimeClass.Year)
            return TimeMatch.Date(at, year + 1, Timex.Season(text.Value(year), season),
                Timex.SeasonOf(text.Value(year), season), "season");
        if (char.IsUpper(text.Word(at)[0]) || text.Word(at - 1) is not "the" || text.Is(at + 1, "of")
            || !(text.Word(at - 2) is "in" or "during" or "by" or "until" or "since" or "through" or "over" or "into"
            or "throughout" or "In" or "During" or "By" or "Over")
            || (season == Fall && text.Word(at) is "fall" && text.Is(at + 1, "in"))
            || text.Reference is not { } reference)
            return null;
        var found = reference.Year;
        if (TenseReader.Around(text, at, at + 1) != Tense.Future && Timex.SeasonOf(found, season).First > reference)
            found--;
        return TimeMatch.Date(at, at + 1, Timex.Season(found, season), Timex.SeasonOf(found, season), "season");
    }

    /// <summary>"the third quarter", "second-quarter", "first half of 2012".</summary>
    public static TimeMatch? Quarter(TimeText text, int at)
    {
        var unitAt = text.IsDash(at + 1) && text.Touches(at) ? at + 2 : at + 1;
        var part = text.Value(at);
        var isHalf = text.Word(unitAt) is "half";
        if (part is < 1 or > 4 || (isHalf && part > 2)
            || !(isHalf || (text.Class(unitAt) == TimeClass.Unit && text.Value(unitAt) == (int)TimeUnit.Quarter)))
            return null;
        var yearAt = text.Is(unitAt + 1, "of") ? unitAt + 2 : unitAt + 1;
        if (text.Class(yearAt) == TimeClass.Year)
            return Of(at, yearAt + 1, text.Value(yearAt), part, isHalf);
        if (text.Class(yearAt) is TimeClass.Last or TimeClass.This or TimeClass.Next && text.Is(yearAt + 1, "year")
            && text.Reference is { } reference)
        {
            var offset = text.Class(yearAt) == TimeClass.Last ? -1 : text.Class(yearAt) == TimeClass.Next ? 1 : 0;
            return Of(at, yearAt + 2, reference.Year + offset, part, isHalf);
        }

        if (text.Class(at) == TimeClass.Ordinal && text.Word(unitAt + 1) is "that" or "in" or "since")
            return null;
        // A half without a year is more often one of a match.
        return isHalf || text.Reference is not { } day
            ? null : Of(at, unitAt + 1, YearOf(text, at, day, part), part, false);
    }

    /// <summary>"the latest quarter": the last one completed.</summary>
    public static TimeMatch? Latest(TimeText text, int at, int unitAt, TimeUnit unit)
    {
        if (unit != TimeUnit.Quarter || text.Reference is not { } reference)
            return null;
        var last = text.AnchorIsQuarter ? text.Anchor!.Value.First : reference.AddMonths(-3);
        return Of(at, unitAt + 1, last.Year, ((last.Month - 1) / 3) + 1, false);
    }

    private static int YearOf(TimeText text, int at, DateOnly reference, int part)
    {
        var quarter = Timex.QuarterOf(reference.Year, part);
        if (quarter.First > reference)
            return TenseReader.Around(text, at, at + 2) == Tense.Future ? reference.Year : reference.Year - 1;
        return reference.Year;
    }

    private static TimeMatch Of(int first, int next, int year, int part, bool isHalf)
    {
        if (!isHalf)
            return TimeMatch.Date(first, next, Timex.Quarter(year, part), Timex.QuarterOf(year, part), "quarter");
        var range = DateRange.OfDays(Timex.QuarterOf(year, (part * 2) - 1).First, Timex.QuarterOf(year, part * 2).Last);
        return TimeMatch.Date(first, next, string.Create(CultureInfo.InvariantCulture, $"{year:D4}-H{part}"),
            range, "quarter");
    }
}
