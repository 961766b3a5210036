using System.Buffers;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// Sentences that are no part of the story even where extraction left them in: credits, captions, calls to read or sign
/// up, notes of the editors, entries of calendars and fact boxes.
/// </summary>
internal static class Boilerplate
{
    private const int LeastLabel = 4;
    private const int MostLabel = 40;

    private static readonly SearchValues<string> Anywhere = SearchValues.Create(
        [
            "contributed to this report", "contributed reporting", "contributed to this story", "all rights reserved",
            "getty images", "file photo", "file picture", "this photo", "this image", "handout photo", "photo by",
            "picture by", "photograph by", "photo credit", "photo courtesy", "image courtesy", "is pictured",
            "are pictured", "pictured above", "pictured below", "is seen in", "are seen in", "is seen during",
            "are seen during", "looks on during", "look on during", "poses for", "pose for a", "gestures during",
            "gestures as", "click here", "click on the", "read more", "read the full", "sign up for", "subscribe to",
            "follow us on", "join the conversation", "share this article", "for more on this", "see our live",
            "this story has been updated", "this article was amended", "this article was updated",
            "an earlier version of this", "first posted", "last updated", "may not be published, broadcast",
            "terms of use", "privacy policy", "cookies", "enable javascript", "your browser", "your email",
            "can be reached at", "is on twitter", "follow him on", "follow her on", "watch the video", "watch live",
            "view gallery", "photo gallery", "slideshow", "related stories", "related articles", "advertisement",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Openings =
    [
        "reporting by", "writing by", "editing by", "additional reporting", "compiled by", "photo:", "photos:",
        "image:", "picture:", "caption:", "credit:", "source:", "video:", "watch:", "editor's note", "editor’s note",
        "copyright", "©", "read:", "listen:", "by the cnn wire staff", "updated:", "posted:", "published:", "related:",
        "share this",
    ];

    private static readonly SearchValues<string> PlaceMarks = SearchValues.Create(
        [" (L)", " (R)", " (C)", " (L-R)", " (left)", " (right)", " (centre)", " (center)", ", left,", ", right,",
            "(AP Photo", "/AP)", "AFP/"],
        StringComparison.Ordinal);

    /// <summary>True when the sentence is of that sort.</summary>
    public static bool Is(ReadOnlySpan<char> sentence)
    {
        var opening = sentence.TrimStart("([-–—*• \t");
        foreach (var phrase in Openings)
            if (opening.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return IsLabelled(opening) || sentence.ContainsAny(Anywhere) || sentence.ContainsAny(PlaceMarks)
            || HasAddress(sentence);
    }

    // "DEBT ISSUES: January 27 - Auction of ...": an entry of a calendar or fact box.
    private static bool IsLabelled(ReadOnlySpan<char> opening)
    {
        var colon = opening.IndexOf(':');
        if (colon < LeastLabel || colon > MostLabel) return false;
        foreach (var c in opening[..colon])
            if (!char.IsUpper(c) && c is not (' ' or '-' or '/' or '&')) return false;
        return true;
    }

    private static bool HasAddress(ReadOnlySpan<char> sentence)
    {
        if (sentence.Contains("://", StringComparison.Ordinal)
            || sentence.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return true;
        var at = sentence.IndexOf('@');
        return at > 0 && at + 1 < sentence.Length && char.IsLetterOrDigit(sentence[at - 1])
            && char.IsLetterOrDigit(sentence[at + 1]);
    }
}
