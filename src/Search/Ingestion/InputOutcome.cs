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
    /// The outcome of an input that could not be read. An empty input is <see cref="InputOutcomeKind.NoText"/>.
    /// </summary>
    public static InputOutcome Of(InputFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var kind = failure.Reason == InputFailureReason.Empty ? InputOutcomeKind.NoText : InputOutcomeKind.Failed;
        return new InputOutcome(failure.Origin, kind)
        {
            Reason = ReasonName(failure.Reason),
            Message = $"{failure.Message} {failure.Suggestion}",
        };
    }

    private static string ReasonName(InputFailureReason reason) => reason switch
    {
        InputFailureReason.NotFound => "not-found",
        InputFailureReason.Unreadable => "unreadable",
        InputFailureReason.Empty => "empty",
        InputFailureReason.Binary => "binary",
        InputFailureReason.Encoding => "encoding",
        InputFailureReason.TooLarge => "too-large",
        InputFailureReason.MalformedRecord => "malformed-record",
        InputFailureReason.Link => "link",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown failure reason."),
    };
}
