using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Corrects what each naming was taken for by itself, by what the article says elsewhere.</summary>
/// <param name="mentions">Full namings, in text order; changed in place.</param>
internal sealed class MentionRevision(List<NameMention> mentions)
{
    public void Revise()
    {
        for (var at = 0; at < mentions.Count; at++)
            mentions[at] = WithPlace(WithoutForeignAcronym(mentions[at]));
        SettleKinds();
    }

    /// <summary>
    /// One name is either a person's or an organisation's, whatever each mention for itself was taken for.
    /// </summary>
    private void SettleKinds()
    {
        var disputed = mentions.Where(static mention => mention is { IsBare: false, Listed: null, CameoCode: null })
            .GroupBy(static mention => OrganisationNames.Key(mention.Name), StringComparer.Ordinal)
            .Where(static same => same.DistinctBy(static mention => mention.Kind == ActorKind.Person).Count() == 2);
        foreach (var same in disputed.ToList())
        {
            var bodies = same.Where(static mention => mention.Kind != ActorKind.Person).ToList();
            var isBody = bodies.Count * 2 >= same.Count()
                || bodies.Exists(static mention => OrganisationNames.HasLegalForm(mention.Name));
            foreach (var mention in same.Where(mention => (mention.Kind == ActorKind.Person) == isBody).ToList())
            {
                mentions[mentions.IndexOf(mention)] =
                    mention with { Kind = isBody ? bodies[0].Kind : ActorKind.Person, Role = null };
            }
        }
    }

    /// <summary>
    /// An acronym of the list means the organisation that this article spells out, if there is another.
    /// </summary>
    private NameMention WithoutForeignAcronym(NameMention mention)
    {
        if (mention.Listed is null || mention.Next - mention.First != 1)
            return mention;
        var acronym = mention.Text.Folded(mention.First);
        if (acronym.Length > 6 || !char.IsUpper(acronym[^1]))
            return mention;
        foreach (var other in mentions)
        {
            if (other is { Listed: null, CameoCode: null, Kind: not ActorKind.Person } && other.Next - other.First > 1
                && OrganisationNames.IsAcronymOf(acronym.ToString(), OrganisationNames.Words(other.Name)))
                return new NameMention(mention.Text, mention.First, mention.Next, other.Kind, other.Name, "acronym");
        }

        return mention;
    }

    // "GM Korea" is a body of its own.
    private static NameMention WithPlace(NameMention mention)
    {
        var (text, next) = (mention.Text, mention.Next);
        if (mention is not { Listed: not null, Kind: ActorKind.Company or ActorKind.Organisation }
            || !text.IsToponym(next) || !text.IsCapital(next) || text.IsTaken(next) || text.EndsParagraph(next - 1))
            return mention;
        text.Take(next, next + 1);
        return mention with
        {
            Next = next + 1,
            Name = text.Name(mention.First, next + 1),
            Listed = null,
            CameoCode = null,
        };
    }
}
