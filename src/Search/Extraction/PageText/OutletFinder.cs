using System.Buffers;
using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PageText;

/// <summary>The outlet a page's own words name, most explicit first; each rule has a name.</summary>
internal static class OutletFinder
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(".,|;()");

    /// <summary>"— CNN.com" or "| BBC News" at the end of a page title.</summary>
    public static (string Name, Evidence Evidence)? InTitle(string source, in PageLine line)
    {
        var text = line.Of(source);
        var cut = text.LastIndexOfAny("|–—-");
        if (cut <= 0 || !char.IsWhiteSpace(text[cut - 1]))
            return null;
        var name = text[(cut + 1)..].Trim();
        if (OutletNames.Known(name) is null && !(OutletNames.HasOutletWord(name) && LineShape.Words(name) <= 5))
            return null;
        return Named(source, line.Start + text.Length - text[(cut + 1)..].TrimStart().Length,
            name.Length, "title-suffix");
    }

    /// <summary>"Source: Al Jazeera, News Agencies": the first name that is not "agencies".</summary>
    public static (string Name, Evidence Evidence)? InSourceLine(string source, in PageLine line)
    {
        var text = line.Of(source);
        var colon = text.IndexOf(':');
        if (colon < 0)
            return null;
        foreach (var range in text[(colon + 1)..].SplitAny(",;/"))
        {
            var piece = text[(colon + 1)..][range];
            var name = piece.Trim();
            var start = line.Start + colon + 1 + range.Start.Value + (piece.Length - piece.TrimStart().Length);
            if (name.Length is >= 2 and <= 60 && char.IsUpper(name[0]) && !IsAgencies(name))
                return Named(source, start, name.TrimEnd('.').Length, "source-line");
        }

        return null;
    }

    /// <summary>
    /// "© 2012 Cable News Network. All rights reserved.": the words between the year and the next stop.
    /// </summary>
    public static (string Name, Evidence Evidence)? InCopyright(string source, in PageLine line)
    {
        var text = line.Of(source);
        var mark = text.IndexOf('©');
        mark = mark < 0 ? text.IndexOf("copyright", StringComparison.OrdinalIgnoreCase) : mark;
        if (mark < 0)
            return null;
        var start = mark;
        while (start < text.Length && !(char.IsUpper(text[start]) && !IsCopyrightWord(text[start..])))
            start++;
        var rest = text[start..];
        var end = rest.IndexOfAny(NameEnds);
        var name = end < 0 ? rest : rest[..end];
        foreach (var cut in (ReadOnlySpan<string>)[" all rights", " limited", " inc", " llc", " ltd"])
        {
            var at = name.IndexOf(cut, StringComparison.OrdinalIgnoreCase);
            name = at > 0 ? name[..at] : name;
        }

        name = name.TrimEnd();
        return name.Length is >= 2 and <= 60 ? Named(source, line.Start + start, name.Length, "copyright-line") : null;
    }

    private static bool IsCopyrightWord(ReadOnlySpan<char> text) =>
        text.StartsWith("copyright", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("C)", StringComparison.Ordinal)
        || text.StartsWith("All rights", StringComparison.OrdinalIgnoreCase);

    /// <summary>"CNN's A and B contributed to this report": who employs the contributors.</summary>
    public static (string Name, Evidence Evidence)? InContributors(string source, in PageLine line)
    {
        var text = line.Of(source);
        var possessive = text.IndexOfAny('\'', '’');
        if (possessive is < 2 or > 40 || possessive + 1 >= text.Length || text[possessive + 1] != 's')
            return null;
        var name = text[..possessive];
        return OutletNames.Known(name) is not null || OutletNames.HasOutletWord(name)
            || !name.ContainsAnyExceptInRange('A', 'Z')
            ? Named(source, line.Start, possessive, "contributors")
            : null;
    }

    public static (string Name, Evidence Evidence) Named(string source, int start, int length, string rule) =>
        (OutletNames.Canonical(source.AsSpan(start, length)),
        new Evidence(EvidenceField.Source, start, start + length, source.Substring(start, length), rule));

    private static bool IsAgencies(ReadOnlySpan<char> name) =>
        name.Contains("agencies", StringComparison.OrdinalIgnoreCase)
        || name.Equals("agency", StringComparison.OrdinalIgnoreCase)
        || name.Equals("wires", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
