using System.Globalization;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// WARC (ISO 28500): every record of a response or resource is a source of its own. Records about the crawl (requests,
/// metadata …) are no inputs. Where a record's header is damaged, reading goes on at the next one.
/// </summary>
internal sealed class WarcFormat : FileFormat
{
    private const int LongestLine = 64 << 10;

    public override FormatMatch Match(FormatProbe probe) =>
        probe.Text.StartsWith("WARC/"u8) ? FormatMatch.Signature : FormatMatch.None;

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var stream = new LineStream(source.Stream);
        var any = false;
        for (var number = 1; number <= reading.Limits.ContainerParts; number++)
        {
            var (found, skipped) = FindRecord(stream);
            if (skipped)
                yield return SourceFailures.Damaged($"{source.Origin}!record {number}",
                    "no WARC record begins where one should");
            any |= skipped;
            if (!found)
                break;
            var headers = HeaderBlock.Read(stream);
            if (!long.TryParse(headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture,
                out var length))
            {
                any = true;
                yield return SourceFailures.Damaged($"{source.Origin}!record {number}",
                    "the record does not tell its length");
                continue;
            }

            var payload = new SliceStream(stream, length);
            foreach (var result in Record(source, reading, headers, number, payload))
            {
                any = true;
                yield return result;
            }

            if (payload.IsCut)
                yield break; // and was said so
            BoundedBytes.Skip(payload);
        }

        if (!any)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    private static IEnumerable<InputResult> Record(
        InputSource source, SourceReading reading, HeaderBlock headers, int number, Stream payload)
    {
        var type = headers["WARC-Type"]?.ToLowerInvariant();
        var address = headers["WARC-Target-URI"]?.Trim('<', '>');
        if (type is not ("response" or "resource" or "conversion")
            || address?.StartsWith("dns:", StringComparison.OrdinalIgnoreCase) == true)
            return [];
        var record = new WebRecord($"record {number}", address, headers["Content-Type"]);
        return type == "response" && address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true
            ? record.ReadResponse(source, reading, payload)
            : record.ReadContent(source, reading, payload);
    }

    private static (bool Found, bool Skipped) FindRecord(LineStream stream)
    {
        var skipped = false;
        while (stream.ReadLine(LongestLine) is { } line)
        {
            if (line.StartsWith("WARC/", StringComparison.Ordinal))
                return (true, skipped);
            skipped |= !string.IsNullOrWhiteSpace(line);
        }

        return (false, skipped);
    }
}
