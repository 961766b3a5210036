using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Dateline.Index.Store;

namespace Dateline.Search.Names;

/// <summary>
/// What the model files that ship have in common, little-endian: <c>magic int, version int, more ints of the header,
/// arrays, crc uint</c>, the CRC-32 of all before it. A file is untrusted until checked.
/// </summary>
/// <param name="Name">What the model is for, e.g. <c>name</c>.</param>
/// <param name="Command">The command of eval that builds it.</param>
/// <param name="Magic">First four bytes.</param>
/// <param name="Version">Version this program reads and writes.</param>
/// <param name="HeaderLength">Bytes before the arrays.</param>
public sealed record ModelFormat(string Name, string Command, int Magic, int Version, int HeaderLength)
{
    private const int ChecksumLength = 4;

    /// <summary>The int at a place, counted in ints.</summary>
    public static int IntAt(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public byte[] ReadAll(string file) => File.Exists(file)
        ? File.ReadAllBytes(file)
        : throw new FileNotFoundException(
            $"The {Name} model '{file}' is missing; reinstall, or build it with eval's '{Command}' command.");

    /// <summary>Checks magic and version; the other ints of the header can be read then.</summary>
    /// <exception cref="InvalidDataException">The bytes are of something else or of another version.</exception>
    public void CheckHeader(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.Length < HeaderLength + ChecksumLength || IntAt(bytes, 0) != Magic)
            throw Invalid(source, $"it is not a {Name} model");
        if (IntAt(bytes, 1) != Version)
            throw Invalid(
                source,
                $"it has version {IntAt(bytes, 1)}, this program reads {Version}; rebuild it with eval's '{Command}'");
    }

    /// <summary>Checks length and checksum.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="arrays">Bytes of the arrays, as the header announces.</param>
    /// <returns>The arrays.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ReadOnlySpan<byte> CheckArrays(ReadOnlySpan<byte> bytes, string source, long arrays)
    {
        var expected = HeaderLength + arrays + ChecksumLength;
        if (bytes.Length != expected)
            throw Invalid(source, $"it has {bytes.Length} bytes where its header announces {expected}");
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumLength..]);
        if (Crc32.Append(0, bytes[..^ChecksumLength]) is var actual && actual != stored)
            throw Invalid(
                source, $"its checksum is {actual:x8}, the file says {stored:x8}; it is damaged, reinstall it");
        return bytes[HeaderLength..^ChecksumLength];
    }

    /// <summary>The exception that says why a file cannot be used.</summary>
    public InvalidDataException Invalid(string source, string what) =>
        new($"{char.ToUpperInvariant(Name[0])}{Name[1..]} model '{source}' cannot be used: {what}.");

    /// <summary>Starts writing a file with magic and version.</summary>
    public ModelWriter Write(Stream output)
    {
        var writer = new ModelWriter(output);
        writer.Put([Magic, Version]);
        return writer;
    }
}

/// <summary>Writes the values of a model file and, in the end, their checksum.</summary>
/// <param name="output">Where to.</param>
public sealed class ModelWriter(Stream output)
{
    private uint _crc;

    /// <summary>Writes values.</summary>
    public void Put<T>(params ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        _crc = Crc32.Append(_crc, bytes);
        output.Write(bytes);
    }

    /// <summary>Writes the checksum; nothing may follow.</summary>
    public void End() => Put(_crc);
}
