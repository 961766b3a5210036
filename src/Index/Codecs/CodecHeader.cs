using System.Buffers.Binary;
using System.Text;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs;

/// <summary>Index header and footer that frame every file (LUCENE87 section 2).</summary>
internal static class CodecHeader
{
    public const int Magic = 0x3FD76C17;
    public const int FooterMagic = ~Magic;
    public const int FooterLength = 16;
    public const int IdLength = 16;

    private const int ReleasedBytes = 8 << 20;

    /// <summary>Magic, codec name, version: the short form in front of FST and BKD structures.</summary>
    public static void WritePlain(IndexOutput output, string codec, int version)
    {
        output.WriteInt32(Magic);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    /// <summary>The full form: plain header, 16 id bytes, suffix.</summary>
    public static void WriteIndex(IndexOutput output, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        if (id.Length != IdLength)
            throw new ArgumentException($"An id has {IdLength} bytes, not {id.Length}.", nameof(id));
        WritePlain(output, codec, version);
        output.WriteBytes(id);
        output.WriteByte((byte)suffix.Length);
        output.WriteBytes(Encoding.ASCII.GetBytes(suffix));
    }

    /// <summary>Reads a plain header and returns the version, which must lie in the given range.</summary>
    public static int ReadPlain(IndexInput input, string codec, int minVersion, int maxVersion)
    {
        var magic = input.ReadInt32();
        if (magic != Magic) throw input.Corrupt($"header starts with 0x{magic:x8}, expected 0x{Magic:x8}");
        var found = input.ReadString();
        if (found != codec) throw input.Corrupt($"codec is \"{found}\", expected \"{codec}\"");
        var version = input.ReadInt32();
        if (version < minVersion || version > maxVersion)
            throw input.Corrupt($"{codec} version is {version}, this reader knows {minVersion} to {maxVersion}");
        return version;
    }

    /// <summary>Reads a full header, checks id and suffix and returns the version.</summary>
    public static int ReadIndex(
        IndexInput input, string codec, int minVersion, int maxVersion, ReadOnlySpan<byte> id, string suffix)
    {
        var version = ReadPlain(input, codec, minVersion, maxVersion);
        if (!input.ReadSpan(IdLength).SequenceEqual(id))
            throw input.Corrupt("the file belongs to another segment (ids differ)");
        ReadSuffix(input, suffix);
        return version;
    }

    /// <summary>Reads and checks the suffix at the end of a full header.</summary>
    public static void ReadSuffix(IndexInput input, string suffix)
    {
        var found = Encoding.ASCII.GetString(input.ReadSpan(input.ReadByte()));
        if (found != suffix) throw input.Corrupt($"suffix is \"{found}\", expected \"{suffix}\"");
    }

    /// <summary>Ends a file: footer magic, algorithm 0, CRC-32 over all before it.</summary>
    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt32(FooterMagic);
        output.WriteInt32(0);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>
    /// Checks the footer's structure without reading the whole file. Leaves the position where it was.
    /// </summary>
    public static void CheckFooter(IndexInput input)
    {
        if (input.Length < FooterLength)
            throw new CorruptIndexException(input.Name, input.Length, "file is shorter than a footer");
        var footer = input.Span(input.Length - FooterLength, FooterLength);
        var magic = BinaryPrimitives.ReadInt32BigEndian(footer);
        var algorithm = BinaryPrimitives.ReadInt32BigEndian(footer[4..]);
        if (magic != FooterMagic || algorithm != 0)
            throw new CorruptIndexException(
                input.Name, input.Length - FooterLength, "footer is missing: the file was cut or overwritten");
    }

    /// <summary>
    /// Checks the footer and the CRC-32 over the whole file. Leaves the position where it was. What a large file took
    /// of the resident memory is given back on the way.
    /// </summary>
    public static void CheckChecksum(IndexInput input)
    {
        CheckFooter(input);
        var end = input.Length - 8;
        var stored = BinaryPrimitives.ReadInt64BigEndian(input.Span(end, 8));
        var crc = 0u;
        for (var at = 0L; at < end;)
        {
            var length = (int)Math.Min(1 << 20, end - at);
            crc = Crc32.Append(crc, input.Span(at, length));
            at += length;
            if (at % ReleasedBytes == 0) input.Release(at - ReleasedBytes, ReleasedBytes);
        }

        if (end >= ReleasedBytes) input.Release(end - (end % ReleasedBytes), end % ReleasedBytes);

        if (stored != crc)
            throw new CorruptIndexException(
                input.Name, -1, $"checksum is {crc:x8}, the footer says {stored:x}: bytes were changed");
    }
}
