using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Dateline.Index.Store;

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

    private const int Magic = 0x5053_4C44;
    private const int HeaderLength = 20;
    private const int MaxRows = 1 << 22;
    private const int MaxCues = 1 << 16;

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static SpeechModel Read(string file)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException(
                $"The speech model '{file}' is missing; reinstall, or build it with eval's 'train-speech' command.");
        return Read(File.ReadAllBytes(file), file);
    }

    /// <summary>Reads a model from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static SpeechModel Read(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.Length < HeaderLength + 4 || Int(bytes, 0) != Magic)
            throw Invalid(source, "it is not a speech model");
        if (Int(bytes, 1) != Version)
            throw Invalid(
                source,
                $"it has version {Int(bytes, 1)}, this program reads {Version}; rebuild it with eval's 'train-speech'");
        int layouts = Int(bytes, 2), positions = Int(bytes, 3), cues = Int(bytes, 4);
        if (!IsSize(layouts) || !IsSize(positions) || cues is <= 0 or > MaxCues)
            throw Invalid(source, "a size in its header is impossible");
        var expected = HeaderLength + (8L * cues) + ((long)SpeechModel.Layouts * layouts) + positions + 4;
        if (bytes.Length != expected)
            throw Invalid(source, $"it has {bytes.Length} bytes where its header announces {expected}");
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]);
        if (Crc32.Append(0, bytes[..^4]) is var actual && actual != stored)
            throw Invalid(
                source, $"its checksum is {actual:x8}, the file says {stored:x8}; it is damaged, reinstall it");
        return Read(bytes[HeaderLength..^4], cues, layouts * SpeechModel.Layouts, positions);
    }

    /// <summary>Writes a model; the same bytes for the same model.</summary>
    public static void Write(SpeechModel model, Stream output)
    {
        var crc = 0u;
        var words = model.Cues.OrderBy(pair => pair.Key).SelectMany(pair => new[] { pair.Key, pair.Value }).ToArray();
        Put([Magic, Version, model.LayoutWeights.Length / SpeechModel.Layouts, model.PositionWeights.Length,
            words.Length / 2]);
        Put<uint>(words);
        Put<sbyte>(model.LayoutWeights);
        Put<sbyte>(model.PositionWeights);
        Put([crc]);

        void Put<T>(ReadOnlySpan<T> values)
            where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes(values);
            crc = Crc32.Append(crc, bytes);
            output.Write(bytes);
        }
    }

    private static SpeechModel Read(ReadOnlySpan<byte> rest, int cues, int layouts, int positions)
    {
        var words = new Dictionary<uint, byte>(cues);
        for (var i = 0; i < cues; i++)
            words[(uint)Int(rest, 2 * i)] = (byte)Int(rest, (2 * i) + 1);
        var weights = MemoryMarshal.Cast<byte, sbyte>(rest[(8 * cues)..]);
        return new SpeechModel(weights[..layouts].ToArray(), weights.Slice(layouts, positions).ToArray(), words);
    }

    private static bool IsSize(int rows) => rows is > 0 and <= MaxRows && int.IsPow2(rows);

    private static int Int(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    private static InvalidDataException Invalid(string source, string what) =>
        new($"Speech model '{source}' cannot be used: {what}.");
}
