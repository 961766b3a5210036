using System.Globalization;
using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion.Formats;

namespace Dateline.Eval.Background;

/// <summary>
/// An event as one annotator tells it: an update a day, and for each day what one should know of the days before.
/// </summary>
/// <param name="Name">Event and annotator.</param>
/// <param name="Updates">One article a day.</param>
/// <param name="Backgrounds">By day, of all annotators.</param>
internal sealed record BackgroundEvent(
    string Name, IReadOnlyList<Article> Updates, IReadOnlyDictionary<DateOnly, List<string>> Backgrounds)
{
    private const int MaxRecordBytes = 1 << 20;

    /// <summary>Reads <c>EVENT/annotator*.tsv</c> (Date, Update, Background); one event for each annotator.</summary>
    public static List<BackgroundEvent> Read(string folder)
    {
        var tables = Directory.GetFiles(folder, "annotator*.tsv").Order(StringComparer.Ordinal).Select(Rows).ToList();
        var backgrounds = new Dictionary<DateOnly, List<string>>();
        foreach (var (day, _, background) in tables.SelectMany(static table => table))
        {
            if (background.Length == 0) continue;
            if (!backgrounds.TryGetValue(day, out var list)) backgrounds.Add(day, list = []);
            list.Add(background);
        }

        return
        [
            .. tables.Select((table, number) => new BackgroundEvent(
                $"{Path.GetFileName(folder)} {number + 1}",
                [.. table.Where(static row => row.Update.Length > 0).Select(Update)],
                backgrounds)),
        ];
    }

    private static List<(DateOnly Day, string Update, string Background)> Rows(string file)
    {
        using var bytes = File.OpenRead(file);
        return
        [
            .. new CsvRecords(bytes, MaxRecordBytes).Read().Skip(1).Select(record =>
            {
                if (record.Problem is { } problem)
                    throw new FormatException($"{file}:{record.Line}: the record {problem}.");
                var fields = CsvRecords.Fields(Encoding.UTF8.GetString(record.Bytes.Span), '\t');
                if (fields.Count < 2)
                    throw new FormatException($"{file}:{record.Line}: expected Date, Update and Background.");
                var day = DateOnly.ParseExact(fields[0].Trim('[', ']'), "yyyy-MM-dd", CultureInfo.InvariantCulture);
                return (day, Plain(fields[1]), fields.Count > 2 ? Plain(fields[2]) : "");
            }),
        ];
    }

    // The files write a line break as a backslash and an n.
    private static string Plain(string text) => text.Replace("\\n", "\n\n", StringComparison.Ordinal).Trim();

    private static Article Update((DateOnly Day, string Update, string Background) row, int number)
    {
        var published = new PublishedDate(DateRange.OfDay(row.Day), null, "data-set");
        var text = new ExtractedText { Title = "", Body = row.Update, Published = published };
        return new Article
        {
            Id = number.ToString("x16", CultureInfo.InvariantCulture),
            Origin = "",
            Title = "",
            Body = row.Update,
            Outlet = "The timeline",
            Published = published,
            EventDates = EventDateFinder.Find(text),
            ContentHash = "",
        };
    }
}
