namespace Dateline.Search.Extraction;

/// <summary>An article's text, or the reason there is none. Exactly one of the two is set.</summary>
public sealed record ExtractionResult
{
    private ExtractionResult()
    {
    }

    /// <summary>What was extracted; null when nothing was.</summary>
    public ExtractedText? Text { get; private init; }

    /// <summary>
    /// Stable kebab-case reason: <c>no-prose</c>, <c>no-text-field</c>, <c>too-deep</c> …; null on success.
    /// </summary>
    public string? Reason { get; private init; }

    /// <summary>The reason as a sentence with a suggestion; null on success.</summary>
    public string? Message { get; private init; }

    internal static ExtractionResult Of(ExtractedText text) => new() { Text = text };

    internal static ExtractionResult None(string reason, string message) =>
        new() { Reason = reason, Message = message };
}
