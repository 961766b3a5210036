using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>Reads the calendar date that stands at a token, in any of the ways pages print one.</summary>
/// <param name="line">The line.</param>
/// <param name="dayFirst">How to read "03/04/2012" where the calendar allows both; null leaves it unread.</param>
internal readonly ref struct CalendarDateReader(TokenLine line, bool? dayFirst)
{
    private readonly TokenLine _line = line;
    private readonly bool? _dayFirst = dayFirst;

    /// <summary>Reads a date.</summary>
    /// <returns>Tokens it takes; 0 when none stands there.</returns>
    public int Read(int at, out DateRange date)
    {
        var used = Numeric(at, out date);
        if (used == 0)
            used = YearFirst(at, out date);
        if (used == 0)
            used = MonthFirst(at, out date);
        return used > 0 ? used : DayFirst(at, out date);
    }

    /// <summary>
    /// <c>2012-06-29</c>, <c>2012/06/29</c>, <c>29.06.2012</c>, <c>29/06/2012</c>, <c>06/29/2012</c>.
    /// </summary>
    private int Numeric(int at, out DateRange date)
    {
        date = default;
        if (!_line.IsNumber(at) || !_line.IsNumber(at + 2) || !_line.IsNumber(at + 4))
            return 0;
        var separator = _line.Sign(at + 1);
        if (separator is not ('-' or '/' or '.' or '|') || _line.Sign(at + 3) != separator)
            return 0;
        // "4. 2. 2022", "26 | 01 | 2022": with space between only where nothing else can be meant.
        if (!_line.Adjacent(at, 5) && (separator is '-' or '/' || !_line.IsYear(at + 4) || _line[at].Length > 2))
            return 0;
        var (a, b, c) = (_line[at], _line[at + 2], _line[at + 4]);
        if (a.Length == 4)
            return CalendarDay.TryMake(a.Value, b.Value, c.Value, out date) ? 5 : 0;
        if (c.Length == 2 && separator == '.' && b.Length == 2 && !IsPartOfMore(at))
            return CalendarDay.TryMake(CalendarDay.Century(c.Value), b.Value, a.Value, out date) ? 5 : 0;
        if (c.Length != 4)
            return 0;
        var dayFirst = separator is '.' or '|' || a.Value > 12 || a.Value == b.Value;
        if (!dayFirst && b.Value <= 12)
        {
            if (_dayFirst is not { } order)
                return 0;
            dayFirst = order;
        }

        return CalendarDay.TryMake(c.Value, dayFirst ? b.Value : a.Value, dayFirst ? a.Value : b.Value, out date)
            ? 5 : 0;
    }

    // "10.11.12.13" is an address, "1.10.22.5" a version.
    private bool IsPartOfMore(int at) =>
        (at > 0 && _line[at - 1].End == _line[at].Start && _line.Sign(at - 1) is '.' or ',' or '-')
        || (at + 6 < _line.Length && _line.IsNumber(at + 6) && _line.Adjacent(at + 4, 3));

    /// <summary><c>2020. augusztus 18.</c>, <c>2020, July 3</c>, <c>2020年4月17日</c>.</summary>
    private int YearFirst(int at, out DateRange date)
    {
        date = default;
        if (!_line.IsYear(at))
            return 0;
        var next = _line.SkipPunctuation(at + 1, ".,");
        if (_line.Month(next) is > 0 and var month)
        {
            next = _line.SkipPunctuation(next + 1, ".,");
            return _line.IsNumber(next) && _line[next].Length <= 2 && !_line.IsYear(next + 1)
                && CalendarDay.TryMake(_line[at].Value, month, _line[next].Value, out date) ? next + 1 - at : 0;
        }

        return IsSign(at + 1, '年', '년') && _line.IsNumber(at + 2) && IsSign(at + 3, '月', '월') && _line.IsNumber(at + 4)
            && CalendarDay.TryMake(_line[at].Value, _line[at + 2].Value, _line[at + 4].Value, out date) ? 5 : 0;
    }

    private bool IsSign(int at, char one, char other) =>
        at < _line.Length && _line[at].Length == 1 && (_line.Sign(at) == one || _line.Sign(at) == other);

    /// <summary><c>June 29, 2012</c>, <c>Jun. 29th 2012</c>.</summary>
    private int MonthFirst(int at, out DateRange date)
    {
        date = default;
        if (_line.Month(at) is not (> 0 and var month))
            return 0;
        var next = _line.SkipPunctuation(at + 1, ".");
        if (!_line.IsNumber(next) || _line[next].Length > 2)
            return 0;
        var day = _line[next].Value;
        next = _line.SkipPunctuation(_line.SkipOrdinal(next + 1), ",.");
        return _line.IsYear(next) && CalendarDay.TryMake(_line[next].Value, month, day, out date) ? next + 1 - at : 0;
    }

    /// <summary><c>29 June 2012</c>, <c>29th of June, 2012</c>, <c>29. Juni 2012</c>, <c>29-Jun-2012</c>.</summary>
    private int DayFirst(int at, out DateRange date)
    {
        date = default;
        if (!_line.IsNumber(at) || _line[at].Length > 2)
            return 0;
        var next = _line.SkipPunctuation(_line.SkipOrdinal(at + 1), ".-");
        if (_line.IsWord(next) && _line.Slice(next) is "of" or "de")
            next++;
        if (_line.Month(next) is not (> 0 and var month))
            return 0;
        next = _line.SkipPunctuation(next + 1, ",.-");
        if (_line.IsWord(next) && _line.Slice(next) is "de" or "del")
            next++;
        return Year(next) is > 0 and var year && CalendarDay.TryMake(year, month, _line[at].Value, out date)
            ? next + 1 - at : 0;
    }

    /// <summary>A year of four digits, or of two ("3 JAN 90") where no clock or amount goes on; else 0.</summary>
    private int Year(int at)
    {
        if (_line.IsYear(at))
            return _line[at].Value;
        if (!_line.IsNumber(at) || _line[at].Length != 2
            || (at + 1 < _line.Length && (_line.Sign(at + 1) is ':' or '%' || IsGlued(at + 1))))
            return 0;
        return CalendarDay.Century(_line[at].Value);
    }

    private bool IsGlued(int at) =>
        _line[at].Start == _line[at - 1].End && (_line[at].IsWord || _line.IsNumber(at + 1) && _line.Adjacent(at, 2));
}
