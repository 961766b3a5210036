using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Summarize.Tests.Rewriting;

/// <summary>
/// A service on the loopback address that speaks the chat completions protocol over HTTP/1.1, streamed as server-sent
/// events. What it answers is up to the test.
/// </summary>
internal sealed class LoopbackModel : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ModelCall, Task> _answer;
    private readonly Task _loop;

    public LoopbackModel(Func<ModelCall, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _loop = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>Requests so far: headers and body as they came.</summary>
    public List<(string Headers, JsonNode Body)> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await HandleAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The test's client went away, which some tests are about.
            }
        }
    }

    private async Task HandleAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var (headers, body) = await ReadAsync(stream);
        Requests.Add((headers, body));
        await _answer(new ModelCall(stream, body, _stop.Token));
        client.Client.Shutdown(SocketShutdown.Both);
    }

    private async Task<(string Headers, JsonNode Body)> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (bytes.Count < 4 || !bytes[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) throw new IOException("closed");
            bytes.Add(one[0]);
        }

        var headers = Encoding.ASCII.GetString([.. bytes]);
        var line = headers.Split("\r\n").First(line =>
            line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var content = new byte[int.Parse(line[15..], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(content, _stop.Token);
        return (headers, JsonNode.Parse(content)!);
    }
}

/// <summary>One request and the ways to answer it.</summary>
internal sealed class ModelCall(NetworkStream stream, JsonNode body, CancellationToken stop)
{
    /// <summary>The data message: spans and slots.</summary>
    public JsonNode Data { get; } = JsonNode.Parse(Content(body["messages"]!.AsArray()[^1]!))!;

    /// <summary>Waits until the test is over.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Answers without a stream.</summary>
    public Task SendAsync(int status, string type, string text, string headers = "") => WriteAsync(
        $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\n"
        + $"{headers}Connection: close\r\n\r\n{text}");

    /// <summary>Answers in pieces of a few characters; the last event tells the tokens when wanted.</summary>
    public async Task StreamAsync(string text, int piece = 7, bool usage = true, bool finish = true)
    {
        await WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
        for (var at = 0; at < text.Length; at += piece)
            await EventAsync(Delta(text.Substring(at, Math.Min(piece, text.Length - at))));
        if (!finish) return;
        await EventAsync(
            Chunk + """
            [{"index":0,"delta":{},"finish_reason":"stop"}]}
            """);
        if (usage)
            await EventAsync(
                Chunk + """
                [],"usage":{"prompt_tokens":1000,"completion_tokens":50,"total_tokens":1050}}
                """);
        await WriteAsync("data: [DONE]\n\n");
    }

    /// <summary>One event with any content.</summary>
    public Task EventAsync(string json) => WriteAsync($"data: {json}\n\n");

    /// <summary>Bytes as they are.</summary>
    public Task WriteAsync(string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask();

    private const string Chunk = """
        {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":
        """;

    private static string Delta(string text) => Chunk + "[{\"index\":0,\"delta\":{\"content\":"
        + JsonSerializer.Serialize(text) + "},\"finish_reason\":null}]}";

    private static string Content(JsonNode message) => message["content"] is JsonArray parts
        ? string.Concat(parts.Select(part => part!["text"]!.GetValue<string>()))
        : message["content"]!.GetValue<string>();
}
