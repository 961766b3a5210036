using System.Buffers;

namespace Dateline.Search.Extraction.PageText;

/// <summary>Cuts a page's text into logical lines and blocks.</summary>
internal static class PageLines
{
    /// <summary>Columns between which a line of hard-wrapped text breaks.</summary>
    private const int MinWrapColumn = 45;
    private const int MaxWrapColumn = 110;
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\f\v");

    public static PageLine[] Split(string source)
    {
        var lines = Physical(source);
        return IsHardWrapped(source, lines) ? Unwrap(source, lines) : [.. lines];
    }

    private static List<PageLine> Physical(string source)
    {
        var lines = new List<PageLine>();
        var block = 0;
        var blank = false;
        var at = 0;
        while (at < source.Length)
        {
            var rest = source.AsSpan(at);
            var length = rest.IndexOfAny(LineEnds);
            var end = length < 0 ? source.Length : at + length;
            var (start, stop) = Trim(source, at, end);
            if (start == stop)
            {
                blank = true;
            }
            else
            {
                block += blank && lines.Count > 0 ? 1 : 0;
                blank = false;
                lines.Add(Measured(source, start, stop, block));
            }

            at = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static PageLine Measured(string source, int start, int end, int block)
    {
        var text = source.AsSpan(start, end - start);
        return new PageLine
        {
            Start = start,
            End = end,
            Block = block,
            Words = LineShape.Words(text),
            Closed = LineShape.IsClosed(text),
            Hash = LineShape.Hash(text),
        };
    }

    private static (int Start, int End) Trim(string source, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(source[start]) || TextFolding.IsInvisible(source[start])))
            start++;
        while (end > start && (char.IsWhiteSpace(source[end - 1]) || TextFolding.IsInvisible(source[end - 1])))
            end--;
        return (start, end);
    }

    /// <summary>
    /// Hard-wrapped text breaks lines in mid-sentence at about one column: in blocks of several lines, most lines but
    /// the last are open, of similar length, and go on in lower case.
    /// </summary>
    private static bool IsHardWrapped(string source, List<PageLine> lines)
    {
        int inner = 0, wrapped = 0;
        for (var at = 0; at + 1 < lines.Count; at++)
        {
            if (lines[at].Block != lines[at + 1].Block)
                continue;
            inner++;
            wrapped += ContinuesBelow(source, lines[at], lines[at + 1]) ? 1 : 0;
        }

        return inner >= 4 && wrapped * 2 > inner;
    }

    private static bool ContinuesBelow(string source, in PageLine line, in PageLine next) =>
        !line.Closed && line.Length is >= MinWrapColumn and <= MaxWrapColumn && next.Length <= MaxWrapColumn
        && (char.IsLower(source[next.Start]) || !(HasLower(source, line) || HasLower(source, next)));

    // Text of telegrams is all capitals.
    private static bool HasLower(string source, in PageLine line) =>
        source.AsSpan(line.Start, line.Length).ContainsAnyInRange('a', 'z');

    private static PageLine[] Unwrap(string source, List<PageLine> lines)
    {
        var unwrapped = new List<PageLine>();
        for (var at = 0; at < lines.Count;)
        {
            var last = at;
            while (last + 1 < lines.Count && lines[last + 1].Block == lines[at].Block
                && lines[last].Length >= MinWrapColumn)
                last++;
            unwrapped.Add(Measured(source, lines[at].Start, lines[last].End, lines[at].Block));
            at = last + 1;
        }

        return [.. unwrapped];
    }
}
