namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// mbox: mail messages, each after a line that begins with <c>From </c>. A message over the limit is left out; the
/// others are read.
/// </summary>
internal sealed class MboxFormat : FileFormat
{
    private const int LongestLine = 1 << 20;

    public override FormatMatch Match(FormatProbe probe)
    {
        if (!probe.Head.StartsWith("From "u8))
            return FormatMatch.None;
        var line = probe.Head.IndexOf((byte)'\n');
        if (line > 0 && MailFormat.HeaderNames(probe.Head[(line + 1)..]) > 0)
            return FormatMatch.Signature;
        return probe.Named([".mbox", ".mbx"], ["application/mbox"]);
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var number = 0;
        foreach (var message in Messages(new LineStream(source.Stream), reading.Limits.MessageBytes))
        {
            var part = $"msg {++number}";
            if (message is null)
            {
                yield return SourceFailures.TooLarge($"{source.Origin}!{part}", reading.Limits.MessageBytes);
                continue;
            }

            foreach (var result in reading.Part(source, part, () => Message(source, part, message)))
                yield return result;
        }

        if (number == 0)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    private static InputSource Message(InputSource source, string part, byte[] bytes) =>
        new($"{source.Origin}!{part}", "message.eml", new MemoryStream(bytes))
        {
            MediaType = MailFormat.MediaType,
            Depth = source.Depth + 1,
            Expansion = source.Expansion,
        };

    // A separator stands at the beginning or after an empty line, so that a sentence that begins with "From" is none.
    private static IEnumerable<byte[]?> Messages(LineStream stream, int maxBytes)
    {
        var line = new MemoryStream();
        var message = new MemoryStream();
        var (began, afterEmpty, tooLarge) = (false, true, false);
        while (stream.ReadLine(line, LongestLine))
        {
            var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
            if (afterEmpty && bytes.Span.StartsWith("From "u8))
            {
                if (began)
                    yield return tooLarge ? null : message.ToArray();
                message.SetLength(0);
                (began, tooLarge) = (true, false);
            }
            else if (began)
            {
                tooLarge |= message.Length + bytes.Length > maxBytes;
                if (!tooLarge)
                    message.Write(Unquoted(bytes.Span));
            }

            afterEmpty = bytes.Span.TrimEnd("\r\n"u8).IsEmpty;
            line.SetLength(0);
        }

        if (began)
            yield return tooLarge ? null : message.ToArray();
    }

    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> line) =>
        line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;
}
