using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Dateline.Index.Store;

namespace Dateline.Search.Names;

/// <summary>
/// Reads and writes the model file, little-endian:
/// <code>
/// magic int, version int, features int, rows int, wordSlots int, listSlots int
/// transitions short[18 * 17]     from, to; the last row is the start of a sentence
/// words uint[wordSlots] keys, uint[wordSlots] values
/// lists uint[listSlots] keys, uint[listSlots] values
/// weights sbyte[rows * 16]
/// crc uint                       CRC-32 of all before it
/// </code>
/// </summary>
internal static class NameModelFile
{
    /// <summary>Raised when the layout, the features or the hashes change.</summary>
    public const int Version = 1;

    private const int Magic = 0x4D4E_4C44;
    private const int HeaderLength = 24;
    private const int Transitions = (NameLabels.Count + 1) * NameLabels.Count;
    private const int MaxRows = 1 << 24;
    private const int MaxSlots = 1 << 22;

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static NameModel Read(string file)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException(
                $"The name model '{file}' is missing; reinstall, or build it with eval's 'train-names' command.");
        return Read(File.ReadAllBytes(file), file);
    }

    /// <summary>Reads a model from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static NameModel Read(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.Length < HeaderLength + 4 || Int(bytes, 0) != Magic)
            throw Invalid(source, "it is not a name model");
        if (Int(bytes, 1) != Version)
        {
            throw Invalid(source,
                $"it has version {Int(bytes, 1)}, this program reads {Version}; rebuild it with eval's 'train-names'");
        }

        if (Int(bytes, 2) != NameFeatures.Count)
        {
            throw Invalid(source, $"it was trained with {Int(bytes, 2)} features, this program has " +
                $"{NameFeatures.Count}; rebuild it with eval's 'train-names'");
        }

        int rows = Int(bytes, 3), words = Int(bytes, 4), lists = Int(bytes, 5);
        if (rows is <= 0 or > MaxRows || !IsSlotCount(words) || !IsSlotCount(lists))
            throw Invalid(source, "a size in its header is impossible");
        var expected = HeaderLength + (2L * Transitions) + (8L * words) + (8L * lists)
            + ((long)NameLabels.Weighted * rows) + 4;
        if (bytes.Length != expected)
            throw Invalid(source, $"it has {bytes.Length} bytes where its header announces {expected}");
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]);
        if (Crc32.Append(0, bytes[..^4]) is var actual && actual != stored)
        {
            throw Invalid(source,
                $"its checksum is {actual:x8}, the file says {stored:x8}; it is damaged, reinstall it");
        }

        var rest = bytes[HeaderLength..^4];
        var transitions = Take<short>(ref rest, Transitions);
        var lexicon = new NameLexicon(Table(ref rest, words, source), Table(ref rest, lists, source));
        return new NameModel(Take<sbyte>(ref rest, rows * NameLabels.Weighted), transitions, lexicon);
    }

    /// <summary>Writes a model; the same bytes for the same model.</summary>
    public static void Write(NameModel model, Stream output)
    {
        var crc = 0u;
        Put([Magic, Version, NameFeatures.Count, model.Rows]);
        Put([model.Lexicon.Words.Keys.Length, model.Lexicon.Lists.Keys.Length]);
        Put<short>(model.Transitions);
        Put<uint>(model.Lexicon.Words.Keys);
        Put<uint>(model.Lexicon.Words.Values);
        Put<uint>(model.Lexicon.Lists.Keys);
        Put<uint>(model.Lexicon.Lists.Values);
        Put<sbyte>(model.Weights);
        Put([crc]);

        void Put<T>(ReadOnlySpan<T> values)
            where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes(values);
            crc = Crc32.Append(crc, bytes);
            output.Write(bytes);
        }
    }

    private static HashTable32 Table(ref ReadOnlySpan<byte> rest, int slots, string source)
    {
        var keys = Take<uint>(ref rest, slots);
        if (!keys.Contains(0u))
            throw Invalid(source, "a table has no free slot");
        return new HashTable32(keys, Take<uint>(ref rest, slots));
    }

    private static T[] Take<T>(ref ReadOnlySpan<byte> rest, int count)
        where T : unmanaged
    {
        var values = new T[count];
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        rest[..bytes.Length].CopyTo(bytes);
        rest = rest[bytes.Length..];
        return values;
    }

    private static bool IsSlotCount(int slots) => slots is > 0 and <= MaxSlots && int.IsPow2(slots);

    private static int Int(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    private static InvalidDataException Invalid(string source, string what) =>
        new($"Name model '{source}' cannot be used: {what}.");
}
