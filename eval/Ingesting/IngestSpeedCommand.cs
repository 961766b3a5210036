using System.CommandLine;
using System.Diagnostics;
using Dateline.Search.Actors;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;
using Dateline.Search.Names;
using Dateline.Search.Places;

namespace Dateline.Eval.Ingesting;

/// <summary>
/// <c>ingest-speed PATH</c>: articles a second from files to a committed index with every annotation, and, with
/// <c>--profile</c>, where one thread's time goes.
/// </summary>
internal static class IngestSpeedCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "File or folder, e.g. reuters_2012.jsonl.gz." };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often, each into an archive of its own; the first pays for compiling the code.",
            DefaultValueFactory = static _ => 2,
        };
        var profile = new Option<bool>("--profile") { Description = "Time each stage on one thread." };
        var command = new Command("ingest-speed", "Measures articles a second, from files to a committed index.")
        {
            path, rounds, profile,
        };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(path);
            if (parsed.GetValue(profile))
                Profile(file);
            for (var round = 1; round <= parsed.GetValue(rounds); round++)
                Measure(file, round);
        });
        return command;
    }

    private static void Measure(string path, int round)
    {
        using var scratch = new TemporaryFolder();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var report = new ArticleIngestor(new DataFolder(scratch.Path), TimeProvider.System).Ingest([path]);
        var elapsed = watch.Elapsed.TotalSeconds;
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(
            $"round {round}: {report.Inputs} inputs, {report.Indexed} indexed in {elapsed:F1} s: "
                + $"{report.Inputs / elapsed:F0} a second, "
            + $"{report.Inputs / spent:F0} a processor second, {spent / elapsed:F2} of {Environment.ProcessorCount} "
            + $"processors busy");
    }

    private static void Profile(string path)
    {
        var places = new PlaceAnnotator(GazetteerFiles.Default);
        using var scratch = new TemporaryFolder();
        using var writer = ArchiveWriter.Open(new DataFolder(scratch.Path));
        var stages = new Stages();
        foreach (var input in stages.Reading(new InputReader().Read([path])))
        {
            if (input is not InputItem item
                || stages.Time("extract", () => ArticleExtractor.Extract(item).Text) is not { } text)
                continue;
            var names = stages.Time("names", () => ArticleNames.Of(text));
            stages.Time("places", () => places.Analyze(text, names));
            stages.Time("event dates", () => EventDateFinder.Find(text));
            stages.Time("actors", () => ActorAnnotator.Annotate(text, names, [], []));
            if (ArticleReader.Read(item).Article is not { } article)
                continue;
            var document = stages.Time("map", () => ArticleMapper.ToDocument(article));
            stages.Time("index", () => { writer.Put(article, document); return true; });
        }

        stages.Time("commit", writer.Commit);
        stages.Print();
    }

    /// <summary>Time by stage, in order of first use.</summary>
    private sealed class Stages
    {
        private readonly List<string> _names = [];
        private readonly Dictionary<string, TimeSpan> _times = [];
        private int _inputs;

        public T Time<T>(string name, Func<T> work)
        {
            var started = Stopwatch.GetTimestamp();
            var result = work();
            if (!_times.ContainsKey(name))
                _names.Add(name);
            _times[name] = _times.GetValueOrDefault(name) + Stopwatch.GetElapsedTime(started);
            return result;
        }

        public IEnumerable<InputResult> Reading(IEnumerable<InputResult> inputs)
        {
            using var enumerator = inputs.GetEnumerator();
            while (Time("read", enumerator.MoveNext))
            {
                _inputs++;
                yield return enumerator.Current;
            }
        }

        public void Print()
        {
            var total = _times.Values.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time);
            foreach (var name in _names)
                Console.WriteLine($"{name,-12} {_times[name].TotalMicroseconds / _inputs,8:F0} us an input "
                    + $"{_times[name] / total,6:P0}");
            Console.WriteLine($"{"all",-12} {total.TotalMicroseconds / _inputs,8:F0} us an input, {_inputs} inputs");
        }
    }
}
