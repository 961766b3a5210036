namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>
/// Offsets of the zone abbreviations that date lines use. Ambiguous ones (IST, AST, CST in Asia …) are left unknown.
/// </summary>
internal static class ZoneOffsets
{
    /// <summary>Hours from UTC at the local moment, or false when the word is no known zone.</summary>
    public static bool TryGet(ReadOnlySpan<char> zone, DateTime local, out TimeSpan offset)
    {
        double? hours = zone switch
        {
            "GMT" or "UTC" or "Z" or "UT" or "WET" => 0,
            "BST" or "CET" or "MEZ" or "WEST" => 1,
            "CEST" or "MESZ" or "EET" or "SAST" => 2,
            "EEST" => 3,
            // Moscow stayed on UTC+4 between two reforms of its clock.
            "MSK" => local >= new DateTime(2011, 3, 27) && local < new DateTime(2014, 10, 26) ? 4 : 3,
            "EST" => -5,
            "EDT" => -4,
            "CST" => -6,
            "CDT" => -5,
            "MST" => -7,
            "MDT" => -6,
            "PST" => -8,
            "PDT" => -7,
            "ET" => AmericanSummer(local) ? -4 : -5,
            "CT" => AmericanSummer(local) ? -5 : -6,
            "PT" => AmericanSummer(local) ? -7 : -8,
            "JST" or "KST" => 9,
            "HKT" or "SGT" => 8,
            "PKT" => 5,
            "AEST" => 10,
            "AEDT" => 11,
            _ => null,
        };
        offset = TimeSpan.FromHours(hours ?? 0);
        return hours is not null;
    }

    /// <summary>
    /// Daylight saving in the United States under the rule in force since 2007 (and the 1987 rule before).
    /// </summary>
    private static bool AmericanSummer(DateTime local)
    {
        var (start, end) = local.Year >= 2007
            ? (Sunday(local.Year, 3, 2), Sunday(local.Year, 11, 1))
            : (Sunday(local.Year, 4, 1), LastSunday(local.Year, 10));
        return local >= start.AddHours(2) && local < end.AddHours(2);
    }

    private static DateTime Sunday(int year, int month, int ordinal)
    {
        var first = new DateTime(year, month, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7 + 7 * (ordinal - 1));
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
