using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dateline.Cli.Output;
using Dateline.Summarize;
using Dateline.Summarize.Comparing;
using Dateline.Summarize.Model;
using Dateline.Summarize.Verification;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline brief</c>.</summary>
internal static class BriefCommand
{
    public static Command Create(CliIo io)
    {
        var topic = new Argument<string[]>("TOPIC")
        {
            Description = "A topic in plain words, or any query.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = BriefingOutput.FormatOption();
        var output = BriefingOutput.FileOption();
        var depth = Options.Whole(
            "--depth", "Articles used at most.", BriefingRequest.DefaultDepth, 1, BriefingRequest.MaxDepth);
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Only what was published by that day (2012-07-16).",
            HelpName = "DAY",
            CustomParser = ParseDay,
        };
        var length = Options.Choice<BriefingLength>("--length", "How much to say; normal when left out.");
        var sections = new Option<BriefingSections>("--sections")
        {
            Description = $"Sections wanted, comma-separated: {SectionNames.All}.",
            HelpName = "LIST",
            CustomParser = ParseSections,
            DefaultValueFactory = static _ => BriefingSections.All,
        };
        var save = new Option<bool>("--save")
        {
            Description = "Also keep it beside the index; see: dateline briefings.",
        };
        var since = new Option<string?>("--since")
        {
            Description = "Say what changed since an earlier briefing: id of a saved one, or a JSON file.",
            HelpName = "BRIEFING",
        };
        var model = ModelOption.Create();
        var command = new Command("brief", "Write a briefing in which every sentence is cited.")
        {
            topic, format, output, depth, asOf, length, sections, since, save, model,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new BriefingRequest
            {
                Topic = string.Join(' ', parsed.GetRequiredValue(topic)),
                Depth = parsed.GetValue(depth),
                AsOf = parsed.GetValue(asOf),
                Sections = parsed.GetValue(sections),
            }.OfLength(parsed.GetValue(length));
            if (string.IsNullOrWhiteSpace(request.Topic))
                throw new UsageException("the topic is empty: say what to brief on, or * for everything.");
            var endpoint = ModelOption.Endpoint(parsed, model);
            var earlier = parsed.GetValue(since);
            var briefing = await Task.Run(() => Write(parsed, io, request, earlier, cancellationToken),
                cancellationToken);
            if (briefing is null)
                return ExitCode.Usage;
            if (endpoint is not null)
                briefing = await ModelOption.RewriteAsync(briefing, endpoint, io, cancellationToken);
            var failure = parsed.GetValue(save) ? BriefingOutput.Save(parsed, io, briefing) : null;
            BriefingOutput.Print(io, briefing, parsed.GetValue(format), parsed.GetValue(output));
            if (failure is not null)
                throw failure;
            return briefing.Header.HitsFound == 0 ? ExitCode.NoMatch : ExitCode.Ok;
        });
        return command;
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"--as-of '{text}' is no day: write it as 2012-07-16.");
        return null;
    }

    private static BriefingSections ParseSections(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (SectionNames.Parse(text) is { } sections) return sections;
        result.AddError($"--sections '{text}': give any of {SectionNames.All}.");
        return BriefingSections.All;
    }

    /// <summary>Writes a briefing, compared with an earlier one when one is named; null when the topic is no query,
    /// which is said.</summary>
    public static Briefing? Write(
        ParseResult parsed, CliIo io, BriefingRequest request, string? since, CancellationToken cancellationToken)
    {
        var earlier = since is null ? null : BriefingOutput.Read(parsed, since);
        using var archive = DataOption.OpenArchive(parsed);
        var result = new BriefingWriter(archive, io.ErrorIsTerminal ? Show : null).Write(request, cancellationToken);
        if (io.ErrorIsTerminal)
            Show("");
        if (result.Briefing is not { } briefing)
        {
            QueryInput.Report(request.Topic, result.Errors, io);
            return null;
        }

        foreach (var warning in briefing.Header.Warnings)
            io.Say($"note: {warning}");
        return earlier is null
            ? briefing
            : new BriefingComparison(BriefingVerifier.Over(archive))
                .Extend(since!, earlier, briefing, cancellationToken);

        // One line that redraws itself and is gone in the end.
        void Show(string stage) => io.Error.Write($"\r{stage,-12}\r");
    }
}
