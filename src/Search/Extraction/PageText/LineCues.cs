namespace Dateline.Search.Extraction.PageText;

/// <summary>How a cue must meet the line.</summary>
internal enum CueFit
{
    /// <summary>The line is the cue (and end punctuation, digits or brackets).</summary>
    Whole,

    /// <summary>The line begins with the cue, at a word boundary.</summary>
    Start,
}

/// <summary>
/// Phrases that publishing systems, not reporters, put on pages. Table. Lower case, straight apostrophes. These are
/// conventions of the trade (comment forms, sharing, subscriptions, related lists); a line is never judged by its
/// subject.
/// </summary>
internal static class LineCues
{
    private static readonly (LineKind Kind, CueFit Fit, string[] Cues)[] Table =
    [
        (LineKind.HighlightsHeader, CueFit.Whole,
        [
            "story highlights", "highlights", "key points", "at a glance", "in brief", "key takeaways", "main points",
            "what we know",
        ]),
        (LineKind.EndMarker, CueFit.Start,
        [
            "leave a reply", "leave a comment", "post a comment", "post comment", "add a comment", "add your comment",
            "write a comment",
            "join the conversation", "join the discussion", "be the first to comment", "comments are closed",
            "comments are turned off",
            "comments have been disabled", "your email address will not be published", "you may use these html tags",
            "you must be logged in to", "log in to leave a comment", "this entry was posted", "bookmark the permalink",
            "part of complete coverage", "one thought on", "one response to", "the following two tabs",
            "about the author",
        ]),
        (LineKind.EndMarker, CueFit.Whole,
        [
            "comments", "reader comments", "view comments", "show comments", "load comments", "most popular",
            "most read", "most viewed",
            "most shared", "most watched", "trending now", "you may also like", "you might also like", "around the web",
            "from around the web",
            "promoted stories", "sponsored stories", "sponsored content", "recommended for you", "paid content",
        ]),
        (LineKind.RelatedHeader, CueFit.Start,
        [
            "related", "more on this", "more on the", "more from", "more stories", "more news", "more in", "more about",
            "see also",
            "read also", "also read", "read more", "don't miss", "editor's picks", "editors' picks", "editor's choice",
            "top stories",
            "latest news", "latest stories", "up next", "we recommend", "recommended", "elsewhere on", "other stories",
            "other news",
            "what to read next", "you may like", "also on", "also in", "on the same topic", "in depth", "trending",
            "popular", "must read", "keep reading",
        ]),
        (LineKind.Chrome, CueFit.Whole,
        [
            "skip to main content", "skip to content", "skip to navigation", "skip navigation", "jump to content",
            "menu", "home", "search",
            "sign in", "log in", "login", "register", "subscribe", "subscribe now", "print", "email", "e-mail", "share",
            "tweet", "facebook",
            "twitter", "close", "next", "previous", "back to top", "advertisement", "advertisment", "advertising",
            "sponsored", "loading",
            "loading...", "play video", "watch now", "live tv", "text size", "like this", "close x", "enlarge",
            "view gallery", "hide caption",
            "toggle caption", "enlarge this image", "share this", "share this article", "share this story",
            "print this", "email this", "reprints",
            "continue reading", "story continues below", "article continues below",
            "story continues below advertisement", "more", "follow", "save",
        ]),
        (LineKind.Chrome, CueFit.Start,
        [
            "share this", "share on", "share with", "follow us", "like us on", "find us on", "tweet this",
            "click to share", "click here",
            "sign up", "subscribe to", "get our newsletter", "our newsletter", "enter your email",
            "already a subscriber", "download our app",
            "download the app", "this site uses cookies", "this website uses cookies", "we use cookies",
            "by continuing to", "cookie policy",
            "privacy policy", "terms of use", "terms of service", "terms and conditions", "all rights reserved",
            "copyright", "©", "(c) 20",
            "you are here", "you're reading", "filed under", "tagged", "tags:", "tag:", "categories:", "category:",
            "posted in", "topics:", "article continues",
            "story continues", "previous post", "next post", "previous article", "next article", "skip to",
            "this material may not be published",
            "this page is best viewed", "javascript is", "please enable javascript", "your browser",
            "support our journalism", "get the latest", "stay up to date",
            "support independent", "want to read more", "to continue reading", "we've got the",
            "listen to this article", "this article is", "estimated reading time",
        ]),
        (LineKind.Caption, CueFit.Start,
        [
            "photo:", "photos:", "image:", "picture:", "caption:", "photograph:", "photo by", "photograph by",
            "image copyright", "image source",
            "image caption", "media caption", "file photo", "video:", "watch:", "gallery:", "listen:", "graphic:",
            "map:", "infographic:", "pictured:",
            "credit:", "photo credit", "image credit",
        ]),
        (LineKind.Source, CueFit.Start,
        ["source:", "sources:", "source :", "news source:", "originally published by", "originally appeared"]),
        (LineKind.Contributors, CueFit.Start,
        [
            "reporting by", "(reporting by", "additional reporting", "(additional reporting", "editing by",
            "(editing by", "writing by", "(writing by",
            "compiled by", "with reporting", "with reporting by", "with inputs from", "edited by", "(edited by",
            "with contributions from",
        ]),
    ];

    /// <summary>Cues by their first character.</summary>
    private static readonly (LineKind Kind, CueFit Fit, string Cue)[]?[] CuesByFirst = ByFirst();

    /// <summary>The kind the line's words announce, or null. <paramref name="rest"/> is what follows the cue.</summary>
    public static LineKind? Match(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        rest = default;
        Span<char> folded = stackalloc char[64];
        var length = Fold(line, folded);
        if (length == 0 || CuesByFirst[Math.Min((int)folded[0], 255)] is not { } candidates)
            return null;
        foreach (var (kind, fit, cue) in candidates)
        {
            if (!folded[..length].StartsWith(cue))
                continue;
            var after = line[cue.Length..];
            if (fit == CueFit.Whole
                ? IsDecoration(after)
                : after.IsEmpty || !char.IsLetterOrDigit(after[0]) || !char.IsLetterOrDigit(cue[^1]))
            {
                rest = after;
                return kind;
            }
        }

        return null;
    }

    private static int Fold(ReadOnlySpan<char> line, Span<char> folded)
    {
        var length = Math.Min(line.Length, folded.Length);
        for (var at = 0; at < length; at++)
            folded[at] = line[at] switch { '’' => '\'', '\u00A0' => ' ', var c => char.ToLowerInvariant(c) };
        return length;
    }

    private static bool IsDecoration(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return false;
        }

        return text.Length < 16;
    }

    private static (LineKind, CueFit, string)[]?[] ByFirst()
    {
        var byFirst = new List<(LineKind, CueFit, string)>?[256];
        foreach (var (kind, fit, cues) in Table)
        {
            foreach (var cue in cues)
                (byFirst[Math.Min((int)cue[0], 255)] ??= []).Add((kind, fit, cue));
        }

        return [.. byFirst.Select(static list => list?.ToArray())];
    }
}
