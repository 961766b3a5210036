using System.Runtime.InteropServices;
using Dateline.Search.Names;

namespace Dateline.Summarize.Speech;

/// <summary>
/// Reads and writes the model file, little-endian:
/// <code>
/// magic int, version int, layoutRows int, positionRows int, draftRows int, joinRows int, cues int
/// cue words: hash uint, strength uint, as many
/// layout weights sbyte[layoutRows * 4], position weights sbyte[positionRows]
/// draft weights sbyte[draftRows], join weights sbyte[joinRows]
/// crc uint                       CRC-32 of all before it
/// </code>
/// </summary>
internal static class SpeechModelFile
{
    /// <summary>Raised when the layout, the features or the hashes change.</summary>
    public const int Version = 2;

    private const int MaxRows = 1 << 22;
    private const int Tables = 4;
    private const int MaxCues = 1 << 16;

    private static readonly ModelFormat Format = new("speech", "train-speech", 0x5053_4C44, Version, HeaderLength: 28);

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static SpeechModel Read(string file) => Read(Format.ReadAll(file), file);

    /// <summary>Reads a model from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static SpeechModel Read(ReadOnlySpan<byte> bytes, string source)
    {
        Format.CheckHeader(bytes, source);
        var sizes = new int[Tables];
        for (var table = 0; table < Tables; table++)
        {
            sizes[table] = ModelFormat.IntAt(bytes, 2 + table);
            if (sizes[table] is <= 0 or > MaxRows || !int.IsPow2(sizes[table]))
                throw Format.Invalid(source, "a size in its header is impossible");
        }

        var cues = ModelFormat.IntAt(bytes, 2 + Tables);
        if (cues is <= 0 or > MaxCues)
            throw Format.Invalid(source, "a size in its header is impossible");
        sizes[0] *= SpeechModel.Layouts;
        return Read(Format.CheckArrays(bytes, source, (8L * cues) + sizes.Sum()), cues, sizes);
    }

    /// <summary>Writes a model; the same bytes for the same model.</summary>
    public static void Write(SpeechModel model, Stream output)
    {
        var words = model.Cues.OrderBy(pair => pair.Key).SelectMany(pair => new[] { pair.Key, pair.Value }).ToArray();
        var writer = Format.Write(output);
        writer.Put([model.LayoutWeights.Length / SpeechModel.Layouts, model.PositionWeights.Length,
            model.DraftWeights.Length, model.JoinWeights.Length, words.Length / 2]);
        writer.Put<uint>(words);
        writer.Put<sbyte>(model.LayoutWeights);
        writer.Put<sbyte>(model.PositionWeights);
        writer.Put<sbyte>(model.DraftWeights);
        writer.Put<sbyte>(model.JoinWeights);
        writer.End();
    }

    private static SpeechModel Read(ReadOnlySpan<byte> rest, int cues, int[] sizes)
    {
        var words = new Dictionary<uint, byte>(cues);
        for (var i = 0; i < cues; i++)
            words[(uint)ModelFormat.IntAt(rest, 2 * i)] = (byte)ModelFormat.IntAt(rest, (2 * i) + 1);
        var weights = MemoryMarshal.Cast<byte, sbyte>(rest[(8 * cues)..]);
        var tables = new sbyte[Tables][];
        for (var table = 0; table < Tables; table++)
        {
            tables[table] = weights[..sizes[table]].ToArray();
            weights = weights[sizes[table]..];
        }

        return new SpeechModel(tables[0], tables[1], tables[2], tables[3], words);
    }
}
