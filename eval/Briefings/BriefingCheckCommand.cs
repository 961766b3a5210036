using System.CommandLine;
using Dateline.Eval.Ingesting;

namespace Dateline.Eval.Briefings;

/// <summary><c>briefing-check PATH…</c>: the checks of <c>briefings</c> over any files and folders.</summary>
internal static class BriefingCheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders to index.",
            Arity = ArgumentArity.OneOrMore,
        };
        var topics = new Option<int>("--topics")
        {
            Description = "Briefings to write.",
            DefaultValueFactory = static _ => 200,
        };
        var depth = new Option<int>("--depth")
        {
            Description = "Articles used at most.",
            DefaultValueFactory = static _ => 100,
        };
        var command = new Command("briefing-check", "Checks that every citation of many briefings is exact.")
            { paths, topics, depth };
        command.SetAction(parsed =>
        {
            using var scratch = new TemporaryFolder();
            var figures = BriefingsMeasure.Check(
                parsed.GetRequiredValue(paths), parsed.GetValue(topics), parsed.GetValue(depth), scratch.Path,
                Console.Out);
            foreach (var figure in figures)
                Console.WriteLine($"{figure.Name} {figure.Value:F4}");
            return figures.TrueForAll(static figure => figure.Value == 1) ? 0 : 1;
        });
        return command;
    }
}
