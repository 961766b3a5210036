using System.Globalization;
using System.IO.Compression;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>What a crawl recorded of one address.</summary>
/// <param name="Part">What it goes by behind the crawl's origin.</param>
/// <param name="Address">Where it was fetched from.</param>
/// <param name="Type">The content type the record gives.</param>
internal sealed record WebRecord(string Part, string? Address, string? Type)
{
    private const int LongestLine = 64 << 10;

    /// <summary>An HTTP response: status line, headers, body.</summary>
    public IEnumerable<InputResult> ReadResponse(InputSource source, SourceReading reading, Stream payload)
    {
        var stream = new LineStream(payload);
        var status = stream.ReadLine(LongestLine) ?? "";
        var headers = HeaderBlock.Read(stream);
        if (Status(status) is { } code and not (>= 200 and < 300 and not 204))
        {
            return [new InputFailure($"{source.Origin}!{Part}", InputFailureReason.HttpStatus,
                $"{source.Origin}!{Part}: {Address} was answered with HTTP status {code}.",
                "It holds no article and was left out.")];
        }

        var response = this with { Type = headers["Content-Type"] ?? Type };
        return response.ReadContent(source, reading, () => Body(stream, headers, source.Expansion));
    }

    /// <summary>The bytes themselves.</summary>
    public IEnumerable<InputResult> ReadContent(InputSource source, SourceReading reading, Stream payload) =>
        ReadContent(source, reading, () => payload);

    private IEnumerable<InputResult> ReadContent(InputSource source, SourceReading reading, Func<Stream> open) =>
        reading.Part(source, Part, () => new InputSource($"{source.Origin}!{Part}", FileName(), open())
        {
            MediaType = Type is null || Type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
                || Type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) ? null : Type,
            Charset = HeaderBlock.Parameter(Type, "charset"),
            Address = Address,
            Depth = source.Depth + 1,
            Expansion = source.Expansion,
        });

    private static Stream Body(LineStream stream, HeaderBlock headers, Expansion expansion)
    {
        Stream body = headers["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true
            ? new ChunkedStream(stream) : stream;
        return headers["Content-Encoding"]?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => GzipFormat.Unpacked(body, expansion),
            "deflate" => expansion.Unpacked(new ZLibStream(body, CompressionMode.Decompress)),
            "br" => expansion.Unpacked(new BrotliStream(body, CompressionMode.Decompress)),
            _ => body,
        };
    }

    private static int? Status(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length > 1 && parts[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
    }

    private string FileName()
    {
        var path = Address.AsSpan();
        if (path.IndexOfAny("?#") is >= 0 and var end)
            path = path[..end];
        return path[(path.LastIndexOf('/') + 1)..].ToString();
    }
}
