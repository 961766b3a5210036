using System.Net;
using System.Net.Sockets;

namespace Dateline.Cli.Tests;

public sealed class ServeTests(CliFixture fixture) : IClassFixture<CliFixture>
{
    [Fact]
    public async Task Serve_Archive_AnswersUntilStopped()
    {
        var port = FreePort();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var running = CliFixture.RunInAsync(
            fixture.PathOf("data"), stop.Token, "serve", "--port",
            port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var page = await FirstAnswerAsync(client, running, stop.Token);
        Assert.Contains("Shelling of Homs goes on", page, StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(0, (await running).Code);
    }

    private static async Task<string> FirstAnswerAsync(HttpClient client, Task running,
        CancellationToken cancellationToken)
    {
        while (!running.IsCompleted)
        {
            try
            {
                return await client.GetStringAsync("/?q=homs", cancellationToken);
            }
            catch (HttpRequestException error) when (error.InnerException is SocketException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }

        throw new InvalidOperationException("The server ended by itself.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
