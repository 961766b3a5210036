using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>
/// One pass over the tokens of a line: finds a date, a time with zone, a label, and counts the words left over.
/// </summary>
/// <param name="text">The line.</param>
/// <param name="tokens">Its tokens.</param>
/// <param name="dayFirst">How to read "03/04/2012" where the calendar allows both; null leaves it unread.</param>
internal ref struct DateScan(ReadOnlySpan<char> text, ReadOnlySpan<DateToken> tokens, bool? dayFirst)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<DateToken> _tokens = tokens;
    private readonly bool? _dayFirst = dayFirst;
    private DateRange _date;
    private bool _hasDate;
    private int _minutes = -1;
    private TimeSpan? _offset;
    private int _zoneToken = -1;
    private DateLabel _label;
    private int _otherWords;
    private int _start = -1;
    private int _end;

    public bool TryRead(out PublicationDateLine found)
    {
        var at = 0;
        while (at < _tokens.Length)
        {
            var used = Date(at) is > 0 and var date ? date : Time(at) is > 0 and var time ? time : Word(at);
            at += used;
        }

        found = _hasDate
            ? new PublicationDateLine(_start, _end, _date, Instant(), _label, _minutes >= 0, _otherWords)
            : default;
        return _hasDate;
    }

    private readonly DateTimeOffset? Instant()
    {
        if (_minutes < 0)
            return null;
        var local = _date.First.ToDateTime(TimeOnly.MinValue).AddMinutes(_minutes);
        if (_offset is { } given)
            return new DateTimeOffset(local, given);
        return _zoneToken >= 0 && ZoneOffsets.TryGet(Upper(_zoneToken), local, out var offset)
            ? new DateTimeOffset(local, offset) : null;
    }

    private readonly string Upper(int token) => Slice(token).ToString().ToUpperInvariant();

    private readonly ReadOnlySpan<char> Slice(int token) => _text[_tokens[token].Start.._tokens[token].End];

    private int Date(int at)
    {
        if (_hasDate)
            return 0;
        var used = Numeric(at, out var date);
        if (used == 0)
            used = YearFirst(at, out date);
        if (used == 0)
            used = MonthFirst(at, out date);
        if (used == 0)
            used = DayFirst(at, out date);
        if (used == 0)
            return 0;
        (_date, _hasDate) = (date, true);
        return Use(at, used);
    }

    /// <summary>
    /// <c>2012-06-29</c>, <c>2012/06/29</c>, <c>29.06.2012</c>, <c>29/06/2012</c>, <c>06/29/2012</c>.
    /// </summary>
    private readonly int Numeric(int at, out DateRange date)
    {
        date = default;
        if (!IsNumber(at) || !IsNumber(at + 2) || !IsNumber(at + 4))
            return 0;
        var separator = _text[_tokens[at + 1].Start];
        if (separator is not ('-' or '/' or '.' or '|') || _text[_tokens[at + 3].Start] != separator)
            return 0;
        // "4. 2. 2022", "26 | 01 | 2022": with space between only where nothing else can be meant.
        if (!Adjacent(at, 5) && (separator is '-' or '/' || !IsYear(at + 4) || _tokens[at].Length > 2))
            return 0;
        var (a, b, c) = (_tokens[at], _tokens[at + 2], _tokens[at + 4]);
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
    private readonly bool IsPartOfMore(int at) =>
        (at > 0 && _tokens[at - 1].End == _tokens[at].Start && _text[_tokens[at - 1].Start] is '.' or ',' or '-')
        || (at + 6 < _tokens.Length && IsNumber(at + 6) && Adjacent(at + 4, 3));

    /// <summary><c>2020. augusztus 18.</c>, <c>2020, July 3</c>, <c>2020年4月17日</c>.</summary>
    private readonly int YearFirst(int at, out DateRange date)
    {
        date = default;
        if (!IsYear(at))
            return 0;
        var next = SkipPunctuation(at + 1, ".,");
        if (Month(next) is > 0 and var month)
        {
            next = SkipPunctuation(next + 1, ".,");
            return IsNumber(next) && _tokens[next].Length <= 2 && !IsYear(next + 1)
                && CalendarDay.TryMake(_tokens[at].Value, month, _tokens[next].Value, out date) ? next + 1 - at : 0;
        }

        return IsSign(at + 1, '年', '년') && IsNumber(at + 2) && IsSign(at + 3, '月', '월') && IsNumber(at + 4)
            && CalendarDay.TryMake(_tokens[at].Value, _tokens[at + 2].Value, _tokens[at + 4].Value, out date) ? 5 : 0;
    }

    private readonly bool IsSign(int at, char one, char other) =>
        at < _tokens.Length && _tokens[at].Length == 1
            && (_text[_tokens[at].Start] == one || _text[_tokens[at].Start] == other);

    /// <summary><c>June 29, 2012</c>, <c>Jun. 29th 2012</c>.</summary>
    private readonly int MonthFirst(int at, out DateRange date)
    {
        date = default;
        if (Month(at) is not (> 0 and var month))
            return 0;
        var next = SkipPunctuation(at + 1, ".");
        if (!IsNumber(next) || _tokens[next].Length > 2)
            return 0;
        var day = _tokens[next].Value;
        next = SkipPunctuation(SkipOrdinal(next + 1), ",.");
        return IsYear(next) && CalendarDay.TryMake(_tokens[next].Value, month, day, out date) ? next + 1 - at : 0;
    }

    /// <summary><c>29 June 2012</c>, <c>29th of June, 2012</c>, <c>29. Juni 2012</c>, <c>29-Jun-2012</c>.</summary>
    private readonly int DayFirst(int at, out DateRange date)
    {
        date = default;
        if (!IsNumber(at) || _tokens[at].Length > 2)
            return 0;
        var next = SkipPunctuation(SkipOrdinal(at + 1), ".-");
        if (next < _tokens.Length && _tokens[next].IsWord && Slice(next) is "of" or "de")
            next++;
        if (Month(next) is not (> 0 and var month))
            return 0;
        next = SkipPunctuation(next + 1, ",.-");
        if (next < _tokens.Length && _tokens[next].IsWord && Slice(next) is "de" or "del")
            next++;
        return Year(next) is > 0 and var year && CalendarDay.TryMake(year, month, _tokens[at].Value, out date)
            ? next + 1 - at : 0;
    }

    /// <summary>A year of four digits, or of two ("3 JAN 90") where no clock or amount goes on; else 0.</summary>
    private readonly int Year(int at)
    {
        if (IsYear(at))
            return _tokens[at].Value;
        if (!IsNumber(at) || _tokens[at].Length != 2
            || (at + 1 < _tokens.Length && (_text[_tokens[at + 1].Start] is ':' or '%' || IsGlued(at + 1))))
            return 0;
        return CalendarDay.Century(_tokens[at].Value);
    }

    private readonly bool IsGlued(int at) =>
        _tokens[at].Start == _tokens[at - 1].End && (_tokens[at].IsWord || IsNumber(at + 1) && Adjacent(at, 2));

    /// <summary><c>8:47 PM EDT</c>, <c>14.05 GMT</c>, <c>T14:05:00+02:00</c>, <c>9 p.m. ET</c>.</summary>
    private int Time(int at)
    {
        if (_minutes >= 0 || !IsNumber(at) || _tokens[at].Length > 2 || _tokens[at].Value > 23)
            return 0;
        var (hour, minute, next) = (_tokens[at].Value, 0, at + 1);
        var clock = next + 1 < _tokens.Length && _text[_tokens[next].Start] is ':' or '.' or 'h'
            && IsNumber(next + 1) && _tokens[next + 1].Length == 2 && _tokens[next + 1].Value < 60 && Adjacent(at, 3);
        if (clock)
            (minute, next) = (_tokens[next + 1].Value, SkipSeconds(next + 2));
        var half = HalfDay(ref next);
        if (!clock && half < 0)
            return 0;
        _minutes = ((half < 0 ? hour : hour % 12) + Math.Max(half, 0)) * 60 + minute;
        next = Zone(next);
        return Use(at, next - at);
    }

    private readonly int SkipSeconds(int next)
    {
        if (next + 1 < _tokens.Length && _text[_tokens[next].Start] == ':' && IsNumber(next + 1))
            next += 2;
        return next + 1 < _tokens.Length && _text[_tokens[next].Start] == '.' && IsNumber(next + 1)
            && _tokens[next + 1].Length >= 3 ? next + 2 : next;
    }

    /// <summary>0 for am, 12 for pm, -1 for neither; <c>p.m.</c> counts.</summary>
    private readonly int HalfDay(ref int next)
    {
        if (next >= _tokens.Length || !_tokens[next].IsWord)
            return -1;
        var word = Slice(next);
        var half = word.StartsWith("a", StringComparison.OrdinalIgnoreCase)
            ? 0 : word.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 12 : -1;
        if (half >= 0 && word.Length == 2 && word[1] is 'm' or 'M')
        {
            next++;
            return half;
        }

        if (half >= 0 && word.Length == 1 && next + 2 < _tokens.Length && _text[_tokens[next + 1].Start] == '.'
            && Slice(next + 2) is "m" or "M")
        {
            next = SkipPunctuation(next + 3, ".");
            return half;
        }

        return -1;
    }

    /// <summary>Takes a zone word, <c>Z</c>, or <c>+02:00</c> / <c>-0400</c> after a time.</summary>
    private int Zone(int next)
    {
        var after = SkipPunctuation(next, "(");
        if (after < _tokens.Length && _tokens[after].IsWord
            && ZoneOffsets.TryGet(Upper(after), DateTime.UnixEpoch, out _))
        {
            _zoneToken = after;
            return SkipPunctuation(after + 1, ")");
        }

        if (next + 1 >= _tokens.Length || _text[_tokens[next].Start] is not ('+' or '-' or '−') || !IsNumber(next + 1))
            return next;
        var number = _tokens[next + 1];
        var colon = next + 3 < _tokens.Length && _text[_tokens[next + 2].Start] == ':' && IsNumber(next + 3)
            && number.Length == 2;
        var minutes = colon
            ? number.Value * 60 + _tokens[next + 3].Value
            : number.Length == 4 ? number.Value / 100 * 60 + number.Value % 100 : number.Value * 60;
        if (number.Length is not (2 or 4) || minutes > 14 * 60)
            return next;
        _offset = TimeSpan.FromMinutes(_text[_tokens[next].Start] == '+' ? minutes : -minutes);
        return next + (colon ? 4 : 2);
    }

    private int Word(int at)
    {
        if (!_tokens[at].IsWord)
            return 1;
        var word = Slice(at);
        var label = DateVocabulary.IsPublished(word)
            ? DateLabel.Published : DateVocabulary.IsUpdated(word) ? DateLabel.Updated : DateLabel.None;
        if (label == DateLabel.None)
        {
            var known = DateVocabulary.IsNoise(word) || word is "T" or "Z"
                || ZoneOffsets.TryGet(Upper(at), DateTime.UnixEpoch, out _);
            _otherWords += known ? 0 : 1;
            return 1;
        }

        // The label in front of the date is the date's; one that follows it announces another date.
        if (!_hasDate || _label == DateLabel.None)
            _label = _hasDate && _minutes < 0 && label == DateLabel.Published && at + 1 < _tokens.Length
                ? DateLabel.None : label;
        return Use(at, 1);
    }

    private int Use(int at, int count)
    {
        _start = _start < 0 ? _tokens[at].Start : _start;
        _end = _tokens[at + count - 1].End;
        return count;
    }

    private readonly bool IsNumber(int at) => at < _tokens.Length && _tokens[at].IsNumber;

    private readonly bool IsYear(int at) => IsNumber(at) && _tokens[at].Length == 4;

    private readonly int Month(int at) =>
        at < _tokens.Length && _tokens[at].IsWord ? DateVocabulary.Month(Slice(at)) : 0;

    private readonly bool Adjacent(int at, int count)
    {
        for (var next = at + 1; next < at + count; next++)
        {
            if (_tokens[next].Start != _tokens[next - 1].End)
                return false;
        }

        return true;
    }

    private readonly int SkipOrdinal(int at) =>
        at < _tokens.Length && _tokens[at].IsWord && Slice(at) is "st" or "nd" or "rd" or "th" ? at + 1 : at;

    private readonly int SkipPunctuation(int at, string any) =>
        at < _tokens.Length && any.Contains(_text[_tokens[at].Start]) ? at + 1 : at;
}
