using System.Buffers.Binary;
using System.IO.Compression;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// zip archives; every file in one is a source. Nothing is unpacked to disk under a name from the archive.
/// </summary>
internal sealed class ZipFormat : FileFormat
{
    private const int DirectoryBytesLimit = 64 << 20;

    public override FormatMatch Match(FormatProbe probe) =>
        probe.Head.StartsWith("PK\u0003\u0004"u8) || probe.Head.StartsWith("PK\u0005\u0006"u8)
            ? FormatMatch.Signature : FormatMatch.None;

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        using var spool = new Spool();
        var stream = spool.Seekable(source.Stream);
        if (DirectoryBytes(stream) > DirectoryBytesLimit)
        {
            yield return new InputFailure(source.Origin, InputFailureReason.TooLarge,
                $"{source.Origin} lists too many files.", "Unpack it and give the folder.");
            yield break;
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var names = new PartNames();
        var parts = 0;
        foreach (var entry in archive.Entries)
        {
            if (PartNames.IsLeftOut(entry.FullName))
                continue;
            if (parts++ == reading.Limits.ContainerParts)
            {
                yield return new InputFailure(source.Origin, InputFailureReason.TooLarge,
                    $"{source.Origin} holds over {reading.Limits.ContainerParts:N0} files; the rest was not read.",
                    "Unpack it and give the folder.");
                break;
            }

            foreach (var result in Entry(source, reading, entry, names.Next(entry.FullName)))
                yield return result;
        }

        if (parts == 0)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    private static IEnumerable<InputResult> Entry(
        InputSource source, SourceReading reading, ZipArchiveEntry entry, string name)
    {
        var origin = $"{source.Origin}!{name}";
        if (entry.IsEncrypted)
        {
            return [new InputFailure(origin, InputFailureReason.Encrypted,
                $"{origin} is packed with a password.", "Unpack it first.")];
        }

        return reading.Part(source, name, () => new InputSource(
            origin, entry.Name, source.Expansion.Unpacked(entry.Open()))
        {
            Depth = source.Depth + 1,
            Expansion = source.Expansion,
        });
    }

    // The size of the list of files as the end record tells it; all of it is held in memory.
    private static long DirectoryBytes(Stream stream)
    {
        const int EndRecordBytes = 22;
        var tail = new byte[(int)Math.Min(stream.Length, EndRecordBytes + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndRecordBytes > tail.Length)
            return 0;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        // All ones stand for a size in another record; it cannot be more than the file.
        return size == uint.MaxValue ? stream.Length : size;
    }
}
