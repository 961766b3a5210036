using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>
/// One pass over the tokens of a line: finds a date, a time with zone, a label, and counts the words left over.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="dayFirst">How to read "03/04/2012" where the calendar allows both; null leaves it unread.</param>
internal ref struct DateScan(TokenLine line, bool? dayFirst)
{
    private readonly TokenLine _line = line;
    private readonly CalendarDateReader _dates = new(line, dayFirst);
    private ClockTimeReader _time = new(line);
    private DateRange _date;
    private bool _hasDate;
    private DateLabel _label;
    private int _otherWords;
    private int _start = -1;
    private int _end;

    public bool TryRead(out PublicationDateLine found)
    {
        for (var at = 0; at < _line.Length;)
            at += Date(at) is > 0 and var date ? date : Time(at) is > 0 and var time ? time : Word(at);
        found = _hasDate
            ? new PublicationDateLine(
                _start, _end, _date, _time.Instant(_date.First), _label, _time.HasTime, _otherWords)
            : default;
        return _hasDate;
    }

    private int Date(int at)
    {
        if (_hasDate || _dates.Read(at, out var date) is not (> 0 and var used))
            return 0;
        (_date, _hasDate) = (date, true);
        return Use(at, used);
    }

    private int Time(int at) => _time.Read(at) is > 0 and var used ? Use(at, used) : 0;

    private int Word(int at)
    {
        if (!_line[at].IsWord)
            return 1;
        var word = _line.Slice(at);
        var label = DateVocabulary.IsPublished(word)
            ? DateLabel.Published : DateVocabulary.IsUpdated(word) ? DateLabel.Updated : DateLabel.None;
        if (label == DateLabel.None)
        {
            var known = DateVocabulary.IsNoise(word) || word is "T" or "Z"
                || ZoneOffsets.TryGet(_line.Upper(at), DateTime.UnixEpoch, out _);
            _otherWords += known ? 0 : 1;
            return 1;
        }

        // The label in front of the date is the date's; one that follows it announces another date.
        if (!_hasDate || _label == DateLabel.None)
            _label = _hasDate && !_time.HasTime && label == DateLabel.Published && at + 1 < _line.Length
                ? DateLabel.None : label;
        return Use(at, 1);
    }

    private int Use(int at, int count)
    {
        _start = _start < 0 ? _line[at].Start : _start;
        _end = _line[at + count - 1].End;
        return count;
    }
}
