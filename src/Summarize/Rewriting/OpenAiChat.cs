using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using AssistantChatMessage = OpenAI.Chat.AssistantChatMessage;
using ChatCompletionOptions = OpenAI.Chat.ChatCompletionOptions;
using OpenAiMessage = OpenAI.Chat.ChatMessage;
using SystemChatMessage = OpenAI.Chat.SystemChatMessage;
using UserChatMessage = OpenAI.Chat.UserChatMessage;

namespace Dateline.Summarize.Rewriting;

/// <summary>
/// An OpenAI-compatible service as an <see cref="IChatClient"/>: text in, streamed text and token counts out. Redirects
/// are not followed to elsewhere and a failed request is tried once more.
/// </summary>
public sealed class OpenAiChat : IChatClient
{
    private readonly OpenAI.Chat.ChatClient _client;
    private readonly ChatClientMetadata _metadata;

    /// <summary>A client of the endpoint; connects when first asked.</summary>
    public OpenAiChat(ModelEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _client = new OpenAI.Chat.ChatClient(
            endpoint.Model,
            new ApiKeyCredential(endpoint.KeyOrPlaceholder),
            new OpenAIClientOptions
            {
                Endpoint = endpoint.Address,
                NetworkTimeout = endpoint.TimeLimit,
                RetryPolicy = new ClientRetryPolicy(maxRetries: 1),
            });
        _metadata = new ChatClientMetadata("openai-compatible", endpoint.Address, endpoint.Model);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var asked = messages.Select(Convert).ToList();
        var settings = new ChatCompletionOptions
        {
            MaxOutputTokenCount = options?.MaxOutputTokens,
            Temperature = options?.Temperature,
        };
        var updates = _client.CompleteChatStreamingAsync(asked, settings, cancellationToken);
        await foreach (var update in updates.ConfigureAwait(false))
        {
            foreach (var part in update.ContentUpdate)
            {
                if (part.Text is { Length: > 0 } text)
                    yield return new ChatResponseUpdate(ChatRole.Assistant, text);
            }

            if (update.Usage is { } usage)
                yield return new ChatResponseUpdate(ChatRole.Assistant, [Usage(usage)]);
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        return serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The library keeps one connection pool for the process; there is nothing of our own to give back.
    }

    private static UsageContent Usage(OpenAI.Chat.ChatTokenUsage usage) => new(new UsageDetails
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    });

    private static OpenAiMessage Convert(ChatMessage message) => message.Role.Value switch
    {
        "system" => new SystemChatMessage(message.Text),
        "assistant" => new AssistantChatMessage(message.Text),
        _ => new UserChatMessage(message.Text),
    };
}
