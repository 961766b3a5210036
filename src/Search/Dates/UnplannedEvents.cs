using System.Collections.Frozen;

namespace Dateline.Search.Dates;

/// <summary>
/// "Tuesday's attacks": what nobody announces lies behind, whatever the clause around says of the future ("the talks
/// will resume two days after Tuesday's attacks"). "Tuesday's vote" may lie ahead and is left to the tense.
/// </summary>
internal static class UnplannedEvents
{
    private const int LongestPhrase = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unplanned = Set(
        "attack bombing bomb blast explosion killing shooting massacre assassination murder slaying stabbing "
        + "ambush hijacking kidnapping abduction raid shelling airstrike clash violence riot unrest coup mutiny "
        + "crash collision accident derailment sinking capsizing earthquake quake aftershock tsunami flood "
        + "flooding storm tornado landslide avalanche eruption fire wildfire blaze disaster tragedy catastrophe "
        + "incident death arrest resignation blackout outage leak spill slump plunge tumble rout bloodshed "
        + "carnage atrocity siege crackdown defeat upset sell-off selloff");

    // Heads that a phrase about such an event may have, and that are announced.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Planned = Set(
        "hearing trial memorial anniversary commemoration vigil funeral service vote election meeting summit talk "
        + "inquiry conference drill exercise game match race");

    /// <summary>True when a day in the possessive is that of such an event.</summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The token after the day.</param>
    public static bool Follow(TimeText text, int next)
    {
        if (text.Word(next) is not ("'s" or "’s"))
            return false;
        var unplanned = false;
        for (var at = next + 1; at <= next + LongestPhrase; at++)
        {
            var word = text.Word(at);
            if (word.IsEmpty || !char.IsLetter(word[0])
                || word is "of" or "in" or "on" or "at" or "to" or "by" or "for" or "with" or "and" or "that" or "will")
                break;
            if (Has(Planned, word))
                unplanned = false;
            else if (Has(Unplanned, word))
                unplanned = true;
        }

        return unplanned;
    }

    private static bool Has(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word) =>
        words.Contains(word)
        || (word[^1] is 's' && (words.Contains(word[..^1]) || (word.EndsWith("es") && words.Contains(word[..^2]))));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
