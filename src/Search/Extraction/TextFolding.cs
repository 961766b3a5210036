using System.Globalization;
using System.Text;

namespace Dateline.Search.Extraction;

/// <summary>White space inside a paragraph or title to single spaces; invisible and control characters away.</summary>
internal static class TextFolding
{
    /// <summary>Folds a piece of source text.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        Append(folded, text);
        return folded.ToString();
    }

    /// <summary>Appends the folded text, without leading or trailing space.</summary>
    public static void Append(StringBuilder folded, ReadOnlySpan<char> text)
    {
        var start = folded.Length;
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > start;
                continue;
            }

            if (IsInvisible(c))
                continue;
            if (space)
                folded.Append(' ');
            space = false;
            folded.Append(c);
        }
    }

    /// <summary>Zero-width marks, soft hyphens and control characters, which break words for a searcher.</summary>
    public static bool IsInvisible(char c) =>
        c < ' ' || c is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\uFFFC'
        || (c is >= '\u007F' and <= '\u009F')
        || (c > '\u2027' && c < '\u202F' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
