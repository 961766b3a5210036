namespace Dateline.Summarize.Model;

/// <summary>Who wrote a sentence.</summary>
public enum SentenceWriter
{
    /// <summary>Nobody: it is the article's own words.</summary>
    Article,

    /// <summary>A language model, within the rule that every word stands in the cited spans.</summary>
    Model,
}

/// <summary>What a language model was asked, what was taken of its answer and what it cost.</summary>
public sealed record ModelReport
{
    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Address it was asked at.</summary>
    public required string Address { get; init; }

    /// <summary>Sentences it was asked for.</summary>
    public required int Asked { get; init; }

    /// <summary>Sentences taken.</summary>
    public required int Accepted { get; init; }

    /// <summary>Sentences refused; the extractive ones stand in their place.</summary>
    public IReadOnlyList<RefusedSentence> Refused { get; init => field = value ?? []; } = [];

    /// <summary>Why there was no answer to use, or null; then the whole briefing is extractive.</summary>
    public string? Failure { get; init; }

    /// <summary>Tokens read by the model.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens written by the model.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>True when the service told no counts and they are one for four characters.</summary>
    public bool TokensEstimated { get; init; }

    /// <summary>Cost at the prices given, or null.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Seconds it took.</summary>
    public required double Seconds { get; init; }
}

/// <summary>A sentence that was not taken. What the model wrote is left out: it is not supported.</summary>
/// <param name="Where">Path of the sentence that stands, e.g. <c>bottomLine[0]</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedSentence(string Where, string Reason);
