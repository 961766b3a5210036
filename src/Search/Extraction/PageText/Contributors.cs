using System.Buffers;
using System.Text;

namespace Dateline.Search.Extraction.PageText;

/// <summary>Names of people where no "By" leads them.</summary>
internal static class Contributors
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");
    private static readonly string[] DeskWords =
        ["correspondent", "staff", "writer", "editor", "reporter", "bureau", "service"];

    /// <summary>
    /// The names in "CNN's A, B and C contributed to this report" or "(Reporting by A and B; Editing by C)".
    /// </summary>
    public static bool TryNames(ReadOnlySpan<char> text, out Range names)
    {
        names = default;
        var start = 0;
        var by = text.IndexOf("eporting by ", StringComparison.OrdinalIgnoreCase);
        if (by is >= 0 and <= 12)
        {
            start = by + "eporting by ".Length;
            var stop = text[start..].IndexOfAny(';', ')');
            names = start..(stop < 0 ? text.TrimEnd(" .)").Length : start + stop);
            return true;
        }

        var end = text.IndexOf(" contributed", StringComparison.OrdinalIgnoreCase);
        if (end < 3)
            return false;
        var possessive = text[..end].IndexOfAny('\'', '’');
        if (possessive is >= 2 and <= 40 && possessive + 2 < end && text[possessive + 1] == 's'
            && text[possessive + 2] == ' ')
            start = possessive + 3;
        names = start..end;
        return end - start <= 400;
    }

    public static bool IsPersonName(in PageLine line, string source)
    {
        var text = line.Of(source);
        var comma = text.IndexOf(',');
        var place = comma < 0 ? text.IndexOf(" in ", StringComparison.Ordinal) : comma;
        var name = place > 0 ? text[..place] : text;
        return line.Kind == LineKind.TitleLike && LineShape.Words(name) is >= 2 and <= 4
            && LineShape.Capitalised(name) >= 0.99
            && line.Length <= 60 && !name.ContainsAnyInRange('0', '9') && !OutletNames.HasOutletWord(name)
            && !name.Contains(':')
            && !name.Contains('&');
    }

    public static bool IsDesk(ReadOnlySpan<char> text)
    {
        foreach (var word in DeskWords)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>
    /// "JANE DOE and JOHN ROE" to "Jane Doe and John Roe"; words of two or three letters without a vowel (CNN) keep
    /// their capitals.
    /// </summary>
    public static string Recased(string names)
    {
        var recased = new StringBuilder(names.Length);
        foreach (var word in names.Split(' '))
        {
            if (recased.Length > 0)
                recased.Append(' ');
            if (word is "AND" or "OF" or "THE" or "IN")
                recased.Append(word.ToLowerInvariant());
            else if (word.Length <= 3 && !word.AsSpan().ContainsAny(Vowels))
                recased.Append(word);
            else
                AppendRecased(recased, word);
        }

        return recased.ToString();
    }

    private static void AppendRecased(StringBuilder recased, string word)
    {
        var start = true;
        foreach (var c in word)
        {
            recased.Append(start ? c : char.ToLowerInvariant(c));
            start = !char.IsLetter(c) && c is not ('’' or '\'') || (c is '\'' or '’' && recased.Length <= 2);
        }
    }
}
