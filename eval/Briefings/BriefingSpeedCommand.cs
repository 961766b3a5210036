using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dateline.Search.Archive;
using Dateline.Summarize;

namespace Dateline.Eval.Briefings;

/// <summary>
/// <c>briefing-speed ARCHIVE</c>: time by stage and memory of briefings over an archive that <c>dateline index</c>
/// made, on topics drawn from it. The first briefing is told apart: it pays for compiling the code.
/// </summary>
internal static class BriefingSpeedCommand
{
    private const int Seed = 20120716;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("archive") { Description = "Folder of an archive." };
        var topics = new Option<int>("--topics")
        {
            Description = "Briefings to write.",
            DefaultValueFactory = static _ => 40,
        };
        var depth = new Option<int>("--depth")
        {
            Description = "Articles used at most.",
            DefaultValueFactory = static _ => 100,
        };
        var command = new Command("briefing-speed", "Measures briefings: time by stage, memory.")
            { folder, topics, depth };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName, parsed.GetValue(topics), parsed.GetValue(depth), Console.Out));
        return command;
    }

    private static void Run(string folder, int topics, int depth, TextWriter output)
    {
        using var archive = LuceneArchive.Open(new DataFolder(folder));
        var stages = new Stages();
        var writer = new BriefingWriter(archive, stages.Enter);
        List<double> times = [];
        var (full, used) = (0, 0);
        foreach (var topic in BriefingTopics.Draw(archive, topics, Seed))
        {
            var started = Stopwatch.GetTimestamp();
            if (writer.Write(new BriefingRequest { Topic = topic, Depth = depth }).Briefing is not { } briefing)
                continue;
            stages.Leave();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (times.Count == 1) stages.Clear();
            used += briefing.Header.HitsUsed;
            if (briefing.Header.HitsUsed >= depth) full++;
        }

        Print(archive.Info.Articles, times, used, full, depth, stages, output);
    }

    private static void Print(
        int articles, List<double> times, int used, int full, int depth, Stages stages, TextWriter output)
    {
        if (times.Count < 2) return;
        var rest = times.Skip(1).Order().ToList();
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articles} articles; {times.Count} briefings, {(double)used / times.Count:F0} articles each, {full} of "
                + $"{depth}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first {times[0]:F0} ms, then {rest[rest.Count / 2]:F0} ms in the middle, {rest[^1]:F0} ms at most"));
        output.WriteLine($"peak memory {process.PeakWorkingSet64 >> 20} MB");
        foreach (var (name, time) in stages.Times)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"{name,-10} {time.TotalMilliseconds / rest.Count,8:F1} ms"));
    }

    private sealed class Stages
    {
        private readonly List<(string Name, TimeSpan Time)> _times = [];
        private string? _current;
        private long _since;

        public IReadOnlyList<(string Name, TimeSpan Time)> Times => _times;

        public void Enter(string stage)
        {
            Leave();
            (_current, _since) = (stage, Stopwatch.GetTimestamp());
        }

        public void Leave()
        {
            if (_current is null) return;
            var elapsed = Stopwatch.GetElapsedTime(_since);
            var at = _times.FindIndex(pair => pair.Name == _current);
            if (at < 0) _times.Add((_current, elapsed));
            else _times[at] = (_current, _times[at].Time + elapsed);
            _current = null;
        }

        public void Clear() => _times.Clear();
    }
}
