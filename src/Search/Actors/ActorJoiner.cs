using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Joins the names of one article into actors: full names first, then what leans on them.</summary>
/// <param name="fields">Title and body.</param>
/// <param name="mentions">Full namings, in text order.</param>
/// <param name="year">Year of publication, or null.</param>
/// <param name="byline">Who wrote the article; no actors.</param>
internal sealed class ActorJoiner(IReadOnlyList<NameText> fields, List<NameMention> mentions, int? year, string? byline)
{
    private readonly List<ActorGroup> _groups = [];
    private readonly Dictionary<string, ActorGroup> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<ActorGroup>> _bySurname = new(StringComparer.Ordinal);

    /// <summary>The actors, most mentioned first.</summary>
    public List<ArticleActor> Join()
    {
        for (var at = 0; at < mentions.Count; at++)
            mentions[at] = WithoutForeignAcronym(mentions[at]);
        foreach (var mention in mentions)
        {
            if (mention is { IsBare: false } && !(mention.Kind == ActorKind.Person && IsAuthor(mention.Name)))
                AddFull(mention);
        }

        IndexSurnames();
        foreach (var mention in mentions)
        {
            if (mention.IsBare)
                AddBare(mention);
        }

        foreach (var field in fields)
        {
            ShortNames.AddOrganisations(field, _groups);
            AddSurnames(field);
        }

        OwnedBodies.Add(fields, _groups, _byName, year);
        return [.. _groups.Select(group => group.ToActor())
            .OrderByDescending(actor => actor.Mentions.Count).ThenBy(actor => actor.Mentions[0].Field)
            .ThenBy(actor => actor.Mentions[0].Start)];
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
            if (other is { Listed: null, Kind: not ActorKind.Person, Rule: "organisation-head" }
                && acronym.SequenceEqual(ShortNames.Initials(other.Name)))
                return new NameMention(mention.Text, mention.First, mention.Next, other.Kind, other.Name, "acronym");
        }

        return mention;
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
        var name = listed?.Name ?? mention.Name;
        if (_byName.TryGetValue(name, out var group)
            || (mention.Kind == ActorKind.Person && (group = SamePerson(name)) is not null)
            || (mention.Kind != ActorKind.Person && listed is null && mention.CameoCode is null
                && (group = ShortNames.SameOrganisation(name, _groups)) is not null))
        {
            group.Add(mention);
            _byName.TryAdd(name, group);
            return;
        }

        Open(mention, name);
    }

    private void Open(NameMention mention, string name)
    {
        var group = new ActorGroup(mention);
        _groups.Add(group);
        _byName.TryAdd(name, group);
    }

    /// <summary>
    /// The one person whose name is this one in another spelling, or longer or shorter by middle names.
    /// </summary>
    private ActorGroup? SamePerson(string name)
    {
        ActorGroup? only = null;
        foreach (var group in _groups)
        {
            if (!group.IsPerson || !PersonNames.AreOne(group.Name, name))
                continue;
            if (only is not null)
                return null;
            only = group;
        }

        return only;
    }

    private void IndexSurnames()
    {
        foreach (var group in _groups)
        {
            if (!group.IsPerson)
                continue;
            foreach (var key in PersonNames.ShortKeys(group.Name))
            {
                if (!_bySurname.TryGetValue(key, out var bearers))
                    _bySurname.Add(key, bearers = []);
                if (!bearers.Contains(group))
                    bearers.Add(group);
            }
        }
    }

    // "General Sheikh", "Mr Assad": a title and one name.
    private void AddBare(NameMention mention)
    {
        if ((Bearer(NameKeys.Surname(mention.Name)) ?? Bearer(NameKeys.Surname(mention.Name.TrimEnd('s')))) is { } group)
            group.Add(mention with { Rule = "surname" });
        else if (_bySurname.ContainsKey(NameKeys.Surname(mention.Name)))
            return;
        else if (Holder(mention.Text, mention.First) is { } holder)
            AddFull(mention with { Listed = holder, CameoCode = holder.CameoCode, IsBare = false, Rule = "list" });
        else if (!IsAuthor(mention.Name) && !mention.Text.IsToponym(mention.First)
            && (mention.Rule is "apposition" || !ActorLexicon.FirstNames.Contains(mention.Text.Folded(mention.First))))
            AddFull(mention with { IsBare = false });
    }

    /// <summary>The one person a surname can mean here; null when none or several.</summary>
    private ActorGroup? Bearer(string key)
    {
        if (!_bySurname.TryGetValue(key, out var bearers))
            return null;
        if (bearers.Count == 1)
            return bearers[0];
        var holders = bearers.Where(group => group.Listed?.InOffice(year) == true).ToList();
        return holders.Count == 1 ? holders[0] : null;
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
        if (!text.IsTaken(name) && Stands(text, at, name + 1))
        {
            var key = NameKeys.Word(text.Folded(name).ToString());
            if (Bearer(key) is { } group)
                Take(text, at, name + 1, group);
            if (_bySurname.ContainsKey(key))
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

    private static void Take(NameText text, int first, int next, ActorGroup group)
    {
        group.Add(
            new NameMention(text, first, next, ActorKind.Person, text.Quote(first, next), "surname") { IsBare = true });
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
