using System.Text.Json.Serialization;
using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>What a record of the curation log does.</summary>
public enum CurationOperation
{
    /// <summary>
    /// Several values are one: their articles count under <see cref="CurationRecord.Into"/>, once each.
    /// </summary>
    Merge,

    /// <summary>One actor is two: some of its mentions are of another.</summary>
    Split,

    /// <summary>A value is called otherwise.</summary>
    Rename,

    /// <summary>An actor is of another type.</summary>
    Retype,

    /// <summary>A value (a place with all inside it) is shown nowhere and no article counts under it.</summary>
    Hide,

    /// <summary>It is shown again.</summary>
    Unhide,

    /// <summary>A toponym, or a place of an article, means another place.</summary>
    Pin,

    /// <summary>An earlier record is as if it had not been written; an undo can be undone.</summary>
    Undo,
}

/// <summary>
/// One line of the curation log. Values are facet values (actor ids, place paths) and article ids, never numbers of the
/// index, so that a record means the same after articles are read again or the whole index is made anew.
/// </summary>
public sealed record CurationRecord
{
    /// <summary>Its number, unique and rising in the log.</summary>
    public long Id { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What it does.</summary>
    public required CurationOperation Operation { get; init; }

    /// <summary>Place or actor; null for undo.</summary>
    public FacetDimension? Dimension { get; init; }

    /// <summary>
    /// What it is about: the values merged, the one value split, renamed or retyped, those hidden or shown, the places
    /// a pin takes mentions from (none: from any).
    /// </summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>Where mentions go: of a merge, split or pin.</summary>
    public string? Into { get; init; }

    /// <summary>What to call the value (rename), or <see cref="Into"/> where no article tells.</summary>
    public string? Name { get; init; }

    /// <summary>Names along the path <see cref="Into"/>, for places.</summary>
    public IReadOnlyList<string> Names { get; init => field = value ?? []; } = [];

    /// <summary>Actor type in kebab case (retype), or the kind of <see cref="Into"/> where no article tells.</summary>
    public string? Kind { get; init; }

    /// <summary>Only mentions so spelled move (split, pin), compared as slugs; none: all.</summary>
    public IReadOnlyList<string> Spellings { get; init => field = value ?? []; } = [];

    /// <summary>Only mentions in these articles move (split, pin); none: in all.</summary>
    public IReadOnlyList<string> Articles { get; init => field = value ?? []; } = [];

    /// <summary>The record undone.</summary>
    public long? Undoes { get; init; }

    /// <summary>Why, in the curator's words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
