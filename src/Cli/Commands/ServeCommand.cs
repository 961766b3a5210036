using System.CommandLine;
using Dateline.Search.Archive;
using Dateline.Web;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port", "-p")
        {
            Description = "Loopback port; 0 lets the system choose.",
            DefaultValueFactory = static _ => WebOptions.DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValue(port) is < 0 or > 65535)
                result.AddError("--port must be 0 to 65535.");
        });
        var model = ModelOption.Create();
        var command = new Command("serve", "Serve the web interface and JSON API on the loopback address.")
        {
            port, model,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folder = DataOption.Of(parsed);
            if (!folder.HasArchive)
                throw new ArchiveNotFoundException(folder.Path);
            var options = new WebOptions { DataFolder = folder.Path, Port = parsed.GetValue(port), Model = ModelOption.Endpoint(parsed, model) };
            return WebHost.RunAsync(options, cancellationToken);
        });
        return command;
    }
}
