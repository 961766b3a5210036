using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Dateline.Search.Extraction.Html;

/// <summary>What element names, and the words of class and id, tell about a subtree. Tables.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Never =
        ("script style noscript template iframe object embed svg canvas button input select textarea nav figure " +
        "figcaption picture audio video dialog menu "
        + "map head title link meta base applet frameset "
        + "datalist progress meter").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Perhaps =
        "aside footer form header fieldset".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks =
        ("address article aside blockquote body center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 " +
        "header hr li main ol p pre section summary table "
        + "tbody td tfoot th thead tr ul hgroup caption").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words in class and id that mark what is not the article's text.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unlikely =
        ("comment comments commenting disqus respond replies related relatedlinks recommended recommendation " +
        "recommendations share sharing shares sharebar sharedaddy social "
        + "newsletter signup subscribe subscription promo promos promotion advert advertisement advertising ads adv "
        + "sponsor sponsored sidebar rail breadcrumb breadcrumbs "
        + "caption captions byline bylines authorbox bio footer nav navigation navbar menu pagination pager popup "
        + "modal cookie cookies consent widget widgets outbrain "
        + "taboola trending popular mostread toolbar rating ratings login paywall readmore teaser teasers timestamp "
        + "tags tag taglist keywords credits copyright disclaimer hidden "
        + "skip print tools toolbox addthis addtoany jp fb twitter facebook whatsapp linkedin pinterest skyscraper "
        + "masthead crosslinks "
        + "slideshow gallery carousel lightbox donate donation callout alsoread seealso furtherreading topics "
        + "categories meta metadata postmeta infobox navbox toc reflist references")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherStory =
        ("comment comments disqus related recommended recommendations sidebar rail trending popular mostread widget "
        + "footer teaser teasers latest")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherText =
        "comments commentlist disqus respond comment related relatedposts recommended recommendations outbrain taboola"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] BodyHints =
    [
        "articlebody", "article-body", "article__body", "article_body", "story-body", "storybody", "story__body",
        "article-content", "articlecontent",
        "article__content", "article-text", "articletext", "entry-content", "entrycontent", "post-content",
        "postcontent", "post-body", "postbody", "story-content",
        "story-text", "news-text", "newstext", "content-body", "body-copy", "td-post-content", "post__content",
        "post-text", "article_text", "main-content", "single-content",
    ];

    /// <summary>What element, class and id say of a date in it.</summary>
    public static HtmlDateMark DateMark(IElement element)
    {
        if (element.GetAttribute("itemprop") is "datePublished" || element.HasAttribute("pubdate"))
            return HtmlDateMark.Declared;
        var mark = element.LocalName == "time" ? HtmlDateMark.Date : HtmlDateMark.None;
        foreach (var names in (ReadOnlySpan<string?>)[element.ClassName, element.Id])
        {
            if (string.IsNullOrEmpty(names) || names.Length > 500)
                continue;
            if (Contains(names, "publi") || Contains(names, "pubdate") || Contains(names, "pub-date")
                || Contains(names, "entry-date") || Contains(names, "post-date") || Contains(names, "article-date")
                || Contains(names, "article_date") || Contains(names, "article__date"))
                return HtmlDateMark.Published;
            if (Contains(names, "date") || Contains(names, "time"))
                mark = HtmlDateMark.Date;
        }

        return mark;
    }

    /// <summary>Class or declared property says that it is a date of change, and not of publication as well.</summary>
    public static bool IsUpdateMark(IElement element)
    {
        var names = $"{element.ClassName} {element.GetAttribute("itemprop")}";
        return (Contains(names, "modif") || Contains(names, "updated"))
            && !Contains(names, "publi") && !Contains(names, "entry-date");
    }

    /// <summary>Marked as the names of those who wrote it.</summary>
    public static bool IsByline(IElement element)
    {
        if (element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author")
            return true;
        return element.ClassName is { Length: > 0 and < 500 } names
            && (Contains(names, "byline") || names.Contains("author-name", StringComparison.Ordinal)
                || names.Contains("author__name", StringComparison.Ordinal));
    }

    private static bool Contains(string names, string part) => names.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Never part of an article.</summary>
    public static bool IsNever(IElement element) => Never.Contains(element.LocalName);

    /// <summary>
    /// Readers' comments or other stories, whatever their size; never the element that holds the headline.
    /// </summary>
    public static bool IsOtherText(IElement element) =>
        (HasWord(element.ClassName, OtherText) || HasWord(element.Id, OtherText))
        && element.LocalName is not ("html" or "body" or "article" or "main") && element.QuerySelector("h1") is null;

    /// <summary>Part of an article only when it holds much of the page's prose.</summary>
    public static bool IsDoubtful(IElement element) =>
        Perhaps.Contains(element.LocalName) || IsUnlikely(element)
        || element.GetAttribute("role") is "navigation" or "complementary" or "banner" or "contentinfo" or "search"
        or "dialog";

    // Whatever a quotation's class says (of the network that it was posted on, mostly), quoting is the author's doing.
    private static bool IsUnlikely(IElement element) => element.LocalName != "blockquote"
        && (HasWord(element.ClassName, Unlikely) || HasWord(element.Id, Unlikely));

    /// <summary>Class or id says that other stories or comments are listed here.</summary>
    public static bool HasOtherStoryWord(IElement element) =>
        (HasWord(element.ClassName, OtherStory) || HasWord(element.Id, OtherStory))
            && !IsArticleFoot(element.ClassName);

    private static bool IsArticleFoot(string? names) => names is not null
        && (Contains(names, "post-footer") || Contains(names, "entry-footer") || Contains(names, "article-footer"));

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsHeading(string name) => name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    public static bool HintsBody(IElement element) => Hints(element.ClassName) || Hints(element.Id);

    /// <summary>Hidden by an attribute or its own style.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        return element.GetAttribute("style") is { Length: < 2000 } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Hints(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 500)
            return false;
        foreach (var hint in BodyHints)
        {
            if (names.Contains(hint, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Words are runs of letters, also cut where a capital follows a small letter.</summary>
    private static bool HasWord(string? names, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 500)
            return false;
        var start = 0;
        for (var at = 0; at <= names.Length; at++)
        {
            var letter = at < names.Length && char.IsAsciiLetter(names[at]);
            var hump = letter && at > start && char.IsAsciiLetterUpper(names[at])
                && char.IsAsciiLetterLower(names[at - 1]);
            if (letter && !hump)
                continue;
            if (at > start && words.Contains(names.AsSpan(start, at - start)))
                return true;
            start = letter ? at : at + 1;
        }

        return false;
    }
}
