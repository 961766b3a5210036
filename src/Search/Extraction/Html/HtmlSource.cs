using System.Text;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// A page's markup, and the shorter form a tree is built of: without comments and the contents of scripts, styles and
/// drawings, which are most of a page's units and none of its text. Positions in the short form map back.
/// </summary>
internal sealed class HtmlSource
{
    private const int MaxTag = 4000;
    private readonly List<(int Short, int Full)> _pieces = [];

    // What is never closed is looked for once: a page of nothing but openings must not be walked for each.
    private readonly HashSet<string> _neverClosed = new(StringComparer.Ordinal);

    public HtmlSource(string full)
    {
        Full = full;
        Short = Shortened();
    }

    /// <summary>The markup as it came; evidence spans point into it.</summary>
    public string Full { get; }

    /// <summary>What is parsed.</summary>
    public string Short { get; }

    /// <summary>Where a position of the short form stands in the full one.</summary>
    public int ToFull(int position)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Short <= position ? (middle, high) : (low, middle - 1);
        }

        return _pieces[low].Full + position - _pieces[low].Short;
    }

    private string Shortened()
    {
        var kept = new StringBuilder(Full.Length);
        var start = 0;
        for (var at = Next(0); at >= 0; at = Next(at))
        {
            var (from, to) = Cut(at);
            if (to > from)
            {
                Keep(kept, start, from);
                start = to;
            }

            at = Math.Max(to, at + 1);
        }

        Keep(kept, start, Full.Length);
        return kept.ToString();
    }

    private int Next(int at) => at >= Full.Length ? -1 : Full.IndexOf('<', at);

    private void Keep(StringBuilder kept, int from, int to)
    {
        _pieces.Add((kept.Length, from));
        kept.Append(Full, from, to - from);
    }

    private (int From, int To) Cut(int at)
    {
        var rest = Full.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            if (rest.StartsWith("<!-->") || rest.StartsWith("<!--->") || _neverClosed.Contains("-->"))
                return (at, at);
            var end = rest[4..].IndexOf("-->");
            if (end < 0)
                _neverClosed.Add("-->");
            return end < 0 ? (at, at) : (at, at + 4 + end + 3);
        }

        foreach (var name in (ReadOnlySpan<string>)["script", "style", "svg"])
        {
            if (rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length + 1
                && rest[name.Length + 1] is '>' or ' ' or '\n' or '\r' or '\t' or '/')
                return Content(at, rest, name);
        }

        return (at, at);
    }

    private (int From, int To) Content(int at, ReadOnlySpan<char> rest, string name)
    {
        var open = rest[..Math.Min(rest.Length, MaxTag)].IndexOf('>');
        if (open < 0 || _neverClosed.Contains(name) || rest[open - 1] == '/'
            || rest[..open].Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            return (at, at);
        var close = ClosingTag(rest[(open + 1)..], name);
        if (close < 0)
            _neverClosed.Add(name);
        return close < 0 ? (at, at) : (at + open + 1, at + open + 1 + close);
    }

    private static int ClosingTag(ReadOnlySpan<char> rest, string name)
    {
        for (var at = 0; rest[at..].IndexOf("</") is >= 0 and var found;)
        {
            at += found + 2;
            if (rest[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return at - 2;
        }

        return -1;
    }
}
