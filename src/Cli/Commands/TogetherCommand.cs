using System.CommandLine;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline together</c>.</summary>
internal static class TogetherCommand
{
    public static Command Create(CliIo io)
    {
        var query = QueryInput.Argument();
        var with = new Option<string?>("--with")
        {
            Description = "Whom or where to look at, such as actor:lavrov; the most frequent actors when left out.",
            HelpName = "VALUE",
        };
        var limit = Options.Whole(
            "--limit", "Most rows, and most values of each.", 12, 1, TogetherRequest.MostValues, "-n");
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("together", "Who occurs with whom, where and when; every count with its query.")
        {
            query, with, limit, json,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                if (QueryInput.Read(parsed, query, io, parsed.GetValue(json)) is not var (_, read))
                    return ExitCode.Usage;
                var most = parsed.GetValue(limit);
                using var archive = DataOption.OpenArchive(parsed);
                var together = archive.Together(
                    new TogetherRequest
                    {
                        Query = read.Query!,
                        With = With(parsed.GetValue(with)),
                        Rows = most,
                        Columns = most,
                    },
                    cancellationToken);
                if (parsed.GetValue(json))
                    io.Out.WriteLine(JsonSerializer.Serialize(together, ArchiveJson.Indented.TogetherResponse));
                else
                    Print(io, together);
                return together.Rows.All(static row => row.Value.Count == 0) ? ExitCode.NoMatch : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static ValueClause? With(string? text) => text is null
        ? null : ValueClause.TryParse(text, out var problem) ?? throw new UsageException("--with: " + problem);

    private static void Print(CliIo io, TogetherResponse together)
    {
        QueryInput.Warn(together.Warnings, io);
        foreach (var row in together.Rows)
        {
            Print(io, row.Value, "");
            foreach (var count in row.Actors)
                Print(io, count, "  with  ");
            foreach (var count in row.Places)
                Print(io, count, "  in    ");
            foreach (var count in row.Months)
                Print(io, count, "  when  ");
        }
    }

    private static void Print(CliIo io, TogetherCount count, string how) =>
        io.Out.WriteLine($"{count.Count,8:N0} {how}{count.Label}  [{count.Query}]");
}
