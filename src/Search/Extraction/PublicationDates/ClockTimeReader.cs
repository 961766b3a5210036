namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>Reads the time of day, with its zone, that stands at a token; remembers the first.</summary>
/// <param name="line">The line.</param>
internal ref struct ClockTimeReader(TokenLine line)
{
    private readonly TokenLine _line = line;
    private int _minutes = -1;
    private TimeSpan? _offset;
    private int _zoneToken = -1;

    /// <summary>True when a time was read.</summary>
    public readonly bool HasTime => _minutes >= 0;

    /// <summary>The moment that a day and the time read make; null without a time or its zone.</summary>
    public readonly DateTimeOffset? Instant(DateOnly day)
    {
        if (_minutes < 0)
            return null;
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(_minutes);
        if (_offset is { } given)
            return new DateTimeOffset(local, given);
        return _zoneToken >= 0 && ZoneOffsets.TryGet(_line.Upper(_zoneToken), local, out var offset)
            ? new DateTimeOffset(local, offset) : null;
    }

    /// <summary>
    /// Reads <c>8:47 PM EDT</c>, <c>14.05 GMT</c>, <c>T14:05:00+02:00</c>, <c>9 p.m. ET</c>. Returns the tokens it
    /// takes; 0 when none stands there or one was read before.
    /// </summary>
    public int Read(int at)
    {
        if (_minutes >= 0 || !_line.IsNumber(at) || _line[at].Length > 2 || _line[at].Value > 23)
            return 0;
        var (hour, minute, next) = (_line[at].Value, 0, at + 1);
        var clock = next + 1 < _line.Length && _line.Sign(next) is ':' or '.' or 'h'
            && _line.IsNumber(next + 1) && _line[next + 1].Length == 2 && _line[next + 1].Value < 60
            && _line.Adjacent(at, 3);
        if (clock)
            (minute, next) = (_line[next + 1].Value, SkipSeconds(next + 2));
        var half = HalfDay(ref next);
        if (!clock && half < 0)
            return 0;
        _minutes = ((half < 0 ? hour : hour % 12) + Math.Max(half, 0)) * 60 + minute;
        return Zone(next) - at;
    }

    private readonly int SkipSeconds(int next)
    {
        if (next + 1 < _line.Length && _line.Sign(next) == ':' && _line.IsNumber(next + 1))
            next += 2;
        return next + 1 < _line.Length && _line.Sign(next) == '.' && _line.IsNumber(next + 1)
            && _line[next + 1].Length >= 3 ? next + 2 : next;
    }

    /// <summary>0 for am, 12 for pm, -1 for neither; <c>p.m.</c> counts.</summary>
    private readonly int HalfDay(ref int next)
    {
        if (next >= _line.Length || !_line[next].IsWord)
            return -1;
        var word = _line.Slice(next);
        var half = word.StartsWith("a", StringComparison.OrdinalIgnoreCase)
            ? 0 : word.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 12 : -1;
        if (half >= 0 && word.Length == 2 && word[1] is 'm' or 'M')
        {
            next++;
            return half;
        }

        if (half >= 0 && word.Length == 1 && next + 2 < _line.Length && _line.Sign(next + 1) == '.'
            && _line.Slice(next + 2) is "m" or "M")
        {
            next = _line.SkipPunctuation(next + 3, ".");
            return half;
        }

        return -1;
    }

    /// <summary>Takes a zone word, <c>Z</c>, or <c>+02:00</c> / <c>-0400</c> after a time.</summary>
    private int Zone(int next)
    {
        var after = _line.SkipPunctuation(next, "(");
        if (after < _line.Length && _line[after].IsWord
            && ZoneOffsets.TryGet(_line.Upper(after), DateTime.UnixEpoch, out _))
        {
            _zoneToken = after;
            return _line.SkipPunctuation(after + 1, ")");
        }

        if (next + 1 >= _line.Length || _line.Sign(next) is not ('+' or '-' or '−') || !_line.IsNumber(next + 1))
            return next;
        var number = _line[next + 1];
        var colon = next + 3 < _line.Length && _line.Sign(next + 2) == ':' && _line.IsNumber(next + 3)
            && number.Length == 2;
        var minutes = colon
            ? number.Value * 60 + _line[next + 3].Value
            : number.Length == 4 ? number.Value / 100 * 60 + number.Value % 100 : number.Value * 60;
        if (number.Length is not (2 or 4) || minutes > 14 * 60)
            return next;
        _offset = TimeSpan.FromMinutes(_line.Sign(next) == '+' ? minutes : -minutes);
        return next + (colon ? 4 : 2);
    }
}
