namespace Dateline.Search.Extraction.PageText;

/// <summary>"12 Comments", "3 responses to …": the head of a comment thread.</summary>
internal static class CommentCounts
{
    public static bool IsCount(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] is ',' or '.'))
            digits++;
        if (digits == 0 || digits > 7)
            return false;
        var rest = text[digits..].TrimStart();
        return StartsWithWord(rest, "comment", 2) || StartsWithWord(rest, "response", 99)
            && rest.Contains(" to ", StringComparison.Ordinal)
            || StartsWithWord(rest, "thoughts on", 99) || StartsWithWord(rest, "replies", 1);
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word, int maxWords) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && LineShape.Words(text) <= maxWords;
}
