using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>A part of a message that is not its text.</summary>
/// <param name="Name">Its file name, made up where it has none.</param>
/// <param name="MediaType">Lower case, without parameters.</param>
/// <param name="Charset">As declared, or null.</param>
/// <param name="Content">Its decoded bytes.</param>
internal sealed record MailAttachment(string Name, string MediaType, string? Charset, byte[] Content);

/// <summary>
/// A message taken apart: headers, text in either form, attachments. Never fails: what is malformed is taken as it
/// stands. Nesting and the number of parts are bounded; what lies beyond is left out.
/// </summary>
internal sealed class MailMessage
{
    private const int MostDepth = 20;
    private const int MostParts = 1000;
    private const int MostCopies = 8;

    private readonly List<MailAttachment> _attachments = [];
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _html = new();
    private DecodedText? _bad;
    private string? _warning;
    private string? _location;
    private int _parts;
    private long _bytesLeft;

    private MailMessage()
    {
    }

    public string? Subject { get; private set; }

    /// <summary>The date header as it stands.</summary>
    public string? Date { get; private set; }

    /// <summary>The sender's name, else address.</summary>
    public string? Author { get; private set; }

    /// <summary>Address of the page, when the message is a saved web page.</summary>
    public string? PageAddress { get; private set; }

    /// <summary>The text of all plain parts; null when there is none.</summary>
    public DecodedText? Plain => _plain.Length > 0 ? DecodedText.Good(_plain.ToString(), _warning) : _bad;

    /// <summary>The text of all HTML parts; null when there is none.</summary>
    public DecodedText? Html => _html.Length > 0 ? DecodedText.Good(_html.ToString(), _warning) : null;

    public IReadOnlyList<MailAttachment> Attachments => _attachments;

    public static MailMessage Read(byte[] bytes)
    {
        var message = new MailMessage { _bytesLeft = MostCopies * (long)bytes.Length };
        var headers = message.Take(bytes, depth: 0);
        message.Subject = EncodedWords.Decode(headers["Subject"]);
        message.Date = headers["Date"];
        message.Author = Sender(EncodedWords.Decode(headers["From"]));
        message.PageAddress = headers["Snapshot-Content-Location"] ?? (headers["From"] is null || IsSaver(headers)
            ? message._location : null);
        return message;
    }

    // Internet Explorer and its like put themselves into the sender's place.
    private static bool IsSaver(HeaderBlock headers) =>
        headers["From"]!.StartsWith("<Saved by", StringComparison.OrdinalIgnoreCase);

    private HeaderBlock Take(byte[] part, int depth)
    {
        using var stream = new LineStream(new MemoryStream(part));
        var headers = HeaderBlock.Read(stream);
        _bytesLeft -= part.Length; // parts in parts in parts, each held
        if (depth > MostDepth || ++_parts > MostParts || _bytesLeft < 0)
            return headers;
        var type = (headers["Content-Type"] ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();
        var body = BoundedBytes.Read(stream, part.Length) ?? [];
        if (type.StartsWith("multipart/", StringComparison.Ordinal)
            && HeaderBlock.Parameter(headers["Content-Type"], "boundary") is { Length: > 0 } boundary)
        {
            foreach (var inner in MimeBody.Parts(body, boundary))
                Take(inner, depth + 1);
        }
        else
        {
            TakeLeaf(headers, type, MimeBody.Decode(body, headers["Content-Transfer-Encoding"]));
        }

        return headers;
    }

    private void TakeLeaf(HeaderBlock headers, string type, byte[] content)
    {
        var name = FileName(headers);
        var charset = HeaderBlock.Parameter(headers["Content-Type"], "charset");
        var isAttachment = headers["Content-Disposition"]?.StartsWith("attachment",
            StringComparison.OrdinalIgnoreCase) == true;
        if (isAttachment || type is not ("text/plain" or "text/html" or "text/enriched"))
        {
            var kind = type == MailFormat.MediaType ? ".eml" : "";
            _attachments.Add(new MailAttachment(name ?? $"part {_parts}{kind}", type, charset, content));
            return;
        }

        var decoded = TextDecoder.Decode(content, charset, type == "text/html");
        if (decoded.Text is null)
        {
            if (content.Length > 0)
                _bad = decoded;
            return;
        }

        _warning ??= decoded.Warning;
        if (type == "text/html")
        {
            _location ??= headers["Content-Location"];
            // A saved page's frames come after it as pages of their own.
            if (_html.Length == 0 || _location is null)
                _html.Append(decoded.Text);
        }
        else
        {
            _plain.Append(_plain.Length > 0 ? "\n\n" : "").Append(decoded.Text.ReplaceLineEndings("\n"));
        }
    }

    private static string? FileName(HeaderBlock headers)
    {
        var name = HeaderBlock.Parameter(headers["Content-Disposition"], "filename")
            ?? HeaderBlock.Parameter(headers["Content-Type"], "name");
        return string.IsNullOrWhiteSpace(name) ? null : EncodedWords.Decode(name);
    }

    private static string? Sender(string? from)
    {
        if (from is null)
            return null;
        var bracket = from.LastIndexOf('<');
        var name = (bracket > 0 ? from[..bracket] : from).Trim().Trim('"', '\'').Trim();
        return name.Length > 0 ? name : from.Trim('<', '>', ' ');
    }
}
