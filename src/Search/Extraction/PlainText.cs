using System.Text;

namespace Dateline.Search.Extraction;

/// <summary>Article text that came without a page around it, to paragraphs; nothing is left out.</summary>
internal static class PlainText
{
    /// <summary>
    /// Paragraphs are lines when there are no blank lines, else the blocks between those, their lines joined when they
    /// are wrapped.
    /// </summary>
    public static string Body(string text)
    {
        var lines = PageText.PageLines.Split(text);
        var body = new StringBuilder(text.Length);
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (body.Length > 0)
                body.Append("\n\n");
            TextFolding.Append(body, line.Of(text));
        }

        return body.ToString();
    }
}
