namespace Dateline.Search.Extraction.PageText;

/// <summary>What a line of a saved page looks like.</summary>
internal enum LineKind
{
    /// <summary>A sentence or more.</summary>
    Prose,

    /// <summary>Few words and no end punctuation: a headline, a subhead, a link, a menu entry.</summary>
    TitleLike,

    /// <summary>Starts with a bullet and is no whole sentence.</summary>
    Bullet,

    /// <summary>Only an outlet's tag: <c>CNN —</c>, <c>LONDON (Reuters) -</c>.</summary>
    OutletTag,

    /// <summary>A date line.</summary>
    Date,

    /// <summary>Names the authors.</summary>
    Byline,

    /// <summary>Who else worked on it: "… contributed to this report".</summary>
    Contributors,

    /// <summary>"Source: …" at the end.</summary>
    Source,

    /// <summary>Heads a list of the story's main points.</summary>
    HighlightsHeader,

    /// <summary>Heads a list of other stories.</summary>
    RelatedHeader,

    /// <summary>Where readers' comments or the site's foot begin; nothing of the article follows.</summary>
    EndMarker,

    /// <summary>
    /// Site furniture: menus, sharing, cookies, newsletters, adverts, photo credits, calls to readers.
    /// </summary>
    Chrome,

    /// <summary>A photo's or video's caption.</summary>
    Caption,

    /// <summary>A few words on another story under a date line of its own.</summary>
    Teaser,

    /// <summary>A point of the story's highlights.</summary>
    Highlight,
}
