using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// Finds the family names and well-known short names of persons that no rule found, each standing for itself.
/// </summary>
/// <param name="actors">The article's actors; new mentions are added to them.</param>
internal sealed class SurnameFinder(JoinedActors actors)
{
    /// <summary>Adds the mentions in a field.</summary>
    public void Add(NameText text)
    {
        for (var at = 0; at < text.Count;)
            at = text.IsTaken(at) ? at + 1 : AddSurname(text, at);
    }

    /// <summary>Adds the family name or well-known short name at a token; the token to go on with.</summary>
    private int AddSurname(NameText text, int at)
    {
        var name = PersonRules.IsArticle(text, at) ? at + 2 : at;
        if (!text.IsTaken(name) && Stands(text, at, name + 1) && !actors.IsOrganisation(text.Word(name)))
        {
            var word = text.Folded(name).ToString();
            if (actors.Surnames.Bearer(word) is { } group && !Surnames.IsFamily(text, at, name + 1))
                Take(text, at, name + 1, group);
            if (actors.Surnames.Contains(word))
                return name + 1;
        }

        if (WorldActors.Shared.Match(text, at, out var next, out var isShort) is null || !isShort
            || text.AnyTaken(at, next)
            || !Stands(text, at, next) || actors.Holder(text, at) is not { } actor)
            return at + 1;
        actors.AddFull(
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
