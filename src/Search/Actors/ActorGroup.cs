using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Search.Actors;

/// <summary>The mentions of one actor while an article's names are joined.</summary>
/// <param name="first">The mention that opened the group.</param>
internal sealed class ActorGroup(NameMention first)
{
    private readonly List<NameMention> _mentions = [first];

    /// <summary>Fullest name so far; the list's name where the list knows the actor.</summary>
    public string Name { get; private set; } = first.Listed?.Name ?? first.Name;

    public ActorKind Kind { get; private set; } = Refined(first.Kind, first);

    public WorldActor? Listed { get; private set; } = first.Listed;

    public string? CameoCode { get; private set; } = first.CameoCode;

    public IReadOnlyList<NameMention> Mentions => _mentions;

    public bool IsPerson => Kind == ActorKind.Person;

    public void Add(NameMention mention)
    {
        _mentions.Add(mention);
        Listed ??= mention.Listed;
        CameoCode ??= mention.CameoCode;
        if (Listed is not null)
            Name = Listed.Name;
        else if (mention.Name.Length > Name.Length && !mention.IsBare)
            Name = mention.Name;
        if (Listed is null && !IsPerson && mention.Kind != ActorKind.Person)
            Kind = mention.Kind is ActorKind.Opposition or ActorKind.ArmedGroup ? mention.Kind : Refined(Kind, mention);
    }

    /// <summary>Token of the first mention in the body; null when only the title has one.</summary>
    public int? FirstInBody => _mentions.Where(static mention => mention.Text.Field == EvidenceField.Body)
        .Select(static mention => (int?)mention.First).Min();

    /// <summary>The full names it goes by: its own and those of its mentions.</summary>
    public IEnumerable<string> Names() => _mentions.Where(static mention => !mention.IsBare)
        .Select(static mention => mention.Text.Name(mention.First, mention.Next)).Prepend(Name)
        .Distinct(StringComparer.Ordinal);

    /// <summary>Takes over the mentions of a group whose name is short for this one's.</summary>
    public void Absorb(ActorGroup other)
    {
        _mentions.AddRange(other._mentions.Select(static mention =>
            mention.Listed is null ? mention with { Rule = ShortNames.RuleOf(mention.Name) } : mention));
        CameoCode ??= other.CameoCode;
        if (Listed is null && other.Listed is { } listed)
            Identify(listed);
        if (Kind == ActorKind.Organisation)
            Kind = other.Kind;
    }

    /// <summary>The code of the list, else by type and country; of bodies only.</summary>
    public string? Code => CameoCode ?? (IsPerson ? null : ActorCodes.Cameo(Kind, CountryOf()));

    private Country? CountryOf() => _mentions.Find(static mention => mention.Country is not null)?.Country;

    // What one mention tells holds for all: a kind beside the name, a legal form in it.
    private static ActorKind Refined(ActorKind kind, NameMention mention) =>
        kind != ActorKind.Organisation ? kind
        : mention.Kind != ActorKind.Organisation ? mention.Kind
        : OrganisationNames.HasLegalForm(mention.Name) ? ActorKind.Company : kind;

    public void Identify(WorldActor actor)
    {
        Listed = actor;
        (Name, Kind, CameoCode) = (actor.Name, actor.Kind, actor.CameoCode);
    }

    /// <param name="affiliation">A person's body with its code, or null.</param>
    public ArticleActor ToActor(FoundAffiliation? affiliation)
    {
        var evidence = _mentions.Select(mention => mention.ToEvidence())
            .DistinctBy(found => (found.Field, found.Start, found.End))
            .OrderBy(found => found.Field).ThenBy(found => found.Start).ToList();
        var role = IsPerson ? _mentions.Find(static mention => mention.Role is not null)?.Role : null;
        var code = Code ?? affiliation?.Code ?? ActorCodes.OfRole(role);
        var (confidence, reason) = ActorConfidences.Of(_mentions);
        return new ArticleActor
        {
            Id = Slug.Of(Name),
            Name = Name,
            Kind = Kind,
            CameoCode = code,
            PloverCode = ActorCodes.Plover(code),
            AcledType = ActorCodes.Acled(code, Kind),
            Affiliation = affiliation?.Affiliation,
            Confidence = confidence,
            ConfidenceReason = reason,
            Role = role,
            Aliases = [.. evidence.Select(found => found.Quote).Prepend(Name).Distinct(StringComparer.Ordinal)],
            Mentions = evidence,
        };
    }
}
