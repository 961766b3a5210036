using System.Buffers;

namespace Dateline.Search.Extraction.PageText;

/// <summary>The dateline of a report; ranges are relative to the paragraph, empty where absent.</summary>
/// <param name="Place">"BEIRUT", "DAMASCUS, Syria".</param>
/// <param name="Outlet">"Reuters" in "(Reuters)", "CNN" in "CNN —".</param>
/// <param name="Length">Units up to the text itself.</param>
internal readonly record struct Dateline(Range Place, Range Outlet, int Length)
{
    public bool HasPlace => !Place.Equals(default);

    public bool HasOutlet => !Outlet.Equals(default);
}

/// <summary>
/// Reads datelines: <c>(CNN) --</c>, <c>CNN —</c>, <c>(CNN)Text</c>, <c>BEIRUT, June 3 (Reuters) -</c>, <c>DAMASCUS,
/// Syria (AP) —</c>, <c>BEIRUT — </c>.
/// </summary>
internal static class Datelines
{
    private const int MaxLength = 110;
    private static readonly SearchValues<char> NotInPlaces = SearchValues.Create("\"“”?!:;()");

    /// <summary>A line that is a dateline and nothing else.</summary>
    public static bool IsTagOnly(ReadOnlySpan<char> text) =>
        text.Length <= 60 && TryParse(text, out var dateline) && text[dateline.Length..].Trim().IsEmpty;

    public static bool TryParse(ReadOnlySpan<char> text, out Dateline dateline)
    {
        var head = text[..Math.Min(text.Length, MaxLength)];
        return Dated(head, out dateline) || Bracketed(head, out dateline) || Dashed(head, out dateline);
    }

    /// <summary>
    /// <c>SAN SALVADOR, 3 JAN 90 (AFP) --</c>, <c>MOSCOW (USSR), 27 NOV 89 --</c>: a full date inside.
    /// </summary>
    private static bool Dated(ReadOnlySpan<char> head, out Dateline dateline)
    {
        dateline = default;
        var dash = DoubleDash(head);
        if (dash < 8 || !PublicationDates.PublicationDateParser.TryFind(head[..dash], out var date))
            return false;
        var before = head[..date.Start].TrimEnd(" ,");
        var country = before.IndexOf('(');
        var place = PlaceEnd((country < 0 ? before : before[..country]).TrimEnd());
        var after = head[date.End..dash].Trim();
        if (place == 0 || !(after.IsEmpty || after is ['(' or '[', .., ')' or ']']))
            return false;
        var open = date.End + head[date.End..dash].IndexOfAny('(', '[') + 1;
        dateline = new Dateline(
            ..place, after.IsEmpty ? default : open..(open + after.Length - 2), SkipDash(head, dash, out _));
        return true;
    }

    private static int DoubleDash(ReadOnlySpan<char> head)
    {
        var dash = head.IndexOf("--");
        return dash < 0 ? head.IndexOf('—') : dash;
    }

    /// <summary>An agency in brackets, with or without a place before and a dash after.</summary>
    private static bool Bracketed(ReadOnlySpan<char> head, out Dateline dateline)
    {
        dateline = default;
        var open = head.IndexOf('(');
        var close = open < 0 ? -1 : head[open..].IndexOf(')');
        if (close < 3 || close > 40)
            return false;
        close += open;
        var after = SkipDash(head, close + 1, out var dash);
        if (!IsOutlet(head[(open + 1)..close]) && !(dash && IsName(head[(open + 1)..close])))
            return false;
        var place = PlaceEnd(head[..open].TrimEnd(" ,"));
        if (open > 0 && (place == 0 || !dash))
            return false;
        if (!dash && after < head.Length && !char.IsUpper(head[after]) && head[after] is not ('"' or '“' or '‘'))
            return false;
        dateline = new Dateline(place == 0 ? default : ..place, (open + 1)..close, after);
        return true;
    }

    /// <summary><c>CNN —</c> or <c>BEIRUT —</c>: capitals, then a dash.</summary>
    private static bool Dashed(ReadOnlySpan<char> head, out Dateline dateline)
    {
        dateline = default;
        var dash = FirstDash(head);
        if (dash < 2)
            return false;
        var before = head[..dash].TrimEnd();
        var after = SkipDash(head, dash, out _);
        if (OutletNames.Known(before) is not null && before.Length <= 20)
        {
            dateline = new Dateline(default, ..before.Length, after);
            return true;
        }

        var place = PlaceEnd(before);
        if (place == 0 || !IsCapitals(before[..Math.Max(1, FirstWordEnd(before))]) || before.Length > 50)
            return false;
        dateline = new Dateline(..place, default, after);
        return true;
    }

    private static int FirstDash(ReadOnlySpan<char> head)
    {
        for (var at = 1; at < head.Length; at++)
        {
            if (head[at] is '—' or '–')
                return at;
            if (head[at] == '-' && char.IsWhiteSpace(head[at - 1])
                && (at + 1 == head.Length || head[at + 1] == '-' || char.IsWhiteSpace(head[at + 1])))
                return at;
        }

        return -1;
    }

    private static int SkipDash(ReadOnlySpan<char> head, int at, out bool dash)
    {
        dash = false;
        while (at < head.Length && (char.IsWhiteSpace(head[at]) || head[at] is '-' or '–' or '—' or ':'))
            dash |= !char.IsWhiteSpace(head[at++]);
        return at;
    }

    private static bool IsOutlet(ReadOnlySpan<char> name)
    {
        if (OutletNames.Known(name) is not null)
            return true;
        var first = name.IndexOfAny(",/");
        if (first > 0 && OutletNames.Known(name[..first]) is not null)
            return true;
        return name.Length is >= 2 and <= 6 && !name.ContainsAnyExceptInRange('A', 'Z')
            || (OutletNames.HasOutletWord(name) && LineShape.Capitalised(name) > 0.7);
    }

    /// <summary>
    /// One to three capitalised words; with a dash after the bracket, the layout itself says that they name an outlet.
    /// </summary>
    private static bool IsName(ReadOnlySpan<char> name) =>
        LineShape.Words(name) is >= 1 and <= 3 && LineShape.Capitalised(name) == 1 && char.IsLetter(name[0])
        && !name.ContainsAnyInRange('0', '9');

    /// <summary>
    /// Length of the place words: capitals first ("BEIRUT", "ST. PETERSBURG"), then perhaps ", Syria"; a date after
    /// them is left out.
    /// </summary>
    private static int PlaceEnd(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.ContainsAny(NotInPlaces))
            return 0;
        var comma = text.IndexOf(',');
        var city = comma < 0 ? text : text[..comma];
        if (!IsCapitals(city) || city.Length < 3 || LineShape.Words(city) > 5)
            return 0;
        if (comma < 0)
            return city.Length;
        var second = text[(comma + 1)..];
        var next = second.IndexOf(',');
        var country = next < 0 ? second : second[..next];
        var isDate = country.ContainsAnyInRange('0', '9') || PublicationDates.DateVocabulary.Month(country.Trim()) > 0;
        return isDate || LineShape.Words(country) > 3 || LineShape.Capitalised(country) < 0.5
            ? city.Length : comma + 1 + country.TrimEnd().Length;
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c) || char.IsDigit(c))
                return false;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2;
    }

    private static int FirstWordEnd(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAny(" ,");
        return at < 0 ? text.Length : at;
    }
}
