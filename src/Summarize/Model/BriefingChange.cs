using System.Text.Json.Serialization;

namespace Dateline.Summarize.Model;

/// <summary>How a statement stands against an earlier briefing on the same question.</summary>
public enum ChangeKind
{
    /// <summary>The earlier briefing did not tell it.</summary>
    New,

    /// <summary>
    /// Told before with another standing, by a speaker who now says otherwise, or with other numbers without a later
    /// report that settles it.
    /// </summary>
    Changed,

    /// <summary>A later report gives other numbers for what the earlier briefing told.</summary>
    Superseded,

    /// <summary>The words cited before are gone: their article changed or left the archive.</summary>
    Withdrawn,
}

/// <summary>One thing that changed since an earlier briefing.</summary>
/// <param name="Kind">How.</param>
/// <param name="Message">The rule that says so, in words.</param>
/// <param name="Now">The statement of this briefing; null when its words are no longer in their article.</param>
/// <param name="Before">
/// The statement of the earlier one; null when it is in the same words, or when new and nothing like it was told
/// before.
/// </param>
/// <param name="BeforeStands">True when the words cited by <paramref name="Before"/> still stand in the
/// archive.</param>
public sealed record BriefingChange(
    ChangeKind Kind, string Message, BriefingSentence? Now, BriefingSentence? Before, bool BeforeStands)
{
    /// <summary>Who says what is told now, or what is withdrawn; null for the outlet's own words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }
}

/// <summary>What a briefing was compared with, and what changed.</summary>
/// <param name="Label">The earlier briefing as shown to people: its id or file name.</param>
/// <param name="ArchiveVersion">Archive version it was written from.</param>
/// <param name="HitsFound">Articles it found.</param>
/// <param name="Changes">What no longer holds first: withdrawn, superseded, changed, then new, each in reading
/// order.</param>
public sealed record BriefingChanges(string Label, long ArchiveVersion, int HitsFound,
    IReadOnlyList<BriefingChange> Changes)
{
    /// <summary>Whole sentences on what could not be compared.</summary>
    public IReadOnlyList<string> Remarks { get; init => field = value ?? []; } = [];
}
