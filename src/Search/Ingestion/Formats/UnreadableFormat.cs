namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// What is known and not read: media, which hold no article and are left out, and document formats, which may hold one
/// and are a failure that says what to do.
/// </summary>
internal sealed class UnreadableFormat : FileFormat
{
    private static readonly string[] MediaExtensions =
    [
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".css",
            ".js",
        ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".avi",
            ".mkv",
        ".webm", ".ogg", ".ogv", ".wav", ".flac", ".flv", ".swf",
    ];

    private static readonly string[] MediaTypes =
    [
        "text/css", "text/javascript", "application/javascript", "application/x-javascript", "application/ecmascript",
        "application/font-woff", "application/vnd.ms-fontobject", "application/x-font-ttf",
            "application/x-shockwave-flash",
        "application/ogg", "application/manifest+json", "application/wasm", "application/ocsp-response",
    ];

    private static readonly (string Name, string Advice, string[] Extensions)[] Documents =
    [
        ("a word processor's document", "Save it as PDF, HTML or text.",
            [".doc", ".docx", ".odt", ".rtf", ".pages", ".wpd"]),
        ("a spreadsheet or presentation", "Export it as CSV, PDF or text.",
            [".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".numbers", ".key"]),
        ("an archive packed in a way that is not read", "Unpack it, or pack it as zip, tar or gz.",
            [".7z", ".rar", ".bz2", ".xz", ".zst", ".lz4", ".cab"]),
        ("a mailbox in a program's own format", "Export it as mbox or .eml.", [".pst", ".ost", ".msg", ".olm", ".dbx"]),
        ("a database", "Export the articles as JSON lines or CSV.", [".sqlite", ".db", ".mdb", ".parquet"]),
    ];

    public override FormatMatch Match(FormatProbe probe)
    {
        if (IsMediaSignature(probe.Head) || DocumentSignature(probe.Head) >= 0)
            return FormatMatch.Signature;
        if (IsMediaType(probe.MediaType))
            return FormatMatch.Declared;
        if (MediaExtensions.Contains(probe.Extension))
            return FormatMatch.Name;
        // Word processors' and spreadsheets' documents are zip archives: the name is surer than the signature.
        return DocumentOf(probe.Extension) < 0 ? FormatMatch.None
            : probe.Head.StartsWith("PK"u8) ? FormatMatch.Signature : FormatMatch.Name;
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var probe = new FormatProbe(source.Name, source.MediaType, source.Head.Span);
        var document = Math.Max(DocumentOf(probe.Extension), DocumentSignature(probe.Head));
        if (document < 0)
        {
            return [new InputFailure(source.Origin, InputFailureReason.Media,
                $"{source.Origin} is {probe.MediaType ?? "a picture, style sheet, script, font or recording"}.",
                "It holds no article and was left out.")];
        }

        var (name, advice, _) = Documents[document];
        return [new InputFailure(
            source.Origin, InputFailureReason.Unsupported, $"{source.Origin} is {name}, which is not read.", advice)];
    }

    private static int DocumentOf(string extension) =>
        Array.FindIndex(Documents, document => document.Extensions.Contains(extension));

    private static bool IsMediaType(string? type) =>
        type is not null && (MediaTypes.Contains(type) || type.StartsWith("image/", StringComparison.Ordinal)
            || type.StartsWith("audio/", StringComparison.Ordinal)
            || type.StartsWith("video/", StringComparison.Ordinal)
            || type.StartsWith("font/", StringComparison.Ordinal));

    private static bool IsMediaSignature(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith("GIF8"u8)
        || (head.StartsWith("RIFF"u8) && head.Length > 12
            && (head[8..].StartsWith("WEBP"u8) || head[8..].StartsWith("WAVE"u8)))
        || head.StartsWith("wOFF"u8) || head.StartsWith("wOF2"u8) || head.StartsWith("OggS"u8)
        || (head.Length > 12 && head[4..].StartsWith("ftyp"u8));

    private static int DocumentSignature(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("{\\rtf"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return 0;
        if (head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
            || head.StartsWith("Rar!"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X'])
            || (head.StartsWith("BZh"u8) && head.Length > 10 && head[4..].StartsWith("1AY&SY"u8))
            || head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            return 2;
        return head.StartsWith("SQLite format 3"u8) ? 4 : -1;
    }
}
