using System.CommandLine;
using System.Text;
using Dateline.Summarize;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline brief</c>.</summary>
internal static class BriefCommand
{
    private enum Format
    {
        Md,
        Html,
        Json,
    }

    public static Command Create(CliIo io)
    {
        var topic = new Argument<string[]>("TOPIC")
        {
            Description = "A topic in plain words, or any query.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<Format>("--format") { Description = "md, html or json (the form that verify reads)." };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "File to write; standard output when left out.",
            HelpName = "FILE",
        };
        var depth = new Option<int>("--depth")
        {
            Description = "Articles used at most.",
            DefaultValueFactory = static _ => BriefingRequest.DefaultDepth,
        };
        depth.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValue(depth) is < 1 or > BriefingRequest.MaxDepth)
                result.AddError($"--depth must be 1 to {BriefingRequest.MaxDepth}.");
        });
        var model = ModelOption.Create();
        var command = new Command("brief", "Write a briefing in which every sentence is cited.")
        {
            topic, format, output, depth, model,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new BriefingRequest
            {
                Topic = string.Join(' ', parsed.GetRequiredValue(topic)),
                Depth = parsed.GetValue(depth),
            };
            var endpoint = ModelOption.Endpoint(parsed, model);
            if (await Task.Run(() => Brief(parsed, io, request, cancellationToken), cancellationToken) is not { } briefing)
                return ExitCode.Usage;
            if (endpoint is not null)
                briefing = await ModelOption.RewriteAsync(briefing, endpoint, io, cancellationToken);
            Print(io, Render(briefing, parsed.GetValue(format)), parsed.GetValue(output));
            return briefing.Header.HitsFound == 0 ? ExitCode.NoMatch : ExitCode.Ok;
        });
        return command;
    }

    private static Briefing? Brief(ParseResult parsed, CliIo io, BriefingRequest request, CancellationToken cancellationToken)
    {
        using var archive = DataOption.OpenArchive(parsed);
        var result = new BriefingWriter(archive).Write(request, cancellationToken);
        if (result.Briefing is { } briefing)
        {
            foreach (var warning in briefing.Header.Warnings)
                io.Say($"note: {warning}");
        }
        else
        {
            QueryInput.Report(request.Topic, result.Errors, io);
        }

        return result.Briefing;
    }

    private static void Print(CliIo io, string rendered, string? file)
    {
        if (file is null)
            io.Out.Write(rendered);
        else
            File.WriteAllText(file, rendered, new UTF8Encoding(false));
    }

    private static string Render(Briefing briefing, Format format) => format switch
    {
        Format.Md => MarkdownRenderer.Render(briefing),
        Format.Html => HtmlRenderer.RenderPage(briefing),
        Format.Json => BriefingJson.Write(briefing),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
