namespace Dateline.Search.Actors;

/// <summary>Reads the role of a person from the words beside the name.</summary>
internal static class Roles
{
    private const int LongestUnits = 90;
    private const int LongestTokens = 16;

    /// <summary>The mention of a person with the role that stands beside it, if any.</summary>
    public static NameMention Add(NameMention person)
    {
        var text = person.Text;
        var (before, after) = (Before(text, person.First), After(text, person.Next));
        return person with
        {
            Role = Text(text, before) ?? Text(text, after),
            RoleBefore = before,
            RoleAfter = after,
        };
    }

    private static string? Text(NameText text, (int First, int Next) role) =>
        role.Next > 0 ? Cut(text.Name(role.First, role.Next)) : null;

    /// <summary>
    /// The title or role right before the name: "Foreign Minister", "ICRC spokesman", "U.N.-Arab League envoy". In
    /// tokens; Next is 0 where there is none.
    /// </summary>
    public static (int First, int Next) Before(NameText text, int name)
    {
        if (text.Word(name - 1) is "named" or "called" && IsRoleNoun(text, name - 2))
            return (name - 2, name - 1);
        var first = name;
        var hasRole = false;
        while (first > 0 && name - first < 8 && IsRolePart(text, first - 1, ref hasRole))
            first--;
        while (first < name
            && (text.IsDash(first) || text.IsPossessive(first) || text.IsMark(first, '.') || text.Is(first, "of")))
            first++;
        return hasRole && first < name ? (first, name) : default;
    }

    /// <summary>The role after the name: ", a Syrian army colonel", ", head of the council"; likewise.</summary>
    public static (int First, int Next) After(NameText text, int next)
    {
        if (!(text.IsMark(next, ',') || text.Word(next) is "—" or "–" || IsDoubleDash(text, next)))
            return default;
        var first = IsDoubleDash(text, next) ? next + 2 : next + 1;
        var article = text.Word(first) is "the" or "a" or "an" or "its" or "his" or "their";
        if (article)
            first++;
        else if (!IsBodysOwn(text, first) && !IsRoleNoun(text, first)
            && !(text.Word(first) is "former" or "deputy" or "senior" or "acting" or "chief"))
            return default;
        var end = first;
        var hasRole = false;
        while (end < text.Count && end - first < LongestTokens && !EndsRole(text, end))
            hasRole |= IsRoleNoun(text, end++);
        if (!hasRole || end == first)
            return default;
        return text.Word(end) is "who" && text.Word(end + 1) is "defected" ? (first, end + 2) : (first, end);
    }

    /// <summary>True for a role and a comma before the name: "its leader, Pat Doe, left".</summary>
    public static bool Beside(NameText text, int name) => text.IsMark(name - 1, ',') && IsRoleNoun(text, name - 2);

    // "Amnesty International's deputy director".
    private static bool IsBodysOwn(NameText text, int at)
    {
        var next = at;
        while (text.IsCapital(next) && next - at < 5)
            next++;
        return next > at && text.IsPossessive(next);
    }

    private static bool IsDoubleDash(NameText text, int at) => text.IsMark(at, '-') && text.IsMark(at + 1, '-');

    private static bool IsRoleNoun(NameText text, int at) => ActorLexicon.RoleNouns.Contains(text.Word(at));

    private static bool IsRolePart(NameText text, int at, ref bool hasRole)
    {
        if (text.EndsParagraph(at))
            return false;
        var word = text.Word(at);
        if (ActorLexicon.Titles.Contains(word) || IsRoleNoun(text, at))
            return hasRole = true;
        if (text.IsPossessive(at) || text.IsMark(at, '.'))
            return text.IsPossessive(at)
                ? hasRole : text.Touches(at - 1) && text.Word(at - 1).Length <= 5 && text.IsCapital(at - 1);
        if (text.IsDash(at))
            return hasRole && text.Touches(at) && text.Touches(at - 1);
        if (word is "of" or "press" or "deputy" or "former" or "prime" or "foreign" or "senior" or "special"
            or "executive" or "vice")
            return true;
        return hasRole && text.IsCapital(at) && !ActorLexicon.NotNames.Contains(word) || word is "State" or "Affairs";
    }

    private static bool EndsRole(NameText text, int at) =>
        text.IsMark(at, ',') || text.IsMark(at, '.') || text.IsMark(at, ';') || text.IsMark(at, ')')
        || text.IsMark(at, '(')
        || text.Word(at) is "who" or "which" or "that" or "said" or "told" or "says" or "—" or "–" or "”" or "\""
        || IsDoubleDash(text, at)
        || text.EndsParagraph(at - 1);

    private static string? Cut(string role) => role.Length > LongestUnits ? null : role.Trim();
}
