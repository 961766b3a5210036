namespace Dateline.Search.Extraction.PageText;

/// <summary>Sentences in which the site talks to its reader: "Are you in …? Send your photos to …".</summary>
internal static class ReaderCalls
{
    private static readonly string[] Imperatives =
    [
        "send ", "share ", "submit ", "upload ", "tell us", "email us", "e-mail us", "contact us", "let us know",
        "text ", "tweet ", "click ",
        "watch ", "follow ", "download ", "sign up", "subscribe", "join us", "visit ", "have your say", "got a tip",
        "get in touch", "tune in", "write to us",
    ];

    private static readonly string[] Questions =
    [
        "are you ", "do you ", "were you ", "have you ", "did you ", "what do you think", "what's your",
        "what are your", "is your ", "can you help", "live in ",
    ];

    private static readonly string[] Materials =
        ["your ", " you ", "photos", "pictures", "videos", "stories", "views", "comments", "newsletter", "@",
        "facebook", "twitter", " us "];

    public static bool IsCall(ReadOnlySpan<char> text)
    {
        if (text.Length > 260 || text.ContainsAny("\"“”"))
            return false;
        if (StartsWithAny(text, Imperatives))
            return ContainsAny(text, Materials);
        if (!StartsWithAny(text, Questions))
            return false;
        var question = text.IndexOf('?');
        return question > 0 && StartsWithAny(text[(question + 1)..].TrimStart(), Imperatives);
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
