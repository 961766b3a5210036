namespace Dateline.Search.Archive;

/// <summary>What a suggestion stands for.</summary>
public enum SuggestionKind
{
    /// <summary>An actor.</summary>
    Actor,

    /// <summary>A place.</summary>
    Place,

    /// <summary>An outlet.</summary>
    Source,

    /// <summary>A headline.</summary>
    Title,
}

/// <summary>A way to go on with a query that is being typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">For people.</param>
/// <param name="Query">The whole query text with it: what was typed before, then the value as the query language writes
/// it (<c>peace actor:sergey-lavrov</c>), or for a headline <c>title:"…"</c> alone.</param>
/// <param name="Count">Articles that the value or headline alone finds.</param>
public sealed record Suggestion(SuggestionKind Kind, string Label, string Query, int Count);
