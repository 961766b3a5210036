using System.CommandLine;
using System.Text.Json;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Archive.Json;
using Dateline.Search.Ingestion;
using Dateline.Search.Places;
using Dateline.Search.Places.Own;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline extract</c>.</summary>
internal static class ExtractCommand
{
    public static Command Create(CliIo io)
    {
        var paths = PathsArgument.Create();
        var map = MapOption.Create();
        var command = new Command("extract", "Print as JSON lines what would be indexed, each value with its evidence.")
        {
            paths, map,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var failed = false;
                var reader = new InputReader(openStandardInput: io.OpenStandardInput,
                    fields: MapOption.Of(parsed, map));
                var gazetteer = new OwnGazetteers(DataOption.Of(parsed).GazetteersPath).Load();
                foreach (var input in reader.Read(parsed.GetRequiredValue(paths), cancellationToken))
                    failed |= !Print(io, input, gazetteer);
                return failed ? ExitCode.SomeFailed : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    // False when the input failed; one without text is reported but is no failure, as in index.
    private static bool Print(CliIo io, InputResult input, Gazetteer gazetteer)
    {
        if (input is InputFailure failure)
        {
            var outcome = InputOutcome.Of(failure);
            io.Say($"{outcome.Origin}: {outcome.Reason}: {outcome.Message}");
            return outcome.Kind is not InputOutcomeKind.Failed;
        }

        var item = (InputItem)input;
        foreach (var warning in item.Warnings)
            io.Say($"{item.Origin}: {warning}");
        var (article, reason, message) = ArticleReader.Read(item, gazetteer);
        if (article is null)
            io.Say($"{item.Origin}: {reason}: {message}");
        else
            io.Out.WriteLine(JsonSerializer.Serialize(ArticleJson.From(article), ArchiveJson.Compact.ArticleJson));
        return true;
    }
}
