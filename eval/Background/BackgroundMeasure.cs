using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Eval.Rouge;
using Dateline.Search.Articles;
using Dateline.Summarize;

namespace Dateline.Eval.Background;

/// <summary>
/// <c>background FOLDER</c>: briefings as of the day before an update against what three annotators wrote as its
/// background (Pratapa, Small and Dreyer, EMNLP 2023): ROUGE-1 and -2 F, stemmed, mean over annotators, then over days,
/// beside baselines. Every system may use as many words as the annotators did on average.
/// </summary>
internal static class BackgroundMeasure
{
    private const int SampleStep = 12;
    private const string Own = "briefing";

    // "latest" stands beside them for comparison: a list of news is no briefing, yet annotators dwell on what is new.
    private static readonly string[] Baselines = ["TextRank", "LexRank", "lead"];

    private sealed record Tally(Dictionary<string, (double One, double Two)> Sums)
    {
        public int Days { get; set; }

        public void Add(string system, (double One, double Two) scores)
        {
            var (one, two) = Sums.GetValueOrDefault(system);
            Sums[system] = (one + scores.One, two + scores.Two);
        }
    }

    public static Measure Measure { get; } = new("background", "background_summaries",
        "Briefings as of a day: ROUGE against three annotators, beside TextRank, LexRank, first and latest sentences.",
        Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var all = new Tally([]);
        var folder = Path.Combine(run.Folder, "data", "events");
        var events = Directory.GetDirectories(folder).Where(path => run.Includes(Path.GetFileName(path)));
        foreach (var path in events.Order(StringComparer.Ordinal))
        {
            var part = new Tally([]);
            foreach (var told in BackgroundEvent.Read(path).Take(run.Sample ? 1 : int.MaxValue))
                Score(told, run.Sample, part);
            foreach (var (system, sum) in part.Sums) all.Add(system, sum);
            all.Days += part.Days;
            Print(Path.GetFileName(path), part, run.Output);
        }

        Print("all", all, run.Output);
        return
        [
            .. all.Sums.SelectMany(pair => new Figure[]
            {
                new($"{pair.Key} R1", pair.Value.One / all.Days), new($"{pair.Key} R2", pair.Value.Two / all.Days),
            }),
            new("R1 above baselines", Lead(all, static pair => pair.One)),
            new("R2 above baselines", Lead(all, static pair => pair.Two)),
        ];
    }

    private static double Lead(Tally tally, Func<(double One, double Two), double> of) =>
        (of(tally.Sums[Own]) - Baselines.Max(name => of(tally.Sums[name]))) / tally.Days;

    private static void Score(BackgroundEvent told, bool sample, Tally tally)
    {
        var baselines = new RankedSentences(told.Updates);
        var writer = new BriefingWriter(new UpdateList(told.Updates));
        var number = 0;
        foreach (var day in told.Updates.Select(static update => update.Published!.Date.First).Skip(1))
        {
            if (!told.Backgrounds.TryGetValue(day, out var references) || (sample && number++ % SampleStep != 0))
                continue;
            var until = day.AddDays(-1);
            var words = (int)references.Average(CountWords);
            var gold = references.ConvertAll(static text => RougeText.Of([text], withoutStopwords: false));
            tally.Days++;
            tally.Add(Own, Rouge(Brief(writer, until), words, gold));
            tally.Add("TextRank", Rouge(baselines.TextRank(until), words, gold));
            tally.Add("LexRank", Rouge(baselines.LexRank(until), words, gold));
            tally.Add("lead", Rouge(baselines.Lead(until), words, gold));
            tally.Add("latest", Rouge(baselines.Latest(until), words, gold));
        }
    }

    private static IEnumerable<string> Brief(BriefingWriter writer, DateOnly until)
    {
        var request = new BriefingRequest
        {
            Topic = "*",
            Depth = BriefingRequest.MaxDepth,
            AsOf = until,
            BottomLine = 4,
            KeyPoints = 20,
            Timeline = 0,
        };
        var briefing = writer.Write(request).Briefing!;
        return briefing.BottomLine.Concat(briefing.KeyPoints.Select(static point => point.Sentence))
            .Select(static sentence => sentence.Text).Distinct(StringComparer.Ordinal);
    }

    // The last sentence is cut at the budget, as ROUGE's own length option does.
    private static (double One, double Two) Rouge(IEnumerable<string> sentences, int words, List<RougeText> gold)
    {
        var text = RougeText.Of([string.Join(' ', Words(string.Join(' ', sentences)).Take(words))],
            withoutStopwords: false);
        return (gold.Average(reference => F(text, reference, 1)), gold.Average(reference => F(text, reference, 2)));
    }

    private static double F(RougeText text, RougeText reference, int n)
    {
        var sizes = text.Totals[n - 1] + reference.Totals[n - 1];
        return sizes == 0 ? 0 : 2.0 * text.SharedWith(reference, n) / sizes;
    }

    private static int CountWords(string text) => Words(text).Length;

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static void Print(string name, Tally tally, TextWriter output)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {tally.Days,5} days"));
        foreach (var (system, (one, two)) in tally.Sums)
            output.Write(
                string.Create(CultureInfo.InvariantCulture, $"  {system} {one / tally.Days:F3}/{two / tally.Days:F3}"));
        output.WriteLine();
    }
}
