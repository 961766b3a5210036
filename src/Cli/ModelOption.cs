using System.CommandLine;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rewriting;

namespace Dateline.Cli;

/// <summary><c>--model</c>: a language model shortens the sentences of a briefing. Off unless given.</summary>
internal static class ModelOption
{
    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--model")
    {
        Description = "Let a language model shorten sentences within what they cite; the environment says which: "
            + $"{ModelEndpoint.AddressVariable}, {ModelEndpoint.ModelVariable}, {ModelEndpoint.KeyVariable}.",
    };

    /// <summary>The endpoint when the option is given, else null.</summary>
    /// <exception cref="UsageException">The environment names none.</exception>
    public static ModelEndpoint? Endpoint(ParseResult parsed, Option<bool> option)
    {
        if (!parsed.GetValue(option))
            return null;
        var endpoint = ModelEndpoint.FromEnvironment(Environment.GetEnvironmentVariable, out var error);
        return endpoint ?? throw new UsageException(error!);
    }

    /// <summary>The briefing as the model leaves it, with a word about it on the error stream.</summary>
    public static async Task<Briefing> RewriteAsync(
        Briefing briefing, ModelEndpoint endpoint, CliIo io, CancellationToken cancellationToken)
    {
        using var client = new OpenAiChat(endpoint);
        io.Say($"asking {endpoint}");
        var rewritten = await new BriefingRewriter(client, endpoint, TimeProvider.System)
            .RewriteAsync(briefing, cancellationToken);
        if (rewritten.Header.Model?.Failure is { } failure)
            io.Say($"note: the model gave nothing to use: {failure}; all sentences are extractive");
        return rewritten;
    }
}
