namespace Dateline.Search.Ingestion.Formats;

/// <summary>HTML and XHTML; also under a name that promises text, as page savers like to give.</summary>
internal sealed class HtmlFormat() : DocumentFormat(InputFormat.Html)
{
    public override FormatMatch Match(FormatProbe probe)
    {
        var named = probe.Named([".html", ".htm", ".xhtml", ".shtml"], ["text/html", "application/xhtml+xml"]);
        if (named is not FormatMatch.None)
            return named;
        if (!LooksHtml(probe))
            return FormatMatch.None;
        return probe.Extension is ".txt" or ".text" or ".xml" ? FormatMatch.Name : FormatMatch.Content;
    }

    private static bool LooksHtml(FormatProbe probe) =>
        probe.Begins("<!doctype html"u8) || probe.Begins("<html"u8) || probe.Begins("<head"u8)
        || probe.Begins("<body"u8) || (probe.Text.StartsWith("<?xml"u8) && probe.Text.IndexOf("<html"u8) >= 0);
}
