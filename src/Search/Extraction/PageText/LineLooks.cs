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
        return StartsWithWord(rest, "comment", 2) || StartsWithWord(rest, "response", 99) && rest.Contains(" to ", StringComparison.Ordinal)
            || StartsWithWord(rest, "thoughts on", 99) || StartsWithWord(rest, "replies", 1);
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word, int maxWords) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && LineShape.Words(text) <= maxWords;
}

/// <summary>Captions that give themselves away by a credit.</summary>
internal static class LineCaptions
{
    private static readonly string[] s_credits =
    [
        "getty images", "getty", "ap photo", "afp", "reuters", "epa", "ap", "file photo", "file", "photo", "photos", "courtesy", "shutterstock", "istock", "handout",
    ];

    /// <summary>
    /// A credit in brackets or after a slash at the very end: "… [Reuters]", "(AP Photo/J. Doe)", "… AFP/Getty Images".
    /// </summary>
    public static bool IsCaption(ReadOnlySpan<char> text)
    {
        if (text.Length is < 8 or > 500)
            return false;
        var tail = text[Math.Max(0, text.Length - 60)..];
        if (text[^1] is ']' or ')')
        {
            var open = tail.LastIndexOfAny("[(");
            // Nothing but the bracket, or a tag in front of a dateline, is no caption.
            return open >= 0 && open + text.Length - tail.Length > 12 && IsCredit(tail[(open + 1)..^1]);
        }

        return tail.EndsWith("Getty Images", StringComparison.OrdinalIgnoreCase) || tail.EndsWith("/AFP", StringComparison.Ordinal)
            || tail.EndsWith("/Reuters", StringComparison.OrdinalIgnoreCase) || tail.EndsWith("/AP", StringComparison.Ordinal)
            || tail.EndsWith("AP Photo", StringComparison.Ordinal) || tail.EndsWith("/EPA", StringComparison.Ordinal);
    }

    private static bool IsCredit(ReadOnlySpan<char> inside)
    {
        foreach (var credit in s_credits)
        {
            if (!inside.StartsWith(credit, StringComparison.OrdinalIgnoreCase) && !inside.EndsWith(credit, StringComparison.OrdinalIgnoreCase))
                continue;
            return inside.Length == credit.Length || inside.ContainsAny("/:,") || inside.StartsWith("file", StringComparison.OrdinalIgnoreCase)
                || inside.EndsWith("images", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}

/// <summary>Sentences in which the site talks to its reader: "Are you in …? Send your photos to …".</summary>
internal static class ReaderCalls
{
    private static readonly string[] s_imperatives =
    [
        "send ", "share ", "submit ", "upload ", "tell us", "email us", "e-mail us", "contact us", "let us know", "text ", "tweet ", "click ",
        "watch ", "follow ", "download ", "sign up", "subscribe", "join us", "visit ", "have your say", "got a tip", "get in touch", "tune in", "write to us",
    ];

    private static readonly string[] s_questions =
    [
        "are you ", "do you ", "were you ", "have you ", "did you ", "what do you think", "what's your", "what are your", "is your ", "can you help", "live in ",
    ];

    private static readonly string[] s_materials =
        ["your ", " you ", "photos", "pictures", "videos", "stories", "views", "comments", "newsletter", "@", "facebook", "twitter", " us "];

    public static bool IsCall(ReadOnlySpan<char> text)
    {
        if (text.Length > 260 || text.ContainsAny("\"“”"))
            return false;
        if (StartsWithAny(text, s_imperatives))
            return ContainsAny(text, s_materials);
        if (!StartsWithAny(text, s_questions))
            return false;
        var question = text.IndexOf('?');
        return question > 0 && StartsWithAny(text[(question + 1)..].TrimStart(), s_imperatives);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] cues)
    {
        foreach (var cue in cues)
        {
            if (text.StartsWith(cue, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
