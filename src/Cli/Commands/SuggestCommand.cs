using System.CommandLine;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline suggest</c>.</summary>
internal static class SuggestCommand
{
    public static Command Create(CliIo io)
    {
        var prefix = new Argument<string[]>("PREFIX")
        {
            Description = "The beginning of a query; its end is completed.",
            Arity = ArgumentArity.OneOrMore,
        };
        var lines = new Option<bool>("--jsonl") { Description = "Print one JSON object a suggestion." };
        var limit = Options.Whole("--limit", "Most suggestions.", 10, alias: "-n");
        var command = new Command("suggest", "Complete the end of a query: actors, places, outlets, headlines.")
        {
            prefix, lines, limit,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                using var archive = DataOption.OpenArchive(parsed);
                var text = string.Join(' ', parsed.GetValue(prefix) ?? []);
                var suggestions = archive.Suggest(text, parsed.GetValue(limit), cancellationToken);
                foreach (var suggestion in suggestions)
                    io.Out.WriteLine(parsed.GetValue(lines) ? Json(suggestion) : Line(suggestion));
                return suggestions.Count == 0 ? ExitCode.NoMatch : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static string Json(Suggestion suggestion) =>
        JsonSerializer.Serialize(suggestion, ArchiveJson.Compact.Suggestion);

    private static string Line(Suggestion suggestion) =>
        $"{suggestion.Count,8} {EnumNames.Kebab(suggestion.Kind),-6} {suggestion.Label}  [{suggestion.Query}]";
}
