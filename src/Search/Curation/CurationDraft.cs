using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>
/// What somebody wants to repair, in the words of the query language: values as ids, paths or names, with or without
/// <c>actor:</c> or <c>place:</c> before them.
/// </summary>
public sealed record CurationDraft
{
    /// <summary>What to do.</summary>
    public required CurationOperation Operation { get; init; }

    /// <summary>Place or actor; may be left out where a value says it.</summary>
    public FacetDimension? Dimension { get; init; }

    /// <summary>What to do it to; see <see cref="CurationRecord.Values"/>.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Into what to merge, what to split off, which place is meant. A split may leave it out and give a name.
    /// </summary>
    public string? Into { get; init; }

    /// <summary>The new name (rename), or the name of the actor split off.</summary>
    public string? Name { get; init; }

    /// <summary>The new type (retype), or the type of the actor split off.</summary>
    public string? Kind { get; init; }

    /// <summary>Only mentions so spelled (split, pin).</summary>
    public IReadOnlyList<string> Spellings { get; init => field = value ?? []; } = [];

    /// <summary>Only mentions in these articles (split, pin).</summary>
    public IReadOnlyList<string> Articles { get; init => field = value ?? []; } = [];

    /// <summary>The record to undo.</summary>
    public long? Undoes { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }
}

/// <summary>What a record does at present.</summary>
public enum CurationState
{
    /// <summary>It counts.</summary>
    Active,

    /// <summary>It was undone.</summary>
    Undone,

    /// <summary>It counts, but nothing in the archive is as it says.</summary>
    WithoutEffect,
}

/// <summary>A record as lists show it.</summary>
/// <param name="Record">The record.</param>
/// <param name="State">What it does at present.</param>
/// <param name="UndoneBy">The undo that took it back.</param>
/// <param name="Articles">How many articles it changes when its turn comes; 0 for undos.</param>
/// <param name="Summary">One sentence for people.</param>
public sealed record CurationItem(
    CurationRecord Record, CurationState State, long? UndoneBy, int Articles, string Summary);

/// <summary>The whole log.</summary>
/// <param name="Items">Its records in the order written.</param>
/// <param name="Problems">Lines that are none.</param>
public sealed record CurationList(IReadOnlyList<CurationItem> Items, IReadOnlyList<CurationProblem> Problems);

/// <summary>What became of a draft: a record, or the reason why there is none.</summary>
/// <param name="Item">The record written.</param>
/// <param name="Problem">What is wrong, with a suggestion; nothing was written.</param>
public sealed record CurationOutcome(CurationItem? Item, string? Problem);
