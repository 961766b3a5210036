using System.Runtime.InteropServices;
using Dateline.Search.Names;

namespace Dateline.Summarize.Speech;

/// <summary>
/// Reads and writes the model file, little-endian:
/// <code>
/// magic int, version int, layoutRows int, positionRows int, cues int
/// cue words: hash uint, strength uint, as many
/// layout weights sbyte[layoutRows * 4], position weights sbyte[positionRows]
/// crc uint                       CRC-32 of all before it
/// </code>
/// </summary>
internal static class SpeechModelFile
{
    /// <summary>Raised when the layout, the features or the hashes change.</summary>
    public const int Version = 1;

    private const int MaxRows = 1 << 22;
    private const int MaxCues = 1 << 16;

    private static readonly ModelFormat Format = new("speech", "train-speech", 0x5053_4C44, Version, HeaderLength: 20);

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static SpeechModel Read(string file) => Read(Format.ReadAll(file), file);

    /// <summary>Reads a model from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static SpeechModel Read(ReadOnlySpan<byte> bytes, string source)
    {
        Format.CheckHeader(bytes, source);
        int layouts = ModelFormat.IntAt(bytes, 2), positions = ModelFormat.IntAt(bytes, 3), cues = ModelFormat.IntAt(bytes, 4);
        if (!IsSize(layouts) || !IsSize(positions) || cues is <= 0 or > MaxCues)
            throw Format.Invalid(source, "a size in its header is impossible");
        var arrays = Format.CheckArrays(bytes, source, (8L * cues) + ((long)SpeechModel.Layouts * layouts) + positions);
        return Read(arrays, cues, layouts * SpeechModel.Layouts, positions);
    }

    /// <summary>Writes a model; the same bytes for the same model.</summary>
    public static void Write(SpeechModel model, Stream output)
    {
        var words = model.Cues.OrderBy(pair => pair.Key).SelectMany(pair => new[] { pair.Key, pair.Value }).ToArray();
        var writer = Format.Write(output);
        writer.Put([model.LayoutWeights.Length / SpeechModel.Layouts, model.PositionWeights.Length, words.Length / 2]);
        writer.Put<uint>(words);
        writer.Put<sbyte>(model.LayoutWeights);
        writer.Put<sbyte>(model.PositionWeights);
        writer.End();
    }

    private static SpeechModel Read(ReadOnlySpan<byte> rest, int cues, int layouts, int positions)
    {
        var words = new Dictionary<uint, byte>(cues);
        for (var i = 0; i < cues; i++)
            words[(uint)ModelFormat.IntAt(rest, 2 * i)] = (byte)ModelFormat.IntAt(rest, (2 * i) + 1);
        var weights = MemoryMarshal.Cast<byte, sbyte>(rest[(8 * cues)..]);
        return new SpeechModel(weights[..layouts].ToArray(), weights.Slice(layouts, positions).ToArray(), words);
    }

    private static bool IsSize(int rows) => rows is > 0 and <= MaxRows && int.IsPow2(rows);
}
