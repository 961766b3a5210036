using Dateline.Summarize.Model;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Comparing;

/// <summary>What became of the words that an earlier briefing cites.</summary>
/// <param name="checks">The check of its citations.</param>
internal sealed class EarlierWords(VerificationReport checks)
{
    private readonly Dictionary<Citation, CitationCheck> _lost = checks.Checks
        .Where(static check => check.Status is not (CitationStatus.Ok or CitationStatus.Moved) || check.EarlierVersion)
        .GroupBy(static check => check.Citation)
        .ToDictionary(static group => group.Key, static group => group.First());

    /// <summary>True when the words stand in their article, wherever in it.</summary>
    public bool Stand(Citation citation) => !_lost.ContainsKey(citation);

    /// <summary>The change that words are no longer in their article; null when they are.</summary>
    /// <param name="before">The sentence, its own words first among its citations.</param>
    /// <param name="speaker">Who says it, or null.</param>
    public BriefingChange? Withdrawn(BriefingSentence before, string? speaker) =>
        before.Citations.Count > 0 && _lost.TryGetValue(before.Citations[0], out var check)
            ? new BriefingChange(
                check.Status == CitationStatus.WrongDocument ? ChangeKind.Changed : ChangeKind.Withdrawn,
                check.Message, null, before, false)
            { Speaker = speaker }
            : null;
}
