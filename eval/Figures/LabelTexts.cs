using System.Globalization;
using System.Text;
using Dateline.Eval.IncidentDates;
using Dateline.Eval.Measuring;
using Dateline.Eval.Stories;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Figures;

/// <summary>A text that may be labelled.</summary>
/// <param name="Id">Set and id.</param>
/// <param name="Day">When it was published.</param>
/// <param name="Body">The record as the set has it, or for sets that need reading (SGML, reports with headings) the
/// body that ingestion makes of it.</param>
internal sealed record LabelText(string Id, DateOnly Day, string Body)
{
    /// <summary>The article that ingestion would make of it.</summary>
    public Article Compose() => ArticleReader.Compose(
        new InputItem(Id, InputFormat.Json, Body),
        new ExtractedText
        {
            Title = "",
            Body = Body,
            Published = new PublishedDate(DateRange.OfDay(Day), null, "record"),
        });
}

/// <summary>Reads the sets that labelled articles are from; the others lie beside the news stream.</summary>
internal static class LabelTexts
{
    /// <summary>The news stream.</summary>
    public static IEnumerable<LabelText> Stream(string streamFolder) => NewsRecord.Read(streamFolder)
        .Select(static record => new LabelText("reuters_news/" + record.Id, record.Day, record.Text));

    /// <summary>The dated updates of <c>background_summaries</c> (first annotator).</summary>
    public static IEnumerable<LabelText> Updates(string streamFolder)
    {
        var folder = Path.Combine(Beside(streamFolder, "background_summaries"), "data", "events");
        foreach (var file in Directory.GetFiles(folder, "annotator1.tsv",
            SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var story = Path.GetFileName(Path.GetDirectoryName(file)!);
            foreach (var row in Rows(File.ReadAllText(file)).Skip(1).Where(static row => row.Count > 1))
                if (DateOnly.TryParseExact(row[0].Trim('[', ']').Split(',')[0], "yyyy-MM-dd",
                    CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    yield return new LabelText($"background_summaries/{story}/annotator1/{row[0]}", day, row[1]);
        }
    }

    /// <summary>The wanted stories of <c>reuters21578</c>, named by file and place in it.</summary>
    public static IEnumerable<LabelText> Newswire(string streamFolder, Func<string, bool> wanted) =>
        Directory.GetFiles(Beside(streamFolder, "reuters21578"), "*.sgm").Order(StringComparer.Ordinal)
            .SelectMany(static file => new InputReader().Read([file])).OfType<InputItem>()
            .Select(static item => ("reuters21578/" + Path.GetFileName(item.Origin), item))
            .Where(pair => wanted(pair.Item1)).SelectMany(static pair => Extracted(pair.Item1, pair.item));

    /// <summary>The wanted reports of <c>muc34</c>.</summary>
    public static IEnumerable<LabelText> Reports(string streamFolder, Func<string, bool> wanted) =>
        MucReports.Texts(Beside(streamFolder, "muc34"))
            .Select(static report => (Name: "muc34/" + report.Id, report.Text)).Where(report => wanted(report.Name))
            .SelectMany(static report => Extracted(report.Name,
                new InputItem(report.Name, InputFormat.PageText, report.Text)));

    private static IEnumerable<LabelText> Extracted(string name, InputItem item)
    {
        if (ArticleExtractor.Extract(item).Text is { Published.Date: var day } text)
            yield return new LabelText(name, day.First, text.Body);
    }

    private static string Beside(string streamFolder, string set)
    {
        var folder = Path.Combine(streamFolder, "..");
        if (!Directory.Exists(Path.Combine(folder, set)))
            folder = DataSets.Locate(set, AppContext.BaseDirectory, out var reason)
                ?? throw new DirectoryNotFoundException(reason);
        return Path.Combine(folder, set);
    }

    // Cells parted by tabs, quoted where they hold quotes or line breaks, quotes doubled.
    private static IEnumerable<List<string>> Rows(string table)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < table.Length; at++)
        {
            var unit = table[at];
            if (quoted && unit == '"' && at + 1 < table.Length && table[at + 1] == '"') cell.Append(table[at++]);
            else if (unit == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (quoted || unit is not ('\t' or '\n' or '\r')) cell.Append(unit);
            else if (unit != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (unit != '\n') continue;
                yield return row;
                row = [];
            }
        }

        row.Add(cell.ToString());
        yield return row;
    }
}
