using Dateline.Search.Archive;
using Dateline.Summarize.Saved;
using Dateline.Web.Hosting;
using ModelContextProtocol.Server;

namespace Dateline.Web.Mcp;

/// <summary>
/// Serves the Model Context Protocol over a pair of streams.
/// </summary>
public static class McpHost
{
    /// <summary>Answers requests from a stream of lines until it ends or is cancelled.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">Where its ledger and saved briefings are.</param>
    /// <param name="input">Where requests come from.</param>
    /// <param name="output">Where answers go, and nothing else.</param>
    /// <param name="talk">Where failures of the server itself are told.</param>
    /// <param name="cancellationToken">Stops it, which is an orderly end.</param>
    public static async Task RunAsync(
        IArticleArchive archive, DataFolder folder, Stream input, Stream output, TextWriter talk,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(talk);
        var desk = new BriefingDesk(archive, new BriefingStore(folder.BriefingsPath, TimeProvider.System), model: null);
        var sources = new ArchiveSources(archive, desk, new ShownLedger(folder));
        using var tools = new ArchiveTools(sources, talk, TimeProvider.System);
        await using var transport = new LineTransport(input, output, talk);
        var options = new McpServerOptions();
        McpSetup.Configure(options, tools);
        await using var server = McpServer.Create(transport, options);
        try
        {
            await server.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }
}
