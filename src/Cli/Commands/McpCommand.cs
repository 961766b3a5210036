using System.CommandLine;
using Dateline.Web.Mcp;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline mcp</c>.</summary>
internal static class McpCommand
{
    public static Command Create(CliIo io)
    {
        var command =
            new Command("mcp", "Serve the Model Context Protocol on standard input and output, for programs with a "
                + "language model.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var archive = DataOption.OpenArchive(parsed);
            await using var input = io.OpenStandardInput?.Invoke() ?? Console.OpenStandardInput();
            await using var output = StandardOutput.Open();
            Console.SetOut(io.Error); // whatever else would print must not come between the messages
            await McpHost.RunAsync(archive, DataOption.Of(parsed), input, output, io.Error, cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }
}
