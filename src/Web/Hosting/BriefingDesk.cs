using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Summarize;
using Dateline.Summarize.Comparing;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rewriting;
using Dateline.Summarize.Saved;
using Dateline.Summarize.Verification;

namespace Dateline.Web.Hosting;

/// <summary>Writes, keeps and compares briefings for pages and API.</summary>
/// <param name="archive">The archive.</param>
/// <param name="store">Saved briefings; null where none are kept.</param>
/// <param name="model">The language model that may be asked; null for none.</param>
internal sealed class BriefingDesk(IArticleArchive archive, BriefingStore? store, ModelEndpoint? model)
{
    // Below the time a request may take.
    private static readonly TimeSpan LongestModel = TimeSpan.FromSeconds(20);

    /// <summary>Saved briefings; null where none are kept.</summary>
    public BriefingStore? Store => store;

    /// <summary>True when a language model may be asked.</summary>
    public bool HasModel => model is not null;

    /// <summary>Writes a briefing.</summary>
    /// <param name="request">What to brief on.</param>
    /// <param name="since">Id of a saved briefing to compare with, or null.</param>
    /// <param name="withModel">Whether the language model may shorten sentences.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The briefing, or the query's errors, or what is wrong with the other two.</returns>
    public async Task<(BriefingResult? Result, string? Problem)> WriteAsync(
        BriefingRequest request, string? since, bool withModel, CancellationToken cancellationToken)
    {
        if (withModel && model is null)
            return (null, "No language model may be asked: start the server with --model.");
        Briefing? earlier = null;
        if (!string.IsNullOrEmpty(since) && (earlier = Open(since, out var problem)) is null)
            return (null, problem);
        var result = new BriefingWriter(archive).Write(request, cancellationToken);
        if (result.Briefing is not { } briefing)
            return (result, null);
        if (earlier is not null)
            briefing = Compare(since!, earlier, briefing, cancellationToken);
        if (withModel)
        {
            var endpoint = model! with { TimeLimit = model.TimeLimit < LongestModel ? model.TimeLimit : LongestModel };
            using var client = new OpenAiChat(endpoint);
            briefing = await new BriefingRewriter(client, endpoint, TimeProvider.System)
                .RewriteAsync(briefing, cancellationToken);
        }

        return (result with { Briefing = briefing }, null);
    }

    /// <summary>A saved briefing; null, with the reason, when there is none or its file is damaged.</summary>
    public Briefing? Open(string id, out string problem)
    {
        problem = $"There is no saved briefing '{id}'.";
        try
        {
            return store?.Open(id);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            problem = $"The saved briefing '{id}' cannot be read: {e.Message}";
            return null;
        }
    }

    /// <summary>True when there is such a file, though perhaps a damaged one.</summary>
    public bool Has(string id) => store?.Has(id) == true;

    /// <summary>Saves a briefing; null, with the reason, when that fails.</summary>
    public SavedBriefing? Save(Briefing briefing, out string problem)
    {
        problem = "This archive keeps no briefings.";
        try
        {
            return store?.Save(briefing);
        }
        catch (IOException e)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>Deletes a saved briefing; false, with the reason, when that fails.</summary>
    public bool Remove(string id, out string problem)
    {
        problem = $"There is no saved briefing '{id}'.";
        try
        {
            return store?.Remove(id) == true;
        }
        catch (IOException e)
        {
            problem = e.Message;
            return false;
        }
    }

    /// <summary>What a saved briefing was asked for; null, with the reason, when there is none.</summary>
    public BriefingRequest? RequestOf(string id, out string problem) => Open(id, out problem)?.Header is { } header
        ? header.Request ?? new BriefingRequest { Topic = header.Topic }
        : null;

    /// <summary>The later briefing with what changed since the earlier.</summary>
    public Briefing Compare(string label, Briefing earlier, Briefing later, CancellationToken cancellationToken) =>
        new BriefingComparison(BriefingVerifier.Over(archive)).Extend(label, earlier, later, cancellationToken);

    /// <summary>Checks every citation of a briefing.</summary>
    public VerificationReport Verify(Briefing briefing, CancellationToken cancellationToken) =>
        BriefingVerifier.Over(archive).Verify(briefing, cancellationToken);
}
