namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// A file of JSON lines that only grows. What a crash left of a last line counts for nothing and is cut off before the
/// next one is written.
/// </summary>
internal static class JsonLinesFile
{
    /// <summary>
    /// The whole lines with their numbers from 1 and the places where they begin; none if there is no file.
    /// </summary>
    public static IEnumerable<(int Number, long Start, ReadOnlyMemory<byte> Line)> Read(string path, long from = 0)
    {
        if (!File.Exists(path))
            yield break;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        file.Position = from;
        var buffer = new byte[1 << 16];
        var (start, filled, position, number) = (0, 0, from, 1);
        while (true)
        {
            var end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return (number++, position, buffer.AsMemory(start, end));
                start += end + 1;
                position += end + 1;
                continue;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (filled, start) = (filled - start, 0);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = file.Read(buffer.AsSpan(filled));
            if (read == 0)
                yield break;
            filled += read;
        }
    }

    /// <summary>Writes lines at the end and makes them durable.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">What to write.</param>
    /// <param name="write">Writes one, without a line end.</param>
    public static void Append<T>(string path, IReadOnlyCollection<T> lines, Action<Stream, T> write)
    {
        if (lines.Count == 0)
            return;
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        file.SetLength(LengthOfWholeLines(file));
        file.Seek(0, SeekOrigin.End);
        foreach (var line in lines)
        {
            write(file, line);
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
    }

    private static long LengthOfWholeLines(FileStream file)
    {
        for (var length = file.Length; length > 0; length--)
        {
            file.Position = length - 1;
            if (file.ReadByte() == '\n')
                return length;
        }

        return 0;
    }
}
