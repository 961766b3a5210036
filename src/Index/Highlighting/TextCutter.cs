namespace Dateline.Index.Highlighting;

/// <summary>Cuts text into sentences and, where a sentence is too long, into runs of whole words.</summary>
internal static class TextCutter
{
    private const string ClosingMarks = "\"')]}\u2019\u201D\u00BB";

    /// <summary>
    /// The sentence around a position, without white space at its ends; at most <paramref name="maxLength"/> units.
    /// </summary>
    public static (int Start, int End) Around(string text, int from, int to, int maxLength)
    {
        var start = SentenceStart(text, from, Math.Max(0, from - maxLength));
        var end = SentenceEnd(text, Math.Max(to, start + 1), Math.Min(text.Length, to + maxLength));
        if (end - start > maxLength) (start, end) = Narrow(text, start, end, from, to, maxLength);
        while (start < from && char.IsWhiteSpace(text[start])) start++;
        while (end > to && char.IsWhiteSpace(text[end - 1])) end--;
        return (start, end);
    }

    // A window with a third of the free room before the match, moved outwards to word boundaries.
    private static (int Start, int End) Narrow(string text, int start, int end, int from, int to, int maxLength)
    {
        var room = Math.Max(0, maxLength - (to - from));
        var left = Math.Max(start, from - (room / 3));
        var right = Math.Min(end, left + Math.Max(maxLength, to - left));
        while (left > start && left < from && !char.IsWhiteSpace(text[left - 1])) left++;
        while (right < end && right > to && !char.IsWhiteSpace(text[right])) right--;
        return (left, right);
    }

    private static int SentenceStart(string text, int from, int least)
    {
        for (var at = from; at > least; at--)
        {
            if (IsBoundary(text, at)) return at;
        }

        return least;
    }

    private static int SentenceEnd(string text, int from, int most)
    {
        for (var at = from; at < most; at++)
        {
            if (IsBoundary(text, at)) return at;
        }

        return most;
    }

    // True when a sentence may start at a position: after an empty line, or after a full stop, question or exclamation
    // mark (and closing quotes) and white space, when no lower-case letter follows.
    private static bool IsBoundary(string text, int at)
    {
        if (at == 0 || at >= text.Length || !char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at]))
            return false;
        var before = at;
        var lines = 0;
        while (before > 0 && char.IsWhiteSpace(text[before - 1]))
        {
            if (text[--before] == '\n') lines++;
        }

        if (lines > 1) return true;
        while (before > 0 && ClosingMarks.Contains(text[before - 1])) before--;
        return before > 0 && text[before - 1] is '.' or '!' or '?' or '\u3002' or '\u2026' && !char.IsLower(text[at]);
    }
}
