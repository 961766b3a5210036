using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Dateline.Search.Articles;

namespace Dateline.Eval.Timex;

/// <summary>A marked time expression.</summary>
/// <param name="Start">First unit in the document's text.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">TIMEX3 value.</param>
internal sealed record GoldTimex(int Start, int End, string Type, string Value);

/// <summary>A TimeML document: text, creation day and the expressions with words in it.</summary>
internal sealed record TimeMlDocument(string Name, string Text, PublishedDate? Created,
    IReadOnlyList<GoldTimex> Expressions)
{
    public static TimeMlDocument Read(string file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            MaxCharactersInDocument = 1 << 24,
        };
        using var reader = XmlReader.Create(file, settings);
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        var text = new StringBuilder();
        var marked = new List<GoldTimex>();
        Append(root.Element("TEXT")!, text, marked);
        return new TimeMlDocument(Path.GetFileNameWithoutExtension(file), text.ToString(), CreationDate(root), marked);
    }

    private static void Append(XElement element, StringBuilder text, List<GoldTimex> marked)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
                continue;
            }

            if (node is not XElement inner)
                continue;
            var start = text.Length;
            Append(inner, text, marked);
            if (inner.Name.LocalName == "TIMEX3" && text.Length > start)
                marked.Add(new GoldTimex(start, text.Length, (string?)inner.Attribute("type") ?? "",
                    (string?)inner.Attribute("value") ?? ""));
        }
    }

    private static PublishedDate? CreationDate(XElement root)
    {
        var mark = root.Element("DCT")?.Descendants("TIMEX3").FirstOrDefault()
            ?? root.Descendants("TIMEX3").FirstOrDefault(timex =>
                (string?)timex.Attribute("functionInDocument") == "CREATION_TIME");
        var value = (string?)mark?.Attribute("value") ?? "";
        return value.Length >= 10
            && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var day)
            ? new PublishedDate(DateRange.OfDay(day), null, "document-creation-time")
            : null;
    }
}
