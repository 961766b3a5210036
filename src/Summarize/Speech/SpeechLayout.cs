namespace Dateline.Summarize.Speech;

/// <summary>Where the content stands around the word that announces it; the number is a lane of the model.</summary>
internal enum SpeechLayout : byte
{
    /// <summary>The word announces nothing here.</summary>
    None,

    /// <summary>"X said that …".</summary>
    After,

    /// <summary>"…, X said".</summary>
    Before,

    /// <summary>"…," X said, "…".</summary>
    Around,
}

/// <summary>A choice among positions between tokens; the number is part of the model's format.</summary>
internal enum SpeechChoice : byte
{
    /// <summary>Where content after the cue starts.</summary>
    AfterStart,

    /// <summary>Where content after the cue ends.</summary>
    AfterEnd,

    /// <summary>Where content before the cue ends.</summary>
    BeforeEnd,

    /// <summary>Where content before the cue starts.</summary>
    BeforeStart,

    /// <summary>The edge of the speaker that is nearest to the cue, or that none is named.</summary>
    SpeakerEdge,

    /// <summary>Where a speaker before the cue starts.</summary>
    SpeakerStart,

    /// <summary>Where a speaker after the cue ends.</summary>
    SpeakerEnd,
}
