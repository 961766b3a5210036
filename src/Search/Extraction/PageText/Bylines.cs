using System.Buffers;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// Author lines: "By Jane Doe", "By the CNN Wire Staff", "From A B and C D, CNN", "BY JANE DOE | June 3, 2012", "Posted
/// by Jane Doe".
/// </summary>
internal static class Bylines
{
    private const int MaxLength = 200;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\"“”?!;");

    private static readonly string[] Leads =
        ["by ", "by: ", "from ", "written by ", "reported by ", "posted by ", "author: ", "authors: ", "words by ",
        "story by ", "reporter: "];

    /// <summary>Lower-case words a list of names may hold.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectors = new HashSet<string>(
        "and the in for of at with al el bin ibn de da del della di du la le van von der den ter abu ad an as"
            .Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsByline(ReadOnlySpan<char> text) => TryParse(text, out _, out _);

    /// <summary>
    /// Finds the authors and, after a comma, the outlet they work for. Ranges are relative to <paramref name="text"/>;
    /// the outlet's is empty when none is printed.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Range names, out Range outlet)
    {
        (names, outlet) = (default, default);
        var lead = Lead(text);
        if (lead == 0 || text.Length > MaxLength)
            return false;
        var end = End(text, lead);
        var rest = text[lead..end].TrimEnd(" ,.;");
        end = lead + rest.Length;
        if (rest.Length < 3 || !LooksLikeNames(rest))
            return false;
        if (rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            lead += 4;
        var comma = text[lead..end].LastIndexOf(',');
        if (comma > 0 && IsAffiliation(text[lead..(lead + comma)], text[(lead + comma + 1)..end].Trim()))
        {
            var start = lead + comma + 1;
            start += text[start..end].Length - text[start..end].TrimStart().Length;
            (outlet, end) = (start..end, lead + comma);
        }

        names = lead..end;
        return true;
    }

    private static int Lead(ReadOnlySpan<char> text)
    {
        foreach (var lead in Leads)
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.Length > lead.Length)
                return lead.Length;
        }

        return 0;
    }

    /// <summary>Names end before a separator or a date.</summary>
    private static int End(ReadOnlySpan<char> text, int lead)
    {
        var end = text.Length;
        var separator = text[lead..].IndexOfAny("|•·►\t");
        if (separator >= 0)
            end = lead + separator;
        foreach (var cut in (ReadOnlySpan<string>)[" - ", " – ", " — ", " on ", " // "])
        {
            var at = text[lead..end].IndexOf(cut, StringComparison.Ordinal);
            if (at > 0)
                end = lead + at;
        }

        if (PublicationDates.PublicationDateParser.TryFind(text[lead..end], out var date) && date.Start > 0)
            end = lead + date.Start;
        return end;
    }

    private static bool LooksLikeNames(ReadOnlySpan<char> names)
    {
        if (names.ContainsAny(NotInNames) || LineShape.Words(names) > 24 || names.ContainsAnyInRange('0', '9'))
            return false;
        var capitals = 0;
        foreach (var range in names.Split(' '))
        {
            var word = names[range].Trim(",.()&");
            if (word.IsEmpty)
                continue;
            if (char.IsUpper(word[0]))
                capitals++;
            else if (!Connectors.Contains(word) && !(capitals > 0 && IsLowerParticle(word)))
                return false;
        }

        return capitals > 0;
    }

    private static bool IsLowerParticle(ReadOnlySpan<char> word) =>
        word.StartsWith("al-") || word.StartsWith("el-") || word is "staff" or "correspondent" or "agencies";

    /// <summary>
    /// An outlet or desk, not another author: an acronym, a known outlet, words such as News, Times, Press,
    /// correspondent, or a single word after full names.
    /// </summary>
    private static bool IsAffiliation(ReadOnlySpan<char> names, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.StartsWith("and ", StringComparison.Ordinal))
            return false;
        if (OutletNames.Known(text) is not null)
            return true;
        var acronym = text.Length is >= 2 and <= 5 && !text.ContainsAnyExceptInRange('A', 'Z');
        var single = LineShape.Words(text) == 1 && char.IsUpper(text[0]) && text is not ("Jr" or "Sr")
            && LineShape.Words(names) >= 2;
        return acronym || single || OutletNames.HasOutletWord(text);
    }
}
