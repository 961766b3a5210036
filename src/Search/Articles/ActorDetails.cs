namespace Dateline.Search.Articles;

/// <summary>The body a person speaks or acts for, as the text tells beside the name.</summary>
/// <param name="Name">Display name of the body.</param>
/// <param name="ActorId">The body's id, where it is an actor of the same article; else null.</param>
/// <param name="Evidence">The words that name the body; their rule says how they stand to the person: <c>role</c>
/// ("Foreign Ministry spokesman X"), <c>of</c> ("X of the council"), <c>joined</c> ("X, who defected and joined the
/// …"), <c>list</c> (an office whose country the list of well-known actors knows).</param>
public sealed record ActorAffiliation(string Name, string? ActorId, Evidence Evidence);

/// <summary>How well an actor is founded; <see cref="ArticleActor.ConfidenceReason"/> tells by what.</summary>
public enum ActorConfidence
{
    /// <summary>One statistical guess, nothing beside it.</summary>
    Low,

    /// <summary>
    /// One sign: a head noun, a given name, a verb of speech, a context, or two statistical readings.
    /// </summary>
    Medium,

    /// <summary>A list, a title or role beside the name, a country's own body, or several signs together.</summary>
    High,
}

/// <summary>The eight kinds of actor that ACLED tells apart (its "inter" codes 1 to 8).</summary>
public enum AcledActorType
{
    /// <summary>Governments, their armies and police.</summary>
    StateForces = 1,

    /// <summary>Armed groups that fight a government for power or territory.</summary>
    RebelGroups = 2,

    /// <summary>Armed groups that serve political or criminal ends.</summary>
    PoliticalMilitias = 3,

    /// <summary>Armed groups of a community. Told only by lists.</summary>
    IdentityMilitias = 4,

    /// <summary>Violent crowds.</summary>
    Rioters = 5,

    /// <summary>Peaceful crowds.</summary>
    Protesters = 6,

    /// <summary>The unarmed: parties, companies, media, organisations, population.</summary>
    Civilians = 7,

    /// <summary>International bodies, foreign and private forces.</summary>
    ExternalForces = 8,
}
