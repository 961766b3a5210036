using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Eval.IncidentDates;
using Dateline.Eval.Measuring;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Actors;

/// <summary>
/// <c>actors-muc34 FOLDER</c>: MUC-3/4 reports (<c>*_docs.jsonl</c>, all in capitals) against the slots PERP:
/// ORGANIZATION ID and HUM TGT: NAME of their keys. Each different filler of an article counts once, optional ones
/// ("?") too; its alternatives ("/") are equally good. It is found when an organisation (for perpetrators) or a person
/// (for victims) of the article has an alias that agrees with an alternative, see <see cref="NameWords.Agree"/>.
/// </summary>
internal static partial class IncidentActorsMeasure
{
    // Every which report the quick form reads.
    private const int SampleStep = 4;

    private static readonly (string Slot, bool Persons)[] Slots =
        [("PERP: ORGANIZATION ID", false), ("HUM TGT: NAME", true)];

    private sealed record Filler(string Article, string Text, bool IsPerson)
    {
        public List<string[]> Alternatives { get; } =
        [
            .. Quoted().Matches(Text.Replace("\\\"", " ", StringComparison.Ordinal))
                .Select(match => NameWords.Of(match.Value)),
        ];
    }

    public static Measure Measure { get; } = new("actors-muc34", "muc34",
        "Perpetrator organisations and victims named in the keys of news reports, among the actors.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var fillers = MucReports.Keys(run.Folder).SelectMany(Fillers)
            .DistinctBy(filler => (filler.Article, filler.Text, filler.IsPerson))
            .Where(filler => filler.Alternatives.Exists(words => words.Length > 0)).ToLookup(filler => filler.Article);
        var (found, all) = (new int[2], new int[2]);
        var (articles, actors, missed) = (0, 0, 0);
        var reports = MucReports.Texts(run.Folder);
        foreach (var (id, text) in run.Sample ? reports.Where((_, at) => at % SampleStep == 0) : reports)
        {
            if (!fillers.Contains(id) || !run.Includes(id))
                continue;
            var item = new InputItem(id, InputFormat.PageText, text);
            var present = ArticleReader.Read(item).Article?.Actors ?? [];
            articles++;
            actors += present.Count;
            foreach (var filler in fillers[id])
            {
                var slot = filler.IsPerson ? 1 : 0;
                all[slot]++;
                if (IsFound(filler, present))
                    found[slot]++;
                else if (missed++ < run.Worst)
                    run.Output.WriteLine($"MISSED\t{id}\t{filler.Text}\t{string.Join("; ", present.Select(Show))}");
            }
        }

        run.Output.WriteLine($"{articles} articles, {all[0]} perpetrators and {all[1]} victims named");
        return
        [
            new("perpetrators found", (double)found[0] / Math.Max(1, all[0])),
            new("victims found", (double)found[1] / Math.Max(1, all[1])),
            new("found", (double)found.Sum() / Math.Max(1, all.Sum())),
            new("actors per article", (double)actors / Math.Max(1, articles)),
        ];
    }

    private static bool IsFound(Filler filler, IReadOnlyList<ArticleActor> actors) => actors.Any(actor =>
        (actor.Kind == ActorKind.Person) == filler.IsPerson && actor.Aliases.Select(NameWords.Of)
            .Any(alias => filler.Alternatives.Exists(words => NameWords.Agree(words, alias))));

    private static string Show(ArticleActor actor) => $"{actor.Name.ReplaceLineEndings(" ")} ({actor.Kind})";

    private static IEnumerable<Filler> Fillers(JsonElement slots)
    {
        var id = slots.GetProperty("MESSAGE: ID")[0].GetString()!.Split(' ')[0];
        foreach (var (slot, persons) in Slots)
        {
            foreach (var value in slots.GetProperty(slot).EnumerateArray())
                yield return new Filler(id, value.GetString()!, persons);
        }
    }

    [GeneratedRegex("\"[^\"]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
