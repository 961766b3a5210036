namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// gzip, also in many members as crawls are written: read through, as if the file were not packed. Its origin is the
/// file's own.
/// </summary>
internal sealed class GzipFormat : FileFormat
{
    public override FormatMatch Match(FormatProbe probe) =>
        probe.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? FormatMatch.Signature : FormatMatch.None;

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        if (source.Depth >= reading.Limits.ContainerDepth)
        {
            return [new InputFailure(source.Origin, InputFailureReason.TooLarge,
                $"{source.Origin} is packed {source.Depth} times over.", "Unpack it first.")];
        }

        return reading.Read(source.Origin, () => new InputSource(
            source.Origin, InnerName(source.Name), Unpacked(source.Stream, source.Expansion))
        {
            MediaType = null,
            Charset = source.Charset,
            Address = source.Address,
            Depth = source.Depth + 1,
            Expansion = source.Expansion,
        });
    }

    public static Stream Unpacked(Stream stream, Expansion expansion) =>
        expansion.Unpacked(new WholeGzipStream(stream));

    private static string InnerName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".gz" or ".gzip" => Path.GetFileNameWithoutExtension(name),
        ".tgz" => Path.ChangeExtension(name, ".tar"),
        _ => name,
    };
}
