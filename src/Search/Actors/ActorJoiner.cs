using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Joins the names of one article into actors: full names first, then what leans on them.</summary>
/// <param name="fields">Title and body.</param>
/// <param name="mentions">Full namings, in text order.</param>
/// <param name="year">Year of publication, or null.</param>
/// <param name="byline">Who wrote the article; no actors.</param>
/// <param name="places">Its places.</param>
internal sealed class ActorJoiner(
    IReadOnlyList<NameText> fields, List<NameMention> mentions, int? year, string? byline,
    IReadOnlyList<ArticlePlace>? places = null)
{
    private readonly JoinedActors _actors = new(year);

    /// <summary>The actors, most mentioned first.</summary>
    public List<ArticleActor> Join()
    {
        new MentionRevision(mentions).Revise();
        foreach (var mention in mentions)
        {
            if (mention is { IsBare: false, Kind: ActorKind.Person } && !IsAuthor(mention.Name))
                _actors.AddFull(mention);
        }

        foreach (var mention in mentions)
        {
            if (mention is { IsBare: false, Kind: not ActorKind.Person } && !IsSurname(mention))
                _actors.AddFull(mention);
        }

        _actors.MergeOrganisations();
        foreach (var mention in mentions)
        {
            if (mention.IsBare || IsSurname(mention))
                AddBare(mention);
        }

        var surnames = new SurnameFinder(_actors);
        foreach (var field in fields)
        {
            ShortNames.AddOrganisations(field, _actors.Groups, _actors.Surnames.Contains);
            surnames.Add(field);
        }

        OwnedBodies.Add(fields, _actors.Groups, _actors.ByName, year, places ?? []);
        var affiliations = new Affiliations(_actors.Groups);
        return [.. _actors.Groups.Select(group => group.ToActor(group.IsPerson ? affiliations.Of(group) : null))
            .OrderByDescending(actor => actor.Mentions.Count).ThenBy(actor => actor.Mentions[0].Field)
            .ThenBy(actor => actor.Mentions[0].Start)];
    }

    // One word that a person of the article is called by, and no organisation of the list.
    private bool IsSurname(NameMention mention) =>
        mention is { Kind: ActorKind.Organisation, Listed: null, CameoCode: null }
        && mention.Next - mention.First == 1 && _actors.Surnames.Contains(mention.Name)
        && !mentions.Exists(other => other.Kind != ActorKind.Person && other.Next - other.First > 1
            && OrganisationNames.Relate(mention.Name, other.Name) != NameRelation.None);

    private bool IsAuthor(string name) =>
        byline is { Length: > 0 } && byline.Contains(name, StringComparison.OrdinalIgnoreCase);

    // "General Sheikh", "Mr Assad": a title and one name.
    private void AddBare(NameMention mention)
    {
        if (Surnames.IsFamily(mention.Text, mention.First, mention.Next))
            return;
        if (_actors.Surnames.Meant(mention) is { } group)
            group.Add(mention with { Rule = "surname", Kind = ActorKind.Person, IsBare = true });
        else if (_actors.Surnames.Contains(NameKeys.Surname(mention.Name)))
            return;
        else if (_actors.Organisation(mention.Name) is { } organisation)
            organisation.Add(mention with { Rule = "short-name", Kind = organisation.Kind });
        else if (_actors.Holder(mention.Text, mention.First) is { } holder)
            _actors.AddFull(
                mention with { Listed = holder, CameoCode = holder.CameoCode, IsBare = false, Rule = "list" });
        else if (_actors.Surnames.Misspelt(mention.Name) is { } meant)
            meant.Add(mention with { Rule = "surname" });
        else if (!IsAuthor(mention.Name) && !mention.Text.IsToponym(mention.First)
            && (mention.Rule is "apposition" || !ActorLexicon.FirstNames.Contains(mention.Text.Folded(mention.First))))
            _actors.AddFull(mention with { IsBare = false });
    }
}
