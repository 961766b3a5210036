using System.Runtime.InteropServices;
using Dateline.Search.Names;

namespace Dateline.Search.Words;

/// <summary>
/// Reads and writes the model file, little-endian:
/// <code>
/// magic int, version int, features int, rows int, slots int
/// words of one use uint[slots] keys, uint[slots] values
/// weights sbyte[rows * 32]
/// crc uint                       CRC-32 of all before it
/// </code>
/// </summary>
internal static class TagModelFile
{
    /// <summary>Raised when the layout, the features or the hashes change.</summary>
    public const int Version = 1;

    private const int MaxRows = 1 << 20;
    private const int MaxSlots = 1 << 18;

    private static readonly ModelFormat Format = new("tag", "train-tags", 0x5354_4C44, Version, HeaderLength: 20);

    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static TagModel Read(string file) => Read(Format.ReadAll(file), file);

    /// <summary>Reads a model from the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static TagModel Read(ReadOnlySpan<byte> bytes, string source)
    {
        Format.CheckHeader(bytes, source);
        if (ModelFormat.IntAt(bytes, 2) is var features && features != TagFeatures.Count)
        {
            throw Format.Invalid(source, $"it was trained with {features} features, this program has " +
                $"{TagFeatures.Count}; rebuild it with eval's 'train-tags'");
        }

        int rows = ModelFormat.IntAt(bytes, 3), slots = ModelFormat.IntAt(bytes, 4);
        if (!IsSize(rows, MaxRows) || !IsSize(slots, MaxSlots))
            throw Format.Invalid(source, "a size in its header is impossible");
        var arrays = Format.CheckArrays(bytes, source, (8L * slots) + ((long)TagModel.Lanes * rows));
        var words = MemoryMarshal.Cast<byte, uint>(arrays[..(8 * slots)]);
        var (keys, values) = (words[..slots].ToArray(), words[slots..].ToArray());
        if (!keys.Contains(0u))
            throw Format.Invalid(source, "its table has no free slot");
        if (values.AsSpan().IndexOfAnyExceptInRange(0u, (uint)TagModel.Lanes) is >= 0 and var at)
        {
            throw Format.Invalid(
                source, $"slot {at} of its table names part of speech {values[at]}, there are {TagModel.Lanes}");
        }


        var weights = MemoryMarshal.Cast<byte, sbyte>(arrays[(8 * slots)..]).ToArray();
        return new TagModel(weights, new HashTable32(keys, values));
    }

    /// <summary>Writes a model; the same bytes for the same model.</summary>
    public static void Write(TagModel model, Stream output)
    {
        var writer = Format.Write(output);
        writer.Put([TagFeatures.Count, model.Rows, model.Sure.Keys.Length]);
        writer.Put<uint>(model.Sure.Keys);
        writer.Put<uint>(model.Sure.Values);
        writer.Put<sbyte>(model.Weights);
        writer.End();
    }

    private static bool IsSize(int count, int most) => count > 0 && count <= most && int.IsPow2(count);
}
