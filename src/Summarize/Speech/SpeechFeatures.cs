using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>
/// The features by which the model decides: each is a template and one to three values, hashed to a row of a weight
/// table. Their order and hashes are part of the model's format.
/// </summary>
internal static class SpeechFeatures
{
    /// <summary>Most features of a decision.</summary>
    public const int Most = 99;

    /// <summary>Writes the features of a word that may be a cue.</summary>
    /// <returns>How many.</returns>
    public static int Cue(SpeechUnitView unit, int cue, Span<uint> rows)
    {
        var writer = new SpeechRows(rows, 100);
        SpeechCueFeatures.Add(ref writer, unit, cue);
        return writer.Count;
    }

    /// <summary>Writes the features of a position for a choice.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="layout">Where the content stands.</param>
    /// <param name="cue">The cue's token.</param>
    /// <param name="anchor">The other edge where it is chosen already, else the cue.</param>
    /// <param name="at">The position: before this token; -1 for no speaker.</param>
    /// <param name="rows">Receives the features.</param>
    /// <returns>How many.</returns>
    public static int Position(
        SpeechUnitView unit, SpeechChoice choice, SpeechLayout layout, int cue, int anchor, int at, Span<uint> rows)
    {
        var tokens = unit.Tokens;
        var word = tokens[cue].Word;
        var writer = new SpeechRows(rows, 1000 + ((uint)choice * 100));
        if (at < 0)
        {
            writer.Add(1, word);
            writer.Add(2, (uint)layout);
            writer.Add(3, tokens[cue].Suffix);
            writer.Add(4, word, (uint)layout);
            writer.Add(5, Word(tokens, cue - 1));
            writer.Add(6, Coarse(tokens, cue - 1), (uint)layout);
            writer.Add(7, Word(tokens, cue + 1));
            writer.Add(8, tokens[cue].Fine);
            writer.Add(9, cue == 0 ? 1u : 0, (uint)layout);
            return writer.Count;
        }

        SpeechPositionFeatures.Add(ref writer, unit, layout, cue, anchor, at);
        return writer.Count;
    }
}
