using System.Runtime.InteropServices;

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

    private const int Transitions = (NameLabels.Count + 1) * NameLabels.Count;
    private const int MaxRows = 1 << 24;
    private const int MaxSlots = 1 << 22;

    private static readonly ModelFormat Format = new("name", "train-names", 0x4D4E_4C44, Version, HeaderLength: 24);

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static NameModel Read(string file) => Read(Format.ReadAll(file), file);

    /// <summary>Reads a model from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static NameModel Read(ReadOnlySpan<byte> bytes, string source)
    {
        Format.CheckHeader(bytes, source);
        if (ModelFormat.IntAt(bytes, 2) != NameFeatures.Count)
        {
            throw Format.Invalid(
                source,
                $"it was trained with {ModelFormat.IntAt(bytes, 2)} features, this program has {NameFeatures.Count}; "
                    + "rebuild it with eval's 'train-names'");
        }

        var rows = ModelFormat.IntAt(bytes, 3);
        var words = ModelFormat.IntAt(bytes, 4);
        var lists = ModelFormat.IntAt(bytes, 5);
        if (rows is <= 0 or > MaxRows || !IsSlotCount(words) || !IsSlotCount(lists))
            throw Format.Invalid(source, "a size in its header is impossible");
        var rest = Format.CheckArrays(
            bytes, source, (2L * Transitions) + (8L * words) + (8L * lists) + ((long)NameLabels.Weighted * rows));
        var transitions = Take<short>(ref rest, Transitions);
        var lexicon = new NameLexicon(Table(ref rest, words, source), Table(ref rest, lists, source));
        return new NameModel(Take<sbyte>(ref rest, rows * NameLabels.Weighted), transitions, lexicon);
    }

    /// <summary>Writes a model; the same bytes for the same model.</summary>
    public static void Write(NameModel model, Stream output)
    {
        var writer = Format.Write(output);
        writer.Put([NameFeatures.Count, model.Rows, model.Lexicon.Words.Keys.Length, model.Lexicon.Lists.Keys.Length]);
        writer.Put<short>(model.Transitions);
        writer.Put<uint>(model.Lexicon.Words.Keys);
        writer.Put<uint>(model.Lexicon.Words.Values);
        writer.Put<uint>(model.Lexicon.Lists.Keys);
        writer.Put<uint>(model.Lexicon.Lists.Values);
        writer.Put<sbyte>(model.Weights);
        writer.End();
    }

    private static HashTable32 Table(ref ReadOnlySpan<byte> rest, int slots, string source)
    {
        var keys = Take<uint>(ref rest, slots);
        if (!keys.Contains(0u))
            throw Format.Invalid(source, "a table has no free slot");
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
}
