using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dateline.Eval.Ingesting;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Eval.Curating;

/// <summary>
/// <c>curation-speed ARCHIVE</c>: what a curation log costs on an archive of many articles (the recomputing after every
/// commit, searches), how long suggestions take, and what kept filters save. The articles are those of an archive,
/// several times over, each time with dates of their own.
/// </summary>
internal static class CurationSpeedCommand
{
    private const int Rounds = 7;
    private const int DaysApart = 400;

    private static long s_ids;

    public static Command Create()
    {
        var folder = new Argument<string>("archive") { Description = "An archive that `dateline index` made." };
        var copies = Number("--copies", "How many times its articles are written.", 6);
        var records = Number("--records", "Records of the curation log.", 200);
        var command = new Command("curation-speed", "Times curation, suggestions and kept filters on many articles.")
        {
            folder, copies, records,
        };
        command.SetAction(parsed => Measure(
            parsed.GetRequiredValue(folder), parsed.GetValue(copies), parsed.GetValue(records)));
        return command;
    }

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static void Measure(string folder, int copies, int records)
    {
        using var scratch = new TemporaryFolder();
        var data = new DataFolder(scratch.Path);
        var watch = Stopwatch.StartNew();
        var sample = Fill(data, folder, copies);
        using var archive = LuceneArchive.Open(data);
        Console.WriteLine(Invariant($"{archive.Info.Articles} articles written in {watch.Elapsed.TotalSeconds:F0} s"));
        Commits(data, archive, sample);
        Report("without curation", archive);
        var log = new CurationLog(data, TimeProvider.System);
        foreach (var count in new[] { records / 10, records })
        {
            Curate(log, archive, count);
            Console.WriteLine(Invariant($"{log.Current.Entries.Count} records of curation:"));
            Commits(data, archive, sample);
            Report("with curation", archive);
        }

        Suggestions(archive);
        Filters(archive);
    }

    private static Article Fill(DataFolder data, string folder, int copies)
    {
        using var source = LuceneArchive.Open(new DataFolder(folder));
        using var writer = ArchiveWriter.Open(data);
        Article? last = null;
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var article in source.Export(ArchiveQuery.All))
            {
                last = article with
                {
                    Id = Id(++s_ids),
                    Published = Later(article.Published, copy)
                };
                writer.Put(last);
            }
        }

        writer.Commit();
        return last ?? throw new InvalidDataException($"{folder} holds no article.");
    }

    private static PublishedDate? Later(PublishedDate? published, int copy) =>
        published is { Date.Precision: DatePrecision.Day } known
            ? known with { Date = DateRange.OfDay(known.Date.First.AddDays(copy * DaysApart)), Instant = null }
            : published;

    // Merges of neighbours in the list of the most frequent, every fifth hidden, every fifth renamed.
    private static void Curate(CurationLog log, LuceneArchive archive, int count)
    {
        var values = archive.FindFacetValues(ArchiveQuery.All, FacetDimension.Actor, "", (2 * count) + 2)
            .Select(static value => value.Value.TrimStart('=')).ToList();
        for (var at = log.Current.Entries.Count; at < count && (2 * at) + 1 < values.Count; at++)
        {
            var (one, other) = (values[2 * at], values[(2 * at) + 1]);
            log.Append(new CurationRecord
            {
                Dimension = FacetDimension.Actor,
                Operation = (at % 5) switch
                {
                    0 => CurationOperation.Hide,
                    1 => CurationOperation.Rename,
                    _ => CurationOperation.Merge,
                },
                Values = [one],
                Into = at % 5 > 1 ? other : null,
                Name = at % 5 == 1 ? "Renamed " + one : null,
            });
        }
    }

    // The first look at the archive after a commit pays for opening what is new and for the curation of all of it.
    private static void Commits(DataFolder data, LuceneArchive archive, Article sample)
    {
        List<double> looks = [];
        for (var round = 0; round < Rounds; round++)
        {
            using (var writer = ArchiveWriter.Open(data))
            {
                writer.Put(sample with { Id = Id(++s_ids) });
                writer.Commit();
            }

            looks.Add(Time(() => _ = archive.Info));
        }

        Print("first look after a commit", looks);
    }

    private static void Report(string what, LuceneArchive archive)
    {
        foreach (var text in new[] { "", "government", "obama OR euro", "actor:barack-obama" })
        {
            var request = new SearchRequest
            {
                Query = ArchiveQuery.Parse(text).Query!,
                Facets = [FacetDimension.Actor, FacetDimension.Place],
                Histogram = true,
            };
            archive.Search(request);
            Print($"{what}, search with facets \"{text}\"",
                [.. Enumerable.Range(0, Rounds).Select(_ => Time(() => archive.Search(request)))]);
        }
    }

    private static void Suggestions(LuceneArchive archive)
    {
        List<double> times = [];
        foreach (var word in new[] { "president", "government", "place:russ", "actor:hillary", "markets", "syrian",
            "moscow" })
        {
            for (var length = 1; length <= word.Length; length++)
                times.Add(Time(() => archive.Suggest(word[..length], 8)));
        }

        Print("a suggestion, by every letter of seven words", times);
    }

    // A filter is kept from its second use on; the first use of each is what it costs without.
    private static void Filters(LuceneArchive archive)
    {
        List<double> first = [], later = [];
        foreach (var year in Enumerable.Range(2012, 6))
        {
            foreach (var word in new[] { "government", "market" })
            {
                var query = ArchiveQuery.Parse(Invariant($"{word} published:{year}-01..{year}-09 place:usa")).Query!;
                var request = new SearchRequest { Query = query };
                first.Add(Time(() => archive.Search(request)));
                archive.Search(request);
                later.Add(Time(() => archive.Search(request)));
            }
        }

        Print("a filtered search, first time", first);
        Print("the same, third time", later);
    }

    private static double Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(Invariant(
            $"  {what}: {times[times.Count / 2]:F1} ms in the middle, {times[^1]:F1} at most, of {times.Count}"));
    }

    private static string Id(long number) => number.ToString("x16", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
