using System.Text.Json;

namespace Dateline.Search.Ingestion;

/// <summary>What became of an input.</summary>
public enum InputOutcomeKind
{
    /// <summary>In the index.</summary>
    Indexed,

    /// <summary>Same content as an article already there.</summary>
    Duplicate,

    /// <summary>Read, but it holds no article text.</summary>
    NoText,

    /// <summary>Could not be read.</summary>
    Failed,

    /// <summary>Left out on purpose: a kind of content that holds no article.</summary>
    Skipped,

    /// <summary>Taken out of the archive by its user; stays out until it is given back.</summary>
    Removed,
}

/// <summary>One line of the ingestion ledger. Every input has exactly one.</summary>
/// <param name="Origin">See <see cref="InputResult"/>.</param>
/// <param name="Kind">What became of it.</param>
public sealed record InputOutcome(string Origin, InputOutcomeKind Kind)
{
    /// <summary>
    /// Stable kebab-case reason (<c>too-large</c>, <c>binary</c>, <c>only-chrome</c> …); null when indexed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>One or two sentences for people: what, where and what to do; null when indexed.</summary>
    public string? Message { get; init; }

    /// <summary>Id of the article it repeats; only for <see cref="InputOutcomeKind.Duplicate"/>.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Indexed, but without publication date.</summary>
    public bool Undated { get; init; }

    /// <summary>Indexed, but without any place.</summary>
    public bool NoPlace { get; init; }

    /// <summary>Remarks, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// The outcome of an input that was not read. An empty one is <see cref="InputOutcomeKind.NoText"/>, one that is no
    /// article by kind <see cref="InputOutcomeKind.Skipped"/>.
    /// </summary>
    public static InputOutcome Of(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var kind = failure.Reason switch
        {
            InputFailureReason.Empty => InputOutcomeKind.NoText,
            InputFailureReason.Media or InputFailureReason.HttpStatus => InputOutcomeKind.Skipped,
            _ => InputOutcomeKind.Failed,
        };
        return new InputOutcome(failure.Origin, kind)
        {
            Reason = JsonNamingPolicy.KebabCaseLower.ConvertName(failure.Reason.ToString()),
            Message = $"{failure.Message} {failure.Suggestion}",
        };
    }
}
