namespace Dateline.Search.Ingestion.Formats;

/// <summary>The formats there are.</summary>
internal static class FormatCatalog
{
    /// <summary>Of several equally sure formats, the first listed reads.</summary>
    private static readonly FileFormat[] All =
    [
        new UnreadableFormat(),
        new GzipFormat(),
        new ZipFormat(),
        new TarFormat(),
        new WarcFormat(),
        new ArcFormat(),
        new PdfFormat(),
        new MboxFormat(),
        new MailFormat(),
        new ReutersSgmlFormat(),
        new FeedFormat(),
        new HtmlFormat(),
        new MarkdownFormat(),
        new JsonLinesFormat(),
        new JsonFormat(),
        new CsvFormat(),
        new XmlFormat(),
        new PageTextFormat(),
    ];

    /// <summary>The format that is surest of a source.</summary>
    public static FileFormat Find(InputSource source)
    {
        var probe = new FormatProbe(source.Name, source.MediaType, source.Head.Span);
        FileFormat? best = null;
        var surest = FormatMatch.None;
        foreach (var format in All)
        {
            var match = format.Match(probe);
            if (match > surest)
                (best, surest) = (format, match);
        }

        return best ?? throw new InvalidOperationException("Page text reads everything.");
    }
}
