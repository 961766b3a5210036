namespace Dateline.Search.Stories;

/// <summary>An article as far as finding its copies goes.</summary>
/// <param name="ArticleId">Its id.</param>
/// <param name="Day">First day of publication; null when undated.</param>
/// <param name="Shingles">Those of its body.</param>
public sealed record StoryText(string ArticleId, DateOnly? Day, TextShingles Shingles);

/// <summary>
/// The story an article belongs to. A story is named by the article that founded it and never changes its name; an
/// article never changes its story unless its own text changes.
/// </summary>
/// <param name="StoryId">Id of the article that founded the story.</param>
/// <param name="FirstDay">Day of that article; null when it is undated.</param>
/// <param name="CopyOf">Id of the earlier article that holds nearly all of this one's text; null for a text of its own,
/// which may well repeat parts of another.</param>
public sealed record StoryLink(string StoryId, DateOnly? FirstDay, string? CopyOf);

/// <summary>An article that has its place.</summary>
public sealed record StoryMember(StoryText Text, StoryLink Link);
