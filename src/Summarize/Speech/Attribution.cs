using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>How words are rendered.</summary>
public enum SpeechForm
{
    /// <summary>All of it stands between quotation marks.</summary>
    Direct,

    /// <summary>Some of it stands between quotation marks.</summary>
    Mixed,

    /// <summary>In the reporter's words.</summary>
    Reported,
}

/// <summary>Something a text says that somebody said, thinks or wants. Spans are UTF-16 units of the text.</summary>
public sealed record Attribution
{
    /// <summary>The word that says so: "said", "according".</summary>
    public required TextSpan Cue { get; init; }

    /// <summary>What was said, in text order, quotation marks included; at least one span.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>Who, as the text puts it ("Ms. Clinton", "he", "an opposition group"); null when nobody is
    /// named.</summary>
    public TextSpan? Speaker { get; init; }

    /// <summary>Direct, mixed or reported.</summary>
    public required SpeechForm Form { get; init; }

    /// <summary>The model's confidence that there is an attribution, 0 to 1.</summary>
    public required float Confidence { get; init; }
}
