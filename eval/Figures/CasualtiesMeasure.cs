using Dateline.Eval.IncidentDates;
using Dateline.Eval.Measuring;
using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;
using Dateline.Summarize.Figures;
using Dateline.Summarize.Model;

namespace Dateline.Eval.Figures;

/// <summary>
/// <c>figures-muc34 FOLDER</c>: the numbers of killed and of injured in MUC-3/4 reports against the human targets of
/// their key templates. An item is an effect with a number, once a report; a victim told by name or role counts as one,
/// as in the keys. "PLURAL" and our "dozens" are no numbers, and what is told as part of another number ("five of them
/// Spaniards") is left out, as in the keys. Items of optional templates or marked "?", and the totals of what a
/// template lists, are right where given and not missed where not. Keys answer for recent incidents alone, so what our
/// own scope and date make a total of a longer time, or an event of more than two months ago, is not given. The first
/// figures are over reports with at least one template; the strict ones are over all, so that every number given for a
/// report without one is wrong. "Every number" gives totals and old events too; "without combat" leaves out, as the
/// keys do, those hurt in fights between forces (<see cref="IncidentRule"/>), of which we have no notion ourselves.
/// </summary>
internal static class CasualtiesMeasure
{
    private sealed class Count
    {
        public int Right { get; set; }
        public int Given { get; set; }
        public int Found { get; set; }
        public int Wanted { get; set; }

        public double Precision => Given == 0 ? 0 : (double)Right / Given;
        public double Recall => Wanted == 0 ? 0 : (double)Found / Wanted;
        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
    }

    private sealed record Given(
        FigureKind Kind, decimal? Low, decimal? High, bool IsIncident, bool IsCombat, string Words);

    public static Measure Measure { get; } = new("figures-muc34", "muc34",
        "Numbers of killed and injured in news reports against MUC-3/4 keys.", Run);

    private static List<Measuring.Figure> Run(MeasureRun run)
    {
        var keys = MucReports.Keys(run.Folder)
            .Where(static key => CasualtyKey.Values(key, "INCIDENT: TYPE").Count > 0)
            .ToLookup(static key => CasualtyKey.Values(key, "MESSAGE: ID")[0].Split(' ')[0]);
        var (all, killed, injured, several, strict) = (new Count(), new Count(), new Count(), new Count(), new Count());
        var (every, everyStrict, peaceful) = (new Count(), new Count(), new Count());
        foreach (var (id, text) in MucReports.Texts(run.Folder))
        {
            if (!run.Includes(id)) continue;
            var found = Find(id, text);
            var given = found.FindAll(static item => item.IsIncident);
            var wanted = keys[id].SelectMany(CasualtyKey.Read).ToList();
            Add(strict, given, wanted);
            Add(everyStrict, found, wanted);
            Add(peaceful, given.FindAll(static item => !item.IsCombat), wanted);
            Show(run, keys.Contains(id) ? id : id + " (no template)", given, wanted);
            if (!keys.Contains(id)) continue;
            Add(all, given, wanted);
            Add(every, found, wanted);
            Add(killed, given.FindAll(static item => item.Kind == FigureKind.Killed),
                wanted.FindAll(static item => item.Kind == FigureKind.Killed));
            Add(injured, given.FindAll(static item => item.Kind == FigureKind.Injured),
                wanted.FindAll(static item => item.Kind == FigureKind.Injured));
            Add(several, given.FindAll(static item => item.Low != 1
                || item.High != 1), wanted.FindAll(static item => !item.Numbers.Contains(1)));
        }

        return
        [
            new("precision", all.Precision), new("recall", all.Recall), new("F1", all.F1),
            new("killed F1", killed.F1), new("injured F1", injured.F1), new("two and more F1", several.F1),
            new("strict precision", strict.Precision), new("strict F1", strict.F1),
            new("every number F1", every.F1), new("every number strict F1", everyStrict.F1),
            new("without combat strict F1", peaceful.F1),
        ];
    }

    private static List<Given> Find(string id, string source)
    {
        if (ArticleExtractor.Extract(new InputItem(id, InputFormat.PageText, source)).Text is not { } text) return [];
        var article = new Article
        {
            Id = id,
            Origin = id,
            Title = text.Title,
            Body = text.Body,
            Published = text.Published,
            EventDates = EventDateFinder.Find(text),
            ContentHash = "",
        };
        return
        [
            .. FigureFinder.Find(article)
                .Where(static figure => figure.Kind is FigureKind.Killed or FigureKind.Injured
                    && figure.Qualifier != FigureQualifier.Vague && !figure.IsPart)
                .Select(figure => new Given(figure.Kind, figure.Low, figure.High,
                    IncidentRule.IsRecentIncident(article, figure), IncidentRule.IsCombat(article, figure),
                    Words(article, figure)))
                .OrderByDescending(static item => item.IsIncident).ThenBy(static item => item.IsCombat)
                .DistinctBy(static item => (item.Kind, item.Low, item.High)),
        ];
    }

    private static string Words(Article article, Summarize.Figures.Figure figure)
    {
        var (from, to) = (Math.Min(figure.Value.Start, figure.Trigger.Start),
            Math.Max(figure.Value.End, figure.Trigger.End));
        return article.Body[Math.Max(figure.Sentence.Start, from - 30)..Math.Min(figure.Sentence.End,
            to + 30)].ReplaceLineEndings(" ");
    }

    private static void Add(Count count, List<Given> given, List<CasualtyItem> wanted)
    {
        var required = wanted.Where(static item => item.Required).DistinctBy(static item =>
            (item.Kind, item.Numbers[0])).ToList();
        count.Given += given.Count;
        count.Right += given.Count(item => wanted.Exists(key => Is(item, key)));
        count.Wanted += required.Count;
        count.Found += required.Count(key => given.Exists(item => Is(item, key)));
    }

    private static bool Is(Given item, CasualtyItem key) => item.Kind == key.Kind
        && key.Numbers.Any(number => item.Low == number || item.High == number);

    private static void Show(MeasureRun run, string id, List<Given> given, List<CasualtyItem> wanted)
    {
        if (run.Worst == 0) return;
        foreach (var item in given.Where(item => !wanted.Exists(key => Is(item, key))))
            run.Output.WriteLine($"SPURIOUS\t{id}\t{item.Kind} {item.Low}..{item.High}\t{item.Words}");
        foreach (var key in wanted.Where(key => key.Required && !given.Exists(item => Is(item, key))))
            run.Output.WriteLine($"MISSED\t{id}\t{key.Kind} {string.Join('/', key.Numbers)}");
    }
}
