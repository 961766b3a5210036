using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Dateline.Search.Archive.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Dateline.Web.Mcp;

/// <summary>
/// JSON-RPC messages as lines. Unlike the package's own transport it bounds their length, answers what cannot be read,
/// and at the end of the input first answers every request that came before, so that requests can be piped in.
/// </summary>
internal sealed class LineTransport : TransportBase
{
    // A briefing to check is the largest thing a client sends.
    private const int LongestMessage = 8 * 1024 * 1024;
    private static readonly TimeSpan LongestFarewell = ArchiveTools.LongestCall + TimeSpan.FromSeconds(5);

    // Few escapes: answers hold JSON as text, which escaped quotation marks would double.
    private static readonly JsonSerializerOptions Json = new(McpJsonUtilities.DefaultOptions)
    {
        Encoder = ArchiveJson.Compact.Options.Encoder,
    };

    private static readonly JsonTypeInfo<JsonRpcMessage> Type =
        (JsonTypeInfo<JsonRpcMessage>)Json.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly LineReader _lines;
    private readonly Stream _output;
    private readonly TextWriter _talk;
    private readonly ConcurrentDictionary<RequestId, bool> _unanswered = new();
    private readonly TaskCompletionSource _allAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private volatile bool _ended;

    /// <summary>Begins to read.</summary>
    /// <param name="input">Where messages come from.</param>
    /// <param name="output">Where answers go; a message is one write.</param>
    /// <param name="talk">Where it is told what could not be read.</param>
    public LineTransport(Stream input, Stream output, TextWriter talk)
        : base("dateline", loggerFactory: null)
    {
        (_lines, _output, _talk) = (new LineReader(input, LongestMessage), output, talk);
        SetConnected();
        _reading = Task.Run(ReadAsync);
    }

    /// <inheritdoc/>
    public override async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (!IsConnected) return;
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(message, Type);
            await WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (message is JsonRpcResponse or JsonRpcError) Answered(((JsonRpcMessageWithId)message).Id);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _lines.ReadAsync(_stop.Token).ConfigureAwait(false) is { } line)
                await TakeAsync(line).ConfigureAwait(false);
            _ended = true;
            if (_unanswered.IsEmpty) _allAnswered.TrySetResult();
            await _allAnswered.Task.WaitAsync(LongestFarewell, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
        }
        catch (IOException e)
        {
            await _talk.WriteLineAsync($"dateline: {e.Message}").ConfigureAwait(false);
        }
        finally
        {
            SetDisconnected();
        }
    }

    private async Task TakeAsync(BoundedLine line)
    {
        var bytes = line.Bytes;
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.Span.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0) return;
        if (line.Cut)
        {
            await RefuseAsync(bytes, $"A message has at most {LongestMessage} bytes.").ConfigureAwait(false);
            return;
        }

        JsonRpcMessage? message;
        try
        {
            message = JsonSerializer.Deserialize(bytes.Span, Type);
        }
        catch (JsonException)
        {
            message = null;
        }

        if (message is null)
        {
            await RefuseAsync(bytes, "This is no JSON-RPC message.").ConfigureAwait(false);
            return;
        }

        if (message is JsonRpcRequest request) _unanswered[request.Id] = true;
        if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled)
            Cancelled(cancelled.Params);
        await WriteMessageAsync(message, _stop.Token).ConfigureAwait(false);
    }

    private async Task RefuseAsync(ReadOnlyMemory<byte> bytes, string problem)
    {
        await _talk.WriteLineAsync("dateline: a message was not read: " + problem).ConfigureAwait(false);
        var answer = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = IdOf(bytes.Span),
            ["error"] = new JsonObject { ["code"] = (int)McpErrorCode.ParseError, ["message"] = problem },
        };
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer), _stop.Token).ConfigureAwait(false);
    }

    // The id as far as the message can be read, so that its sender need not wait for an answer; else null, as JSON-RPC
    // wants it.
    private static JsonNode? IdOf(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals("id"u8);
                if (!reader.Read() || (!found && !reader.TrySkip())) return null;
                if (found) return reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
                    _ => null,
                };
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
        }

        return null;
    }

    // A cancelled request gets no answer.
    private void Cancelled(JsonNode? told)
    {
        if (told is not JsonObject || told["requestId"] is not JsonValue id) return;
        if (id.TryGetValue<long>(out var number)) Answered(new RequestId(number));
        else if (id.TryGetValue<string>(out var text)) Answered(new RequestId(text));
    }

    private void Answered(RequestId id)
    {
        _unanswered.TryRemove(id, out _);
        if (_ended && _unanswered.IsEmpty) _allAnswered.TrySetResult();
    }

    private async Task WriteAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whole or not at all: half a line would spoil all that follow.
            await _output.WriteAsync((byte[])[.. message, (byte)'\n'], CancellationToken.None).ConfigureAwait(false);
            await _output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            await _stop.CancelAsync().ConfigureAwait(false); // nobody listens any more
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }
}
