using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// A mail message (RFC 5322 with MIME), also a web page saved as one (MHTML). Its text is one article; attachments of a
/// format that is read are sources of their own, others are named in a remark.
/// </summary>
internal sealed class MailFormat : FileFormat
{
    public const string MediaType = "message/rfc822";

    private const int EnoughPlainUnits = 200;

    private static readonly HashSet<string> Headers = new(
        [
            "from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version", "delivered-to",
            "reply-to", "x-mailer", "dkim-signature", "content-type", "list-id", "snapshot-content-location",
        ],
        StringComparer.OrdinalIgnoreCase);

    public override FormatMatch Match(FormatProbe probe)
    {
        var named = probe.Named([".eml", ".mht", ".mhtml"], [MediaType, "multipart/related"]);
        return named is not FormatMatch.None ? named
            : HeaderNames(probe.Head) >= 3 ? FormatMatch.Content : FormatMatch.None;
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var limit = reading.Limits.MessageBytes;
        if (source.ReadAll(limit) is not { } bytes)
            return [SourceFailures.TooLarge(source.Origin, limit)];
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return [SourceFailures.Empty(source.Origin)];
        var message = MailMessage.Read(bytes);
        return message.PageAddress is { } address && message.Html is { } page
            ? [Page(source.Origin, page, address)]
            : Article(source, reading, message);
    }

    /// <summary>How many different names of mail headers the first lines bear.</summary>
    internal static int HeaderNames(ReadOnlySpan<byte> head)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.Latin1.GetString(head).AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
                break;
            var colon = line.IndexOf(':');
            if (colon > 0 && Headers.Contains(line[..colon].ToString()))
                names.Add(line[..colon].ToString());
            else if (line[0] is not (' ' or '\t') && (colon <= 0 || line[..colon].ContainsAny(" \t")))
                break;
        }

        return names.Count;
    }

    private static InputResult Page(string origin, DecodedText page, string address) =>
        page.Text is null ? SourceFailures.Undecodable(origin, page)
            : new InputItem(origin, InputFormat.Html, page.Text) { Warnings = page.Warnings, Address = address };

    private static IEnumerable<InputResult> Article(InputSource source, SourceReading reading, MailMessage message)
    {
        var left = message.Attachments.Where(static attachment => !IsRead(attachment)).Select(static attachment =>
            attachment.Name).ToList();
        yield return Item(source.Origin, message, left, reading.Limits);
        var names = new PartNames();
        foreach (var attachment in message.Attachments.Where(IsRead))
        {
            var name = names.Next(attachment.Name);
            var results = reading.Part(source, name, () => new InputSource(
                $"{source.Origin}!{name}", attachment.Name, new MemoryStream(attachment.Content))
            {
                MediaType = attachment.MediaType is "application/octet-stream" ? null : attachment.MediaType,
                Charset = attachment.Charset,
                Depth = source.Depth + 1,
                Expansion = source.Expansion,
            });
            foreach (var result in results)
                yield return result;
        }
    }

    private static InputResult Item(string origin, MailMessage message, List<string> left, InputLimits limits)
    {
        var plain = message.Plain?.Text ?? "";
        var useHtml = message.Html?.Text is not null && plain.Trim().Length < EnoughPlainUnits;
        if (!useHtml && string.IsNullOrWhiteSpace(plain))
        {
            return message.Plain is { Text: null } bad
                ? SourceFailures.Undecodable(origin, bad)
                : new InputFailure(origin, InputFailureReason.Empty, $"{origin} is a message without text.",
                    "Leave it out.");
        }

        var record = JsonRecords.Write(
        [
            ("title", message.Subject), ("published", message.Date), ("author", message.Author),
            (useHtml ? "html" : "text", useHtml ? message.Html!.Value.Text : plain),
        ]);
        if (record.Length > limits.DocumentBytes)
            return SourceFailures.TooLarge(origin, limits.DocumentBytes);
        var warnings = (useHtml ? message.Html : message.Plain)!.Value.Warnings.ToList();
        if (left.Count > 0)
            warnings.Add($"Attachments left out: {string.Join(", ", left.Take(10))}{(left.Count > 10 ? " …" : "")}.");
        return new InputItem(origin, InputFormat.Json, record) { Warnings = warnings };
    }

    private static bool IsRead(MailAttachment attachment)
    {
        using var look = new InputSource("", attachment.Name, new MemoryStream(attachment.Content))
        {
            MediaType = attachment.MediaType is "application/octet-stream" ? null : attachment.MediaType,
            Expansion = new Expansion(new InputLimits()),
        };
        return !look.Head.IsEmpty && FormatCatalog.Find(look) is not (UnreadableFormat or XmlFormat)
            && !(attachment.MediaType is "application/octet-stream" && FormatCatalog.Find(look) is PageTextFormat
                && look.Head.Span.Contains((byte)0));
    }
}
