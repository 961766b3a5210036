namespace Dateline.Summarize.Speech;

/// <summary>
/// The features by which the model decides: each is a template and one to three values, hashed to a row of a weight
/// table. Their order and hashes are part of the model's format. Those of a position come in three parts, so that what
/// does not change from choice to choice is added up once.
/// </summary>
internal static class SpeechFeatures
{
    /// <summary>Most features of a decision.</summary>
    public const int Most = 99;

    private const int OfPosition = 77;

    // Numbers of the features of each part among all of a position, in the order in which the part writes them.
    private static ReadOnlySpan<byte> PlaceNumbers =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 46, 47, 48, 49, 50, 51, 52, 56];

    private static ReadOnlySpan<byte> BearingNumbers =>
        [17, 18, 19, 20, 21, 22, 23, 25, 26, 27, 30, 31, 38, 39, 40, 42, 53, 54, 55, 57, 61, 62, 67, 68, 69];

    private static ReadOnlySpan<byte> StretchNumbers =>
        [24, 41, 33, 34, 35, 36, 44, 45, 58, 59, 60, 63, 64, 65, 66, 70, 28, 29, 32, 37, 43, 71, 72, 73, 74, 75, 76];

    /// <summary>Writes the features of a word that may be a cue.</summary>
    /// <returns>How many.</returns>
    public static int Cue(SpeechUnitView unit, int cue, Span<uint> rows)
    {
        var writer = new SpeechFeatureWriter(rows, 100);
        SpeechCueFeatures.Add(ref writer, unit, cue);
        return writer.Count;
    }

    /// <summary>Writes the features of a position for a choice: all three parts.</summary>
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
        if (at < 0)
            return Bearing(unit, choice, layout, cue, at, rows);
        Span<uint> part = stackalloc uint[OfPosition];
        Order(part[..Place(unit, choice, at, part)], PlaceNumbers, rows);
        Order(part[..Bearing(unit, choice, layout, cue, at, part)], BearingNumbers, rows);
        Order(part[..Stretch(unit, choice, layout, cue, anchor, at, part)], StretchNumbers, rows);
        return OfPosition;
    }

    private static void Order(ReadOnlySpan<uint> part, ReadOnlySpan<byte> numbers, Span<uint> rows)
    {
        for (var i = 0; i < part.Length; i++)
            rows[numbers[i]] = part[i];
    }

    /// <summary>Writes those that depend on choice and position alone.</summary>
    public static int Place(SpeechUnitView unit, SpeechChoice choice, int at, Span<uint> rows)
    {
        var writer = new SpeechFeatureWriter(rows, First(choice), PlaceNumbers);
        if (at >= 0)
            SpeechPlaceFeatures.Add(ref writer, unit, at);
        return writer.Count;
    }

    /// <summary>Writes those that depend on the cue too.</summary>
    public static int Bearing(
        SpeechUnitView unit, SpeechChoice choice, SpeechLayout layout, int cue, int at, Span<uint> rows)
    {
        var writer = new SpeechFeatureWriter(rows, First(choice), at >= 0 ? BearingNumbers : default);
        if (at >= 0)
            SpeechBearingFeatures.Add(ref writer, unit, layout, cue, at);
        else
            SpeechBearingFeatures.AddNone(ref writer, unit, layout, cue);
        return writer.Count;
    }

    /// <summary>Writes those that depend on the other edge too.</summary>
    public static int Stretch(
        SpeechUnitView unit, SpeechChoice choice, SpeechLayout layout, int cue, int anchor, int at, Span<uint> rows)
    {
        var writer = new SpeechFeatureWriter(rows, First(choice), StretchNumbers);
        if (at >= 0)
            SpeechStretchFeatures.Add(ref writer, unit, layout, cue, anchor, at);
        return writer.Count;
    }

    private static uint First(SpeechChoice choice) => 1000 + ((uint)choice * 100);
}
