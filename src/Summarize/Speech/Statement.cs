using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>How a speaker is known.</summary>
public enum SpeakerKnowledge
{
    /// <summary>Named where the words stand.</summary>
    Named,

    /// <summary>Described, not named: "a rebel commander", "police".</summary>
    Described,

    /// <summary>Meant by a pronoun or title there, and named nearby.</summary>
    FromContext,

    /// <summary>A pronoun, or nobody, and the text does not tell safely who is meant.</summary>
    Unresolved,
}

/// <summary>Who spoke, as far as the article tells.</summary>
/// <param name="Knowledge">How.</param>
/// <param name="Name">Display name of the actor, else the words of the article; empty when nobody is told.</param>
/// <param name="Actor">The actor of the article; for a described speaker, the body spoken for; null when none.</param>
/// <param name="Role">Role as the text gives it, or null.</param>
/// <param name="Evidence">The words of the body that say so; null when nobody is told.</param>
public sealed record StatementSpeaker(
    SpeakerKnowledge Knowledge, string Name, ArticleActor? Actor, string? Role, TextSpan? Evidence);

/// <summary>Words that an article attributes to somebody.</summary>
public sealed record Statement
{
    /// <summary>The spans; units of the article's body.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>Who.</summary>
    public required StatementSpeaker Speaker { get; init; }

    /// <summary>The reporting verb as written, in lower case: "said", "according to".</summary>
    public required string Verb { get; init; }

    /// <summary>What the verb does.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>The whole sentences that hold speaker, verb and content.</summary>
    public required TextSpan Passage { get; init; }

    /// <summary>The whole sentences that hold speaker, verb and the part of the content nearest to the verb.</summary>
    public required TextSpan Core { get; init; }

    /// <summary>Which sentence of the body the core starts in, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>Where it was said, when told beside it.</summary>
    public ArticlePlace? Place { get; init; }

    /// <summary>When it was said, when told beside it.</summary>
    public EventDate? Date { get; init; }
}
