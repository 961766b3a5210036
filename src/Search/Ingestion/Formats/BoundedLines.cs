namespace Dateline.Search.Ingestion;

/// <summary>One line of bytes without its line end; empty and over-long lines are told apart.</summary>
internal readonly record struct ByteLine(long Number, ReadOnlyMemory<byte> Bytes, bool TooLong);

/// <summary>
/// Splits a stream at <c>\n</c> (and drops <c>\r</c> before it), holding one line at a time. A line over the limit is
/// skipped to its end in constant memory. A line's bytes are valid until the next one is asked for.
/// </summary>
internal static class BoundedLines
{
    private const int ChunkBytes = 64 << 10;

    public static IEnumerable<ByteLine> Read(Stream stream, int maxLineBytes)
    {
        var chunk = new byte[ChunkBytes];
        var line = new MemoryStream();
        var number = 1L;
        var tooLong = false;
        var pending = false;
        int filled;
        while ((filled = stream.Read(chunk)) > 0)
        {
            var at = 0;
            while (at < filled)
            {
                var length = chunk.AsSpan(at, filled - at).IndexOf((byte)'\n');
                var part = length < 0 ? filled - at : length;
                tooLong |= line.Length + part > maxLineBytes;
                if (!tooLong)
                    line.Write(chunk, at, part);
                pending = true;
                at += part;
                if (length < 0)
                    break;
                at++;
                yield return Finish(line, number++, tooLong);
                line.SetLength(0);
                (tooLong, pending) = (false, false);
            }
        }

        if (pending)
            yield return Finish(line, number, tooLong);
    }

    private static ByteLine Finish(MemoryStream line, long number, bool tooLong)
    {
        if (tooLong)
            return new ByteLine(number, default, true);
        var bytes = new ReadOnlyMemory<byte>(line.GetBuffer(), 0, (int)line.Length);
        if (number == 1 && bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        return new ByteLine(number, bytes.TrimEnd((byte)'\r'), false);
    }
}
