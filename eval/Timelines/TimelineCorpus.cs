using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion.Formats;
using Dateline.Search.Text;
using Dateline.Summarize.Evidence;

namespace Dateline.Eval.Timelines;

/// <summary>
/// Reads the sets T17, Crisis and Entities: <c>SET/TOPIC/outputwithpub.csv[.gz]</c> (articles: day, a sentence a line),
/// <c>time-sent.csv</c> (day, sentences that mention it), <c>outputTimelines*.csv</c> (reference timelines).
/// </summary>
internal static class TimelineCorpus
{
    private const int MaxRecordBytes = 256 << 20;

    /// <summary>Topics in the words a user would give, where the folder's name is none.</summary>
    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["T17/bpoil"] = "BP oil spill",
        ["T17/egypt"] = "Egypt protests",
        ["T17/finan"] = "financial crisis",
        ["T17/h1n1"] = "H1N1 swine flu",
        ["T17/haiti"] = "Haiti earthquake",
        ["T17/iraq"] = "Iraq war",
        ["T17/libya"] = "Libya war",
        ["T17/mj"] = "Michael Jackson death",
        ["T17/syria"] = "Syria war",
    };

    /// <summary>
    /// The topics of a set, with and without sources, sorted by name; of a sample those with the shortest sources.
    /// </summary>
    public static IEnumerable<string> Topics(string folder, string set, int? sample)
    {
        var path = Path.Combine(folder, set);
        if (!Directory.Exists(path)) return [];
        var names = Directory.GetDirectories(path).Select(Path.GetFileName).OfType<string>();
        if (sample is { } most)
            names = names.Select(name => (Name: name, Sources: Sources(Path.Combine(path, name))))
                .Where(static topic => topic.Sources is not null)
                .OrderBy(static topic => new FileInfo(topic.Sources!).Length)
                .Select(static topic => topic.Name).Take(most);
        return names.Order(StringComparer.Ordinal);
    }

    private static string? Sources(string topic)
    {
        string[] files = ["outputwithpub.csv", "outputwithpub.csv.gz", "time-sent.csv"];
        return Array.Find(Array.ConvertAll(files, file => Path.Combine(topic, file)), File.Exists);
    }

    /// <summary>Reads a topic; null when neither articles nor dated sentences are there.</summary>
    public static TimelineTopic? Read(string folder, string set, string name)
    {
        var path = Path.Combine(folder, set, name);
        if (Sources(path) is not { } sources) return null;
        var whole = !sources.EndsWith("time-sent.csv", StringComparison.Ordinal);
        var articles = whole ? ReadArticles(sources) : ReadSentences(sources);
        var query = Queries.GetValueOrDefault($"{set}/{name}") ?? name.Replace('_', ' ');
        return new TimelineTopic(set, name, query, articles, whole, References(folder, set, name, articles));
    }

    private static List<DatedSummaries> References(string folder, string set, string name, List<Article> articles)
    {
        var gold = Path.Combine(folder, "Evaluation", set, "Gold", $"outputTimelines{name}.csv");
        string[] files = ["outputTimelinesTime.csv", "outputTimelines.csv"];
        var joined = files.Select(file => Path.Combine(folder, set, name, file)).First(File.Exists);
        var timelines = Records(joined).Skip(1)
            .Select(static fields =>
                (Days: PythonList.Read(fields[0]).ConvertAll(static day => Day(day)), Text: fields[1]))
            .Where(static timeline => timeline.Days.Count > 0).ToList();
        if (File.Exists(gold)) return Apart(gold, timelines.ConvertAll(static timeline => timeline.Days.Count));
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var joiner = new JoinedTimeline(vocabulary, new DayWords(articles, vocabulary));
        return [.. timelines.Select(timeline => joiner.Restore(timeline.Text, timeline.Days)).OfType<DatedSummaries>()];
    }

    // The file lists the days of all timelines one after another.
    private static List<DatedSummaries> Apart(string file, List<int> lengths)
    {
        using var records = Records(file).Skip(1).GetEnumerator();
        return lengths.ConvertAll(length =>
        {
            var timeline = new DatedSummaries();
            for (var k = 0; k < length && records.MoveNext(); k++)
                timeline.Add(Day(records.Current[0]), PythonList.Read(records.Current[1]).Select(TreebankText.Join));
            return timeline;
        });
    }

    private static List<Article> ReadArticles(string file)
    {
        var records = Records(file).Skip(1).ToList();
        var articles = new Article[records.Count];
        Parallel.For(0, records.Count, k =>
        {
            var lines = records[k][1].Split('\n').Select(TreebankText.Join).Where(static line => line.Length > 0);
            articles[k] = Make(k, Day(records[k][0]), string.Join("\n\n", lines));
        });
        return [.. articles.Where(static article => article.Body.Length > 0)];
    }

    private static Article Make(int number, DateOnly day, string body)
    {
        var published = new PublishedDate(DateRange.OfDay(day), null, "data-set");
        var text = new ExtractedText { Title = "", Body = body, Published = published };
        return new Article
        {
            Id = number.ToString("x16", CultureInfo.InvariantCulture),
            Origin = "",
            Title = "",
            Body = body,
            Published = published,
            EventDates = EventDateFinder.Find(text),
            ContentHash = "",
        };
    }

    private static List<Article> ReadSentences(string file) =>
    [
        .. Records(file).Skip(1).Select((fields, number) =>
        {
            var day = DateRange.OfDay(Day(fields[0]));
            var sentences = PythonList.Read(fields[1]).Select(TreebankText.Join)
                .Where(static line => line.Length > 0).ToList();
            List<EventDate> dates = [];
            var at = 0;
            foreach (var sentence in sentences)
            {
                // What the set counts as one sentence may be a few; any of them may name the day.
                foreach (var span in SentenceSplitter.Split(sentence))
                    dates.Add(
                        new EventDate(day, new(EvidenceField.Body, at + span.Start, at + span.End, "", "data-set")));
                at += sentence.Length + 2;
            }

            return new Article
            {
                Id = number.ToString("x16", CultureInfo.InvariantCulture),
                Origin = "",
                Title = "",
                Body = string.Join("\n\n", sentences),
                EventDates = dates,
                ContentHash = "",
            };
        }),
    ];

    private static IEnumerable<List<string>> Records(string file)
    {
        using Stream bytes = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress)
            : File.OpenRead(file);
        foreach (var record in new CsvRecords(bytes, MaxRecordBytes).Read())
        {
            if (record.Problem is { } problem)
                throw new FormatException($"{file}:{record.Line}: the record {problem}.");
            yield return CsvRecords.Fields(Encoding.UTF8.GetString(record.Bytes.Span), ',');
        }
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
