using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// tar archives (POSIX ustar and pax, GNU long names); every plain file in one is a source. Read forward, a block at a
/// time; headers are bounded before anything is held of them.
/// </summary>
internal sealed class TarFormat : FileFormat
{
    private const int Block = 512;
    private const int MagicAt = 257;
    private const int LongestMeta = 1 << 20;

    public override FormatMatch Match(FormatProbe probe) =>
        probe.Head.Length >= MagicAt + 5 && probe.Head[MagicAt..].StartsWith("ustar"u8) && IsHeader(probe.Head)
            ? FormatMatch.Signature : probe.Named([".tar"]) is FormatMatch.Name && IsHeader(probe.Head)
                ? FormatMatch.Name : FormatMatch.None;

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var names = new PartNames();
        var header = new byte[Block];
        string? longName = null;
        var parts = 0;
        while (source.Stream.ReadAtLeast(header, Block, throwOnEndOfStream: false) is > 0 and var read
            && header.AsSpan(0, read).ContainsAnyExcept((byte)0))
        {
            if (read < Block || !IsHeader(header))
                throw new InvalidDataException("a header of the archive is damaged");
            var length = Number(header.AsSpan(124, 12));
            var entry = new SliceStream(source.Stream, length);
            var padding = (int)((Block - (length % Block)) % Block);
            var type = (char)header[156];
            if (type is 'L' or 'x')
            {
                longName = type == 'L' ? Meta(entry) : PaxPath(Meta(entry)) ?? longName;
            }
            else if (type is not ('K' or 'g'))
            {
                var path = longName ?? Name(header);
                longName = null;
                if (type is '0' or '\0' or '7' && !PartNames.IsLeftOut(path))
                {
                    if (parts++ == reading.Limits.ContainerParts)
                        throw new InvalidDataException($"it holds over {reading.Limits.ContainerParts:N0} files");
                    foreach (var result in Entry(source, reading, entry, path, names.Next(path)))
                        yield return result;
                }
            }

            if (entry.IsCut)
                yield break; // and was said so
            BoundedBytes.Skip(entry);
            BoundedBytes.Skip(new SliceStream(source.Stream, padding));
        }

        if (parts == 0)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    private static IEnumerable<InputResult> Entry(
        InputSource source, SourceReading reading, SliceStream entry, string path, string name) =>
        reading.Part(source, name, () => new InputSource($"{source.Origin}!{name}", path, entry)
        {
            Depth = source.Depth + 1,
            Expansion = source.Expansion,
        });

    // The checksum is the sum of the header's bytes, its own field taken as spaces.
    private static bool IsHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length < Block)
            return false;
        var sum = 0L;
        for (var at = 0; at < Block; at++)
            sum += at is >= 148 and < 156 ? ' ' : header[at];
        return Number(header.Slice(148, 8)) == sum;
    }

    // Octal digits, or, with the top bit set, big-endian binary; -1 would be neither, so bad digits end the number.
    private static long Number(ReadOnlySpan<byte> field)
    {
        var value = 0L;
        if ((field[0] & 0x80) != 0)
        {
            foreach (var b in field[^7..])
                value = (value << 8) | b;
            return value;
        }

        foreach (var b in field.TrimStart((byte)' '))
        {
            if (b is < (byte)'0' or > (byte)'7')
                break;
            value = (value << 3) | (uint)(b - '0');
        }

        return value;
    }

    private static string Name(ReadOnlySpan<byte> header)
    {
        var name = Terminated(header[..100]);
        var prefix = header[MagicAt..].StartsWith("ustar\0"u8) ? Terminated(header.Slice(345, 155)) : "";
        return prefix.Length == 0 ? name : $"{prefix}/{name}";
    }

    private static string Meta(SliceStream entry)
    {
        var bytes = BoundedBytes.Read(entry, LongestMeta) ?? throw new InvalidDataException(
            "a name in it is over 1 MiB");
        return Terminated(bytes);
    }

    private static string Terminated(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>The <c>path</c> of pax records, each of the form <c>LENGTH KEY=VALUE\n</c>.</summary>
    private static string? PaxPath(string records)
    {
        foreach (var record in records.Split('\n'))
        {
            var space = record.IndexOf(' ');
            if (space > 0 && record.AsSpan(space + 1).StartsWith("path="))
                return record[(space + 6)..];
        }

        return null;
    }
}
