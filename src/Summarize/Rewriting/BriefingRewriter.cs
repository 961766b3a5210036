using System.Text;
using System.Text.Json;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Sections;
using Microsoft.Extensions.AI;

namespace Dateline.Summarize.Rewriting;

/// <summary>
/// Lets a language model shorten and join the sentences of a finished briefing. What it writes is taken only where
/// <see cref="SupportRule"/> finds nothing against it; wherever there is no answer or a bad one the extractive sentence
/// stands. One request a briefing, bounded in time, input and output.
/// </summary>
/// <param name="client">The model.</param>
/// <param name="endpoint">Its name and bounds.</param>
/// <param name="time">Clock for the time limit and the report.</param>
public sealed class BriefingRewriter(IChatClient client, ModelEndpoint endpoint, TimeProvider time)
{
    private const int MaxAnswer = 64 * 1024;
    private const int MaxFailure = 200;

    /// <summary>The briefing with the sentences that were accepted, and the report of it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the time limit is no such case.</exception>
    public async Task<Briefing> RewriteAsync(Briefing briefing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var task = RewriteTask.Of(briefing, endpoint.MaxInputCharacters);
        if (task.Slots.Count == 0)
            return briefing;
        var started = time.GetTimestamp();
        var answer = await AskAsync(task, cancellationToken).ConfigureAwait(false);
        var choice = new RewriteChoice(task, answer.Sentences);
        var rewritten = choice.Apply(briefing);
        rewritten = rewritten with { Sources = SourceSection.Recount(rewritten) };
        var report =
            Report(task, answer, choice) with { Seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 1) };
        return rewritten with
        {
            Header = rewritten.Header with
            {
                Mode = choice.Accepted > 0 ? "model" : rewritten.Header.Mode,
                Model = report
            },
        };
    }

    private async Task<ModelAnswer> AskAsync(RewriteTask task, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(endpoint.TimeLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answer = new ModelAnswer(task.Messages());
        try
        {
            await ReadAsync(answer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            answer.Failure = $"no whole answer within {endpoint.TimeLimit.TotalSeconds:0} seconds";
        }
        // A client may throw anything; whatever it is, it goes into the report and the extractive sentences stand.
#pragma warning disable CA1031
        catch (Exception e) when (e is not OperationCanceledException)
        {
            answer.Failure = OneLine(e is AggregateException { InnerExceptions: [var first, ..] }
                ? first.Message : e.Message);
        }
#pragma warning restore CA1031
        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }

    private async Task ReadAsync(ModelAnswer answer, CancellationToken cancellationToken)
    {
        var options = new ChatOptions { MaxOutputTokens = endpoint.MaxOutputTokens, Temperature = 0 };
        var updates = client.GetStreamingResponseAsync(answer.Messages, options, cancellationToken);
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var content in update.Contents)
            {
                if (content is UsageContent usage)
                    answer.Usage = usage.Details;
            }

            answer.Text.Append(update.Text);
            if (answer.Text.Length <= MaxAnswer)
                continue;
            answer.Failure = $"the answer is longer than {MaxAnswer} characters";
            return;
        }

        answer.Parse();
    }

    private ModelReport Report(RewriteTask task, ModelAnswer answer, RewriteChoice choice)
    {
        var (read, written) = (answer.InputTokens, answer.OutputTokens);
        return new ModelReport
        {
            Model = endpoint.Model,
            Address = endpoint.Address.GetLeftPart(UriPartial.Path),
            Asked = task.Slots.Count,
            Accepted = choice.Accepted,
            Refused = choice.Refused,
            Failure = answer.Failure,
            InputTokens = read,
            OutputTokens = written,
            TokensEstimated = answer.Usage is null,
            Cost = endpoint is { InputPrice: { } input, OutputPrice: { } output }
                ? Math.Round(((read * input) + (written * output)) / 1_000_000m, 6)
                : null,
            Seconds = 0,
        };
    }

    // A service's own words are as untrusted as an article's.
    private static string OneLine(string message)
    {
        var line = EvidenceCollector.Fold(message.Length > MaxFailure ? message.AsSpan(0, MaxFailure) : message);
        return new string([.. line.Where(unit => !char.IsControl(unit))]);
    }

    /// <summary>What came back so far.</summary>
    private sealed class ModelAnswer(List<ChatMessage> messages)
    {
        public List<ChatMessage> Messages { get; } = messages;

        public StringBuilder Text { get; } = new();

        public UsageDetails? Usage { get; set; }

        public string? Failure { get; set; }

        public IReadOnlyList<RewrittenSentence> Sentences { get; private set; } = [];

        public long InputTokens => Usage?.InputTokenCount ?? Messages.Sum(message => message.Text.Length) / 4;

        public long OutputTokens => Usage?.OutputTokenCount ?? Text.Length / 4;

        // Models like to wrap their JSON in a sentence or a fence.
        public void Parse()
        {
            var text = Text.ToString();
            var (first, last) = (text.IndexOf('{'), text.LastIndexOf('}'));
            try
            {
                var answer = first < 0 || last < first
                    ? null
                    : JsonSerializer.Deserialize(text.AsSpan(first, last - first + 1),
                        RewriteJson.Default.RewriteAnswer);
                Sentences = answer?.Sentences ?? [];
                Failure = answer?.Sentences is null ? "the answer is not the JSON asked for" : null;
            }
            catch (JsonException)
            {
                Failure = "the answer is not the JSON asked for";
            }
        }
    }
}
