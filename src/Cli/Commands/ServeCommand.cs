using System.CommandLine;
using Dateline.Search.Archive;
using Dateline.Web;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = Options.Whole(
            "--port", "Loopback port; 0 lets the system choose.", WebOptions.DefaultPort, 0, 65535, "-p");
        var model = ModelOption.Create();
        var command = new Command("serve", "Serve the web interface, JSON API and MCP on the loopback address.")
        {
            port, model,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folder = DataOption.Of(parsed);
            if (!folder.HasArchive)
                throw new ArchiveNotFoundException(folder.Path);
            var options = new WebOptions
            {
                DataFolder = folder.Path,
                Port = parsed.GetValue(port),
                Model = ModelOption.Endpoint(parsed, model),
            };
            return WebHost.RunAsync(options, cancellationToken);
        });
        return command;
    }
}
