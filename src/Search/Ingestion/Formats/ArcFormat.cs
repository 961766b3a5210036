using System.Globalization;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>ARC, the crawl format before WARC, versions 1 and 2.</summary>
internal sealed class ArcFormat : FileFormat
{
    private const int LongestLine = 64 << 10;
    private const int FieldsOfVersion1 = 5;
    private const int FieldsOfVersion2 = 10;

    public override FormatMatch Match(FormatProbe probe) =>
        probe.Text.StartsWith("filedesc://"u8) ? FormatMatch.Signature : FormatMatch.None;

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var stream = new LineStream(source.Stream);
        var (fields, any, damaged) = (FieldsOfVersion1, false, false);
        var number = 1;
        while (number <= reading.Limits.ContainerParts && stream.ReadLine(LongestLine) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Header(line, fields) is not var (address, type, length))
            {
                // Until a line looks like a header again; one failure for all that lies between.
                if (!damaged)
                    yield return SourceFailures.Damaged($"{source.Origin}!record {number++}",
                        "no ARC record begins where one should");
                (any, damaged) = (true, true);
                continue;
            }

            damaged = false;
            var payload = new SliceStream(stream, length);
            if (address.StartsWith("filedesc:", StringComparison.Ordinal))
            {
                fields = new LineStream(payload).ReadLine(LongestLine)?.StartsWith('2') == true ? FieldsOfVersion2
                    : FieldsOfVersion1;
            }
            else if (address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                var record = new WebRecord($"record {number}", address, type);
                foreach (var result in record.ReadResponse(source, reading, payload))
                {
                    any = true;
                    yield return result;
                }
            }

            if (payload.IsCut)
                yield break; // and was said so
            BoundedBytes.Skip(payload);
            number++;
        }

        if (!any)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    // Counted from the end, as addresses have been seen with spaces in them.
    private static (string Address, string Type, long LengthBytes)? Header(string line, int fields)
    {
        var parts = line.Split(' ');
        return parts.Length >= fields
            && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && line.Contains("://", StringComparison.Ordinal)
            ? (string.Join(' ', parts[..^(fields - 1)]), parts[^(fields - 3)], length)
            : null;
    }
}
