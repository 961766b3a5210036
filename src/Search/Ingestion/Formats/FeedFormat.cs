namespace Dateline.Search.Ingestion.Formats;

/// <summary>RSS (also 0.9x and RDF) and Atom, also ill-formed: an article an entry.</summary>
internal sealed class FeedFormat : FileFormat
{
    public override FormatMatch Match(FormatProbe probe)
    {
        var text = probe.Text;
        if (!text.StartsWith("<"u8))
            return FormatMatch.None;
        var root = RootName(text);
        if (root is "rss" or "feed" or "RDF" or "channel")
            return FormatMatch.Signature;
        return root.Length > 0 ? FormatMatch.None
            : probe.Named([".rss", ".atom", ".rdf"], ["application/rss+xml", "application/atom+xml",
                "application/rdf+xml"]);
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var (decoded, failure) = WholeText.Of(source, reading.Limits);
        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        var number = 0;
        foreach (var entry in FeedEntry.All(decoded.Text!, reading.Limits.ContainerParts))
        {
            var record = entry.ToRecord();
            var origin = $"{source.Origin}#{++number}";
            yield return record.Length > reading.Limits.DocumentBytes
                ? SourceFailures.TooLarge(origin, reading.Limits.DocumentBytes)
                : new InputItem(origin, InputFormat.Json, record)
                {
                    Warnings = entry.IsSummary
                        ? [.. decoded.Warnings, "The feed gives a summary only, not the whole text."]
                            : decoded.Warnings,
                };
        }

        if (number == 0)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    /// <summary>Name of the first element without prefix, or empty.</summary>
    internal static string RootName(ReadOnlySpan<byte> head)
    {
        var scanner = new MarkupScanner(System.Text.Encoding.Latin1.GetString(head));
        while (scanner.Next())
        {
            if (scanner.Kind is MarkupKind.Open or MarkupKind.SelfClosed)
                return scanner.Name[(scanner.Name.IndexOf(':') + 1)..].ToString();
        }

        return "";
    }
}
