using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Joins the names of one article into actors: full names first, then what leans on them.</summary>
/// <param name="fields">Title and body.</param>
/// <param name="mentions">Full namings, in text order.</param>
/// <param name="year">Year of publication, or null.</param>
/// <param name="byline">Who wrote the article; no actors.</param>
/// <param name="places">Its places.</param>
internal sealed class ActorJoiner(IReadOnlyList<NameText> fields, List<NameMention> mentions, int? year, string? byline,
    IReadOnlyList<ArticlePlace>? places = null)
{
    private readonly List<ActorGroup> _groups = [];
    private readonly Dictionary<string, ActorGroup> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Surnames _surnames = new(year);

    /// <summary>The actors, most mentioned first.</summary>
    public List<ArticleActor> Join()
    {
        for (var at = 0; at < mentions.Count; at++)
            mentions[at] = WithPlace(WithoutForeignAcronym(mentions[at]));
        SettleKinds();
        foreach (var mention in mentions)
        {
            if (mention is { IsBare: false, Kind: ActorKind.Person } && !IsAuthor(mention.Name))
                AddFull(mention);
        }

        foreach (var mention in mentions)
        {
            if (mention is { IsBare: false, Kind: not ActorKind.Person } && !IsSurname(mention))
                AddFull(mention);
        }

        MergeOrganisations();
        foreach (var mention in mentions)
        {
            if (mention.IsBare || IsSurname(mention))
                AddBare(mention);
        }

        foreach (var field in fields)
        {
            ShortNames.AddOrganisations(field, _groups, _surnames.Contains);
            AddSurnames(field);
        }

        OwnedBodies.Add(fields, _groups, _byName, year, places ?? []);
        var affiliations = new Affiliations(_groups);
        return [.. _groups.Select(group => group.ToActor(group.IsPerson ? affiliations.Of(group) : null))
            .OrderByDescending(actor => actor.Mentions.Count).ThenBy(actor => actor.Mentions[0].Field)
            .ThenBy(actor => actor.Mentions[0].Start)];
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

    private void MergeOrganisations()
    {
        var moved = OrganisationJoiner.Merge(_groups);
        foreach (var name in _byName.Keys.ToArray())
        {
            while (moved.TryGetValue(_byName[name], out var fuller))
                _byName[name] = fuller;
        }
    }

    // One word that a person of the article is called by, and no organisation of the list.
    private bool IsSurname(NameMention mention) =>
        mention is { Kind: ActorKind.Organisation, Listed: null, CameoCode: null }
        && mention.Next - mention.First == 1 && _surnames.Contains(mention.Name)
        && !mentions.Exists(other => other.Kind != ActorKind.Person && other.Next - other.First > 1
            && OrganisationNames.Relate(mention.Name, other.Name) != NameRelation.None);

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

    private bool IsAuthor(string name) =>
        byline is { Length: > 0 } && byline.Contains(name, StringComparison.OrdinalIgnoreCase);

    private void AddFull(NameMention mention)
    {
        var listed = mention.Listed;
        if (listed is null && mention.Kind == ActorKind.Person)
            listed = WorldActors.Shared.Person(NameKeys.Person(mention.Name));
        if (listed is not null)
            mention = mention with { Listed = listed, CameoCode = listed.CameoCode };
        var name = NameKey(mention);
        if (_byName.TryGetValue(name, out var group)
            || (mention.Kind == ActorKind.Person && (group = _surnames.Same(listed?.Name ?? mention.Name)) is not null))
        {
            group.Add(mention);
            _byName.TryAdd(name, group);
        }
        else
        {
            _groups.Add(group = new ActorGroup(mention));
            _byName.TryAdd(name, group);
        }

        if (group.IsPerson)
            _surnames.Add(group);
    }

    private static string NameKey(NameMention mention) =>
        mention.Listed?.Name is { } listed ? listed
        : mention.Kind == ActorKind.Person || mention.CameoCode is not null ? mention.Name
        : OrganisationNames.Key(mention.Name) is { Length: > 0 } key ? key : mention.Name;

    // "General Sheikh", "Mr Assad": a title and one name.
    private void AddBare(NameMention mention)
    {
        if (Surnames.IsFamily(mention.Text, mention.First, mention.Next))
            return;
        if (_surnames.Meant(mention) is { } group)
            group.Add(mention with { Rule = "surname", Kind = ActorKind.Person, IsBare = true });
        else if (_surnames.Contains(NameKeys.Surname(mention.Name)))
            return;
        else if (Organisation(mention.Name) is { } organisation)
            organisation.Add(mention with { Rule = "short-name", Kind = organisation.Kind });
        else if (Holder(mention.Text, mention.First) is { } holder)
            AddFull(mention with { Listed = holder, CameoCode = holder.CameoCode, IsBare = false, Rule = "list" });
        else if (_surnames.Misspelt(mention.Name) is { } meant)
            meant.Add(mention with { Rule = "surname" });
        else if (!IsAuthor(mention.Name) && !mention.Text.IsToponym(mention.First)
            && (mention.Rule is "apposition" || !ActorLexicon.FirstNames.Contains(mention.Text.Folded(mention.First))))
            AddFull(mention with { IsBare = false });
    }

    private ActorGroup? Organisation(string name)
    {
        if (_byName.TryGetValue(OrganisationNames.Key(name), out var group) && !group.IsPerson)
            return group;
        var fuller = _groups.FindAll(group => !group.IsPerson && (group.Listed is not null || group.CameoCode is null)
            && group.Names().Any(longer => OrganisationNames.Relate(name, longer) != NameRelation.None));
        return fuller.Count == 1 ? fuller[0] : null;
    }

    private WorldActor? Holder(NameText text, int at)
    {
        if (WorldActors.Shared.Match(text, at, out _, out var isShort) is not { } known || !isShort)
            return null;
        var holders = known.FindAll(actor => actor.InOffice(year));
        return holders.Count == 1 ? holders[0] : null;
    }

    private void AddSurnames(NameText text)
    {
        for (var at = 0; at < text.Count;)
            at = text.IsTaken(at) ? at + 1 : AddSurname(text, at);
    }

    /// <summary>Adds the family name or well-known short name at a token; the token to go on with.</summary>
    private int AddSurname(NameText text, int at)
    {
        var name = PersonRules.IsArticle(text, at) ? at + 2 : at;
        if (!text.IsTaken(name) && Stands(text, at, name + 1) && !IsOrganisation(text.Word(name)))
        {
            var word = text.Folded(name).ToString();
            if (_surnames.Bearer(word) is { } group && !Surnames.IsFamily(text, at, name + 1))
                Take(text, at, name + 1, group);
            if (_surnames.Contains(word))
                return name + 1;
        }

        if (WorldActors.Shared.Match(text, at, out var next, out var isShort) is null || !isShort
            || text.AnyTaken(at, next)
            || !Stands(text, at, next) || Holder(text, at) is not { } actor)
            return at + 1;
        AddFull(
            new NameMention(text, at, next, ActorKind.Person, actor.Name, "list")
            {
                Listed = actor,
                CameoCode = actor.CameoCode
            });
        text.Take(at, next);
        return next;
    }

    // "Wynn" of Wynn Resorts and Steve Wynn: whose it is only the words around can tell.
    private bool IsOrganisation(ReadOnlySpan<char> word)
    {
        foreach (var group in _groups)
        {
            foreach (var mention in group.IsPerson ? [] : group.Mentions)
            {
                if (mention.Next - mention.First == 1 && mention.Text.Word(mention.First).SequenceEqual(word))
                    return true;
            }
        }

        return false;
    }

    private static void Take(NameText text, int first, int next, ActorGroup group)
    {
        group.Add(
            new NameMention(text, first, next, ActorKind.Person, text.Name(first, next), "surname") { IsBare = true });
        text.Take(first, next);
    }

    /// <summary>True when the tokens can be a name of their own, not a part of a longer one.</summary>
    private static bool Stands(NameText text, int first, int next)
    {
        if (!text.IsCapital(next - 1) || ActorLexicon.NotNames.Contains(text.Word(next - 1))
            || text.IsToponym(next - 1))
            return false;
        if (text.TitleCase)
            return true;
        var before = text.Word(first - 1);
        if (text.IsCapital(first - 1) && !text.IsTaken(first - 1) && !text.EndsParagraph(first - 1)
            && !ActorLexicon.Titles.Contains(before) && !ActorLexicon.NotNames.Contains(before))
            return false;
        var after = text.Word(next);
        return !text.IsCapital(next) || text.IsTaken(next) || text.EndsParagraph(next - 1)
            || ActorLexicon.NotNames.Contains(after) || ActorLexicon.Titles.Contains(after);
    }
}
