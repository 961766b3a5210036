using Dateline.Search.Articles;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Model;

/// <summary>Something somebody said, with who, how and where it is told.</summary>
public sealed record SpokenStatement
{
    /// <summary>The actor's name, or the article's words for the speaker; empty when nobody is told.</summary>
    public required string Speaker { get; init; }

    /// <summary>Facet value of the actor, or of the body spoken for; null when none.</summary>
    public string? ActorId { get; init; }

    /// <summary>How the speaker is known.</summary>
    public required SpeakerKnowledge Knowledge { get; init; }

    /// <summary>Role as the text gives it, or null.</summary>
    public string? Role { get; init; }

    /// <summary>The reporting verb as written: "said", "denied", "according to".</summary>
    public required string Verb { get; init; }

    /// <summary>Direct, mixed or reported speech.</summary>
    public required SpeechForm Form { get; init; }

    /// <summary>The whole sentences, speaker and verb included.</summary>
    public required BriefingSentence Sentence { get; init; }

    /// <summary>The words that are the speaker's.</summary>
    public required IReadOnlyList<Citation> Words { get; init; }

    /// <summary>The words that tell who speaks; null when none do.</summary>
    public Citation? SpeakerWords { get; init; }

    /// <summary>Where it was said, when told beside it: names from the country down.</summary>
    public string? Place { get; init; }

    /// <summary>When it was said, when told beside it.</summary>
    public DateRange? Date { get; init; }

    /// <summary>Independent origins that report it; copies count once.</summary>
    public required int Origins { get; init; }

    /// <summary>What it denies, who denies it, and what says that it is not confirmed.</summary>
    public IReadOnlyList<RelatedStatement> Related { get; init => field = value ?? []; } = [];
}

/// <summary>How one statement stands to another.</summary>
public enum StatementRelation
{
    /// <summary>The statement denies this one.</summary>
    Denies,

    /// <summary>This one denies the statement.</summary>
    DeniedBy,

    /// <summary>An outlet says here that it could not confirm the statement.</summary>
    NotConfirmed,

    /// <summary>Another speaker gives here another number for the same.</summary>
    OtherNumber,
}

/// <summary>A statement beside another.</summary>
/// <param name="Relation">How it stands to the other.</param>
/// <param name="Speaker">Who says it; empty for the outlet itself or when nobody is told.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record RelatedStatement(StatementRelation Relation, string Speaker, BriefingSentence Sentence);

/// <summary>A party that the articles name, and whether they let it speak.</summary>
/// <param name="ActorId">Facet value.</param>
/// <param name="Name">Display name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Articles">Articles used that name it.</param>
/// <param name="Statements">Statements of it in those articles, copies counted once; 0 means that it is silent.</param>
/// <param name="Evidence">Its first words, or where it is first named.</param>
public sealed record BriefingSide(
    string ActorId, string Name, ActorKind Kind, int Articles, int Statements, Citation Evidence);
