using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dateline.Cli.Output;
using Dateline.Summarize;
using Dateline.Summarize.Comparing;
using Dateline.Summarize.Saved;
using Dateline.Summarize.Verification;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline briefings</c>: lists saved briefings; its subcommands open, renew, compare and delete
/// them.</summary>
internal static class BriefingsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(CliIo io)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON lines." };
        var command = new Command("briefings", "List the saved briefings, newest first.")
        {
            json, Show(io), Refresh(io), Compare(io), Remove(io),
        };
        command.SetAction(parsed => List(parsed, io, parsed.GetValue(json)));
        return command;
    }

    private static int List(ParseResult parsed, CliIo io, bool json)
    {
        var saved = BriefingOutput.Store(parsed).List();
        foreach (var entry in saved)
        {
            io.Out.WriteLine(json
                ? JsonSerializer.Serialize(entry, Json)
                : string.Create(CultureInfo.InvariantCulture,
                    $"{entry.Id}  {entry.Saved:yyyy-MM-dd HH:mm}  {What(entry)}"));
        }

        if (saved.Count == 0)
            io.Say("no saved briefings; make one with: dateline brief TOPIC --save");
        return saved.Count > 0 ? ExitCode.Ok : ExitCode.NoMatch;
    }

    private static string What(SavedBriefing entry) => CliIo.OneLine(entry.Problem is { } problem
        ? "cannot be read: " + problem
        : string.Create(CultureInfo.InvariantCulture, $"{entry.HitsFound} articles  {entry.Topic}"));

    private static Command Show(CliIo io)
    {
        var id = Id("BRIEFING");
        var format = BriefingOutput.FormatOption();
        var output = BriefingOutput.FileOption();
        var command = new Command("show", "Print a saved briefing as it was saved.") { id, format, output };
        command.SetAction(parsed =>
        {
            var briefing = BriefingOutput.Read(parsed, parsed.GetRequiredValue(id));
            BriefingOutput.Print(io, briefing, parsed.GetValue(format), parsed.GetValue(output));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Refresh(CliIo io)
    {
        var id = Id("BRIEFING");
        var format = BriefingOutput.FormatOption();
        var output = BriefingOutput.FileOption();
        var save = new Option<bool>("--save") { Description = "Also keep the new one." };
        var command = new Command("refresh", "Ask the same again, and say what changed since.")
            { id, format, output, save };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var name = parsed.GetRequiredValue(id);
                var header = BriefingOutput.Read(parsed, name).Header;
                var request = header.Request ?? new BriefingRequest { Topic = header.Topic };
                if (BriefCommand.Write(parsed, io, request, name, cancellationToken) is not { } briefing)
                    return ExitCode.Usage;
                var failure = parsed.GetValue(save) ? BriefingOutput.Save(parsed, io, briefing) : null;
                BriefingOutput.Print(io, briefing, parsed.GetValue(format), parsed.GetValue(output));
                if (failure is not null)
                    throw failure;
                return briefing.Header.HitsFound == 0 ? ExitCode.NoMatch : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static Command Compare(CliIo io)
    {
        var earlier = Id("EARLIER");
        var later = Id("LATER");
        var format = BriefingOutput.FormatOption();
        var command = new Command("compare", "Print the later of two briefings with what changed since the earlier.")
        {
            earlier, later, format,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var label = parsed.GetRequiredValue(earlier);
                var (one, other) = (BriefingOutput.Read(parsed, label),
                    BriefingOutput.Read(parsed, parsed.GetRequiredValue(later)));
                using var archive = DataOption.OpenArchive(parsed);
                var compared = new BriefingComparison(BriefingVerifier.Over(archive))
                    .Extend(label, one, other, cancellationToken);
                BriefingOutput.Print(io, compared, parsed.GetValue(format), null);
                return ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static Command Remove(CliIo io)
    {
        var id = new Argument<string>("ID") { Description = "Id of a saved briefing." };
        var command = new Command("remove", "Delete a saved briefing.") { id };
        command.SetAction(parsed =>
        {
            if (BriefingOutput.Store(parsed).Remove(parsed.GetRequiredValue(id)))
                return ExitCode.Ok;
            io.Say($"there is no saved briefing '{parsed.GetRequiredValue(id)}'; see: dateline briefings");
            return ExitCode.NoMatch;
        });
        return command;
    }

    private static Argument<string> Id(string name) =>
        new(name) { Description = "Id of a saved briefing, or a JSON file." };
}
