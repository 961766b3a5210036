using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Eval.Measuring;
using Dateline.Eval.Stories;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Figures;

/// <summary>A text that may be labelled: its set and id, day and body as the set has it.</summary>
internal sealed record LabelText(string Id, DateOnly Day, string Body);

/// <summary>
/// The texts that figures are labelled in: of the news stream those of 100 to 800 words with three of the words of
/// harm, of the dated updates of <c>background_summaries</c> (first annotator) those of 60 to 800 words with two.
/// </summary>
internal static partial class LabelledArticles
{
    private static readonly HashSet<string> Harm =
    [
        "killed", "killing", "dead", "died", "deaths", "wounded", "injured", "injuries", "missing", "arrested",
            "arrests", "detained",
        "kidnapped", "hostages", "refugees", "displaced", "evacuated", "fled", "troops", "soldiers", "casualties",
            "toll", "ransom", "damage",
    ];

    /// <summary>All of them, in the order of a lot drawn from seed and id.</summary>
    /// <param name="streamFolder">Folder of the news stream; <c>background_summaries</c> lies beside it.</param>
    public static List<LabelText> Draw(string streamFolder) =>
    [
        .. Updates(EventsFolder(streamFolder)).Where(static text =>
            Fits(text.Body, 60, 2)).OrderBy(Lot, StringComparer.Ordinal),
        .. NewsRecord.Read(streamFolder).Select(static record =>
            new LabelText("reuters_news/" + record.Id, record.Day, record.Text))
            .Where(static text => Fits(text.Body, 100, 3)).OrderBy(Lot, StringComparer.Ordinal),
    ];

    /// <summary>The article that ingestion would make of it.</summary>
    public static Article Compose(LabelText text) => ArticleReader.Compose(
        new InputItem(text.Id, InputFormat.Json, text.Body),
        new ExtractedText
        {
            Title = "",
            Body = text.Body,
            Published = new PublishedDate(DateRange.OfDay(text.Day), null, "record")
        });

    private static string EventsFolder(string streamFolder)
    {
        var beside = Path.Combine(streamFolder, "..");
        if (!Directory.Exists(Path.Combine(beside, "background_summaries")))
            beside = DataSets.Locate("background_summaries", AppContext.BaseDirectory, out var reason)
                ?? throw new DirectoryNotFoundException(reason);
        return Path.Combine(beside, "background_summaries", "data", "events");
    }

    private static string Lot(LabelText text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("figures:" + text.Id)));

    private static bool Fits(string body, int fewest, int harms) =>
        body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is var words && words >= fewest
            && words <= 800
        && Letters().Matches(body.ToLowerInvariant()).Select(static match =>
            match.Value).Where(Harm.Contains).Distinct().Count() >= harms;

    private static IEnumerable<LabelText> Updates(string folder)
    {
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

    [GeneratedRegex("[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
