namespace Dateline.Search.Ingestion.Formats;

/// <summary>XML of no kind that is read; said by its root element rather than indexed with its tags.</summary>
internal sealed class XmlFormat : FileFormat
{
    public override FormatMatch Match(FormatProbe probe) =>
        probe.Text.StartsWith("<?xml"u8) ? FormatMatch.Content
            : probe.Named([".xml"], ["application/xml", "text/xml"]);

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var root = FeedFormat.RootName(source.Head.Span);
        return [new InputFailure(source.Origin, InputFailureReason.Unsupported,
            $"{source.Origin} is XML of an unknown kind{(root.Length == 0 ? "" : $", <{root}>")}.",
            "RSS, Atom, XHTML and Reuters SGML are read; convert others to one of those or to JSON lines.")];
    }
}
