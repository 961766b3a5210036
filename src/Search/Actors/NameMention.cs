using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>One place where the text names an actor, before names are joined.</summary>
/// <param name="Text">The field.</param>
/// <param name="First">First token.</param>
/// <param name="Next">Token after the last.</param>
/// <param name="Kind">Type as far as the mention tells.</param>
/// <param name="Name">The name without titles.</param>
/// <param name="Rule">Rule that found it.</param>
internal sealed record NameMention(NameText Text, int First, int Next, ActorKind Kind, string Name, string Rule)
{
    /// <summary>The actor of the list, where the list names it.</summary>
    public WorldActor? Listed { get; init; }

    /// <summary>Role or title beside the name.</summary>
    public string? Role { get; init; }

    /// <summary>Tokens of the role before the name; Next is 0 where there is none.</summary>
    public (int First, int Next) RoleBefore { get; init; }

    /// <summary>Tokens of the role after the name; Next is 0 where there is none.</summary>
    public (int First, int Next) RoleAfter { get; init; }

    /// <summary>Country that the name of a body, or an adjective before it, tells.</summary>
    public Country? Country { get; init; }

    /// <summary>CAMEO code the mention itself tells (bodies of a country).</summary>
    public string? CameoCode { get; init; }

    /// <summary>True when one name stands alone and needs a full one to belong to.</summary>
    public bool IsBare { get; init; }

    public Evidence ToEvidence()
    {
        var quote = Text.Quote(First, Next);
        var start = Text.Start(First);
        return new Evidence(Text.Field, start, start + quote.Length, quote, Rule);
    }
}
