namespace Dateline.Search.Text;

/// <summary>
/// Splits news prose into sentences. Spans are exact, in order, do not overlap and carry no white space at their ends;
/// together they hold every unit of the text that is neither white space nor a bullet. A blank line always ends a
/// sentence, a single line break only where a list item follows. Stateless; linear in the text.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of <paramref name="body"/>.</summary>
    public static List<TextSpan> Split(ReadOnlySpan<char> body)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var at = 0; at < body.Length;)
        {
            var unit = body[at];
            if (unit == '\n' && EndsAtLineBreak(body, at))
            {
                Add(body, start, at, sentences);
                start = ++at;
            }
            else if (IsTerminal(unit) && SentenceEnd(body, start, at, out var end))
            {
                Add(body, start, end, sentences);
                start = at = end;
            }
            else
            {
                at++;
            }
        }

        Add(body, start, body.Length, sentences);
        return sentences;
    }

    private static void Add(ReadOnlySpan<char> body, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(body[start]))
            start++;
        if (IsListItem(body[..end], start))
            start++;
        while (start < end && char.IsWhiteSpace(body[start]))
            start++;
        while (end > start && char.IsWhiteSpace(body[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new TextSpan(start, end));
    }

    private static bool EndsAtLineBreak(ReadOnlySpan<char> body, int at)
    {
        var next = at + 1;
        while (next < body.Length && char.IsWhiteSpace(body[next]))
        {
            if (body[next] == '\n')
                return true;
            next++;
        }

        return IsListItem(body, next);
    }

    private static bool IsListItem(ReadOnlySpan<char> body, int at) =>
        at + 1 < body.Length && body[at] is '•' or '◦' or '▪' or '●' or '‣' or '·' or '*' or '-' or '–'
        && char.IsWhiteSpace(body[at + 1]) && StartsLine(body, at);

    private static bool StartsLine(ReadOnlySpan<char> body, int at)
    {
        while (--at >= 0 && body[at] is not '\n')
        {
            if (!char.IsWhiteSpace(body[at]))
                return false;
        }

        return true;
    }

    private static bool IsTerminal(char unit) => unit is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔';

    private static bool IsClosing(char unit) =>
        unit is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '」' or '』' or '）';

    private static bool IsOpening(char unit) =>
        unit is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '—' or '–' or '-' or '¿' or '¡';

    /// <summary>
    /// Decides whether the terminal at <paramref name="at"/> ends the sentence begun at <paramref name="start"/>.
    /// </summary>
    private static bool SentenceEnd(ReadOnlySpan<char> body, int start, int at, out int end)
    {
        end = at + 1;
        while (end < body.Length && IsTerminal(body[end]))
            end++;
        var terminals = body[at..end];
        while (end < body.Length && IsClosing(body[end]))
            end++;
        if (body[at] is '。' or '！' or '？')
            return true;
        var closed = end > at + terminals.Length;
        if (end < body.Length && !char.IsWhiteSpace(body[end]))
            return false;
        var next = end;
        while (next < body.Length && char.IsWhiteSpace(body[next]))
            next++;
        if (next == body.Length || ParagraphBetween(body, end, next))
            return true;
        return StartsSentence(body, next, out var word)
            && !(terminals[^1] is '.' && terminals.Length == 1
            && Abbreviations.Continues(body[start..at], word, closed))
            && !(closed && terminals[^1] is '!' or '?' && Abbreviations.IsSpeechTag(body[next..]));
    }

    private static bool ParagraphBetween(ReadOnlySpan<char> body, int from, int to)
    {
        var gap = body[from..to];
        var first = gap.IndexOf('\n');
        return first >= 0 && (gap[(first + 1)..].Contains('\n') || IsListItem(body, to));
    }

    /// <summary>True when a sentence can start here: past opening marks comes no lower-case word.</summary>
    private static bool StartsSentence(ReadOnlySpan<char> body, int at, out ReadOnlySpan<char> word)
    {
        while (at < body.Length && (IsOpening(body[at]) || char.IsWhiteSpace(body[at])))
            at++;
        var end = at;
        while (end < body.Length && (char.IsLetterOrDigit(body[end]) || Tokenizer.IsApostrophe(body[end])))
            end++;
        word = body[at..end];
        if (word.IsEmpty)
            return at < body.Length;
        return !char.IsLower(word[0]) || StartsLowerCaseName(body, end, word);
    }

    // "al-Assad said", "eBay fell": small first letter, yet a name.
    private static bool StartsLowerCaseName(ReadOnlySpan<char> body, int end, ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && char.IsUpper(word[1]))
            return true;
        return word is "al" or "el" or "ez" or "ad" or "as" or "an" or "ar"
            && end + 1 < body.Length && body[end] == '-' && char.IsUpper(body[end + 1]);
    }
}
