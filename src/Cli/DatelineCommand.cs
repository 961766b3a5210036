using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Dateline.Cli.Commands;
using Dateline.Index;

namespace Dateline.Cli;

/// <summary>The command line as a whole: its commands, and what becomes of errors.</summary>
internal static class DatelineCommand
{
    /// <summary>Runs a command line and returns its exit code.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CliIo io, CancellationToken cancellationToken = default)
    {
        var root = Build(io);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var problems = Problems(parsed);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                io.Say($"dateline: {problem}");
            io.Say($"Try: dateline {Path(parsed)}--help");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = io.Out,
            Error = io.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            // What cannot be written must not go unsaid.
            await io.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OutputClosedException)
        {
            return ExitCode.Ok;
        }
        catch (OperationCanceledException)
        {
            io.Say("dateline: stopped");
            return ExitCode.Interrupted;
        }
        catch (UsageException error)
        {
            io.Say($"dateline: {error.Message}");
            return ExitCode.Usage;
        }
        catch (CorruptIndexException error)
        {
            io.Say($"dateline: the index is damaged: {error.Message}");
            return ExitCode.Corrupt;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            io.Say($"dateline: {error.Message}");
            return ExitCode.Unavailable;
        }
    }

    // Something unknown explains whatever else is wrong. Help is given in any case.
    private static IReadOnlyList<string> Problems(ParseResult parsed) =>
        parsed.Action is not CommandHelp.Action && UnknownWords.Find(parsed) is { } unknown
            ? [unknown]
            : [.. parsed.Errors.Select(static error => error.Message)];

    // Not a RootCommand, which goes by the name of the assembly.
    private static Command Build(CliIo io)
    {
        var root = new Command(
            "dateline", "Index news articles, search them by date, place and actor, and write cited briefings.")
        {
            new HelpOption(),
            new VersionOption(),
            DataOption.Instance,
            IndexCommand.Create(io),
            ExtractCommand.Create(io),
            LedgerCommand.Create(io),
            RemoveCommand.Create(io),
            GazetteerCommand.Create(io),
            SearchCommand.Create(io),
            FacetsCommand.Create(io),
            SuggestCommand.Create(io),
            ShowCommand.Create(io),
            WhyCommand.Create(io),
            TogetherCommand.Create(io),
            CurateCommand.Create(io),
            BriefCommand.Create(io),
            BriefingsCommand.Create(io),
            VerifyCommand.Create(io),
            CheckCommand.Create(io),
            ServeCommand.Create(),
            McpCommand.Create(io),
        };
        CommandHelp.Install(root);
        return root;
    }

    private static string Path(ParseResult parsed) =>
        string.Concat(Names(parsed.CommandResult).Reverse().Select(static name => name + " "));

    private static IEnumerable<string> Names(CommandResult result)
    {
        for (SymbolResult? at = result; at is CommandResult { Parent: not null } command; at = command.Parent)
            yield return command.Command.Name;
    }
}
