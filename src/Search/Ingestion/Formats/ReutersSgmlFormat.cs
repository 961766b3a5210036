using System.Net;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// The SGML of the Reuters-21578 collection: an article a <c>REUTERS</c> element, named by its NEWID.
/// </summary>
internal sealed class ReutersSgmlFormat : FileFormat
{
    public override FormatMatch Match(FormatProbe probe) =>
        probe.Begins("<!doctype lewis"u8) || probe.Begins("<reuters "u8) ? FormatMatch.Signature : FormatMatch.None;

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var (decoded, failure) = WholeText.Of(source, reading.Limits);
        if (failure is not null)
            return [failure];
        var records = Records(source.Origin, decoded.Text!, decoded.Warnings);
        return records.Count > 0 ? records : [SourceFailures.NoRecords(source.Origin)];
    }

    private static List<InputResult> Records(string origin, string sgml, IReadOnlyList<string> warnings)
    {
        List<InputResult> records = [];
        var scanner = new MarkupScanner(sgml);
        while (scanner.Next())
        {
            if (scanner.Kind is not MarkupKind.Open || !scanner.Is("REUTERS"))
                continue;
            var end = sgml.IndexOf("</REUTERS>", scanner.End, StringComparison.OrdinalIgnoreCase);
            var content = end < 0 ? sgml[scanner.End..] : sgml[scanner.End..end];
            records.Add(new InputItem($"{origin}#{records.Count + 1}", InputFormat.Json,
                Record(content))
            { Warnings = warnings });
            scanner = new MarkupScanner(sgml, scanner.End + content.Length);
        }

        return records;
    }

    // Items that are marked UNPROC or BRIEF have their text without a BODY element around it.
    private static string Record(string content)
    {
        var dateline = Element(content, "DATELINE")?.Trim();
        var body = Element(content, "BODY") ?? Decoded(Unmarked(Raw(content, "TEXT") ?? ""));
        return JsonRecords.Write(
        [
            ("title", Element(content, "TITLE")?.Trim()),
            ("published", Element(content, "DATE")?.Trim()),
            ("author", Author(Element(content, "AUTHOR"))),
            ("outlet", "Reuters"),
            ("text", string.IsNullOrEmpty(dateline) ? Paragraphs(body) : $"{dateline} {Paragraphs(body)}"),
        ]);
    }

    private static string? Element(string content, string name) => Raw(content, name) is { } raw ? Decoded(raw) : null;

    private static string? Raw(string content, string name)
    {
        var scanner = new MarkupScanner(content);
        while (scanner.Next())
        {
            if (scanner.Kind is not MarkupKind.Open || !scanner.Is(name))
                continue;
            var end = content.IndexOf($"</{name}>", scanner.End, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? content[scanner.End..] : content[scanner.End..end];
        }

        return null;
    }

    private static string Unmarked(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        var scanner = new MarkupScanner(text);
        while (scanner.Next())
        {
            if (scanner.Kind is MarkupKind.Open)
                depth++;
            else if (scanner.Kind is MarkupKind.Close)
                depth--;
            else if (scanner.Kind is MarkupKind.Text && depth <= 0)
                plain.Append(scanner.Content);
        }

        return plain.ToString();
    }

    private static string? Author(string? text)
    {
        var name = text?.Trim().TrimEnd(',').TrimEnd();
        return name?.StartsWith("By ", StringComparison.OrdinalIgnoreCase) == true ? name[3..] : name;
    }

    // A new paragraph is a line set in by four spaces; the last line is the agency's mark.
    private static string Paragraphs(string body)
    {
        var text = new System.Text.StringBuilder(body.Length);
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            var words = line.Trim();
            if (words.IsEmpty || words.Equals("REUTER", StringComparison.OrdinalIgnoreCase))
                continue;
            text.Append(text.Length == 0 ? "" : line.StartsWith("    ") ? "\n\n" : " ").Append(words);
        }

        return text.ToString();
    }

    // The control characters that wire machines set between the parts go with it.
    private static string Decoded(string text)
    {
        var decoded = WebUtility.HtmlDecode(text);
        return string.Concat(decoded.Where(static c => c >= ' ' || c is '\n' or '\t'));
    }
}
