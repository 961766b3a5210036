using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Acronyms and short forms of organisations that the article names in full.</summary>
internal static class ShortNames
{
    private static readonly WordSet CompanySuffixes = new(
        ["Inc", "Corp", "Corporation", "Co", "Company", "Ltd", "PLC", "plc", "LLC", "LLP", "AG", "SA", "NV", "BV", "SE",
        "SpA", "GmbH",
         "Group", "Holdings", "Holding", "Industries"]);

    /// <summary>The one organisation of which a name is the beginning or which is the beginning of it.</summary>
    public static ActorGroup? SameOrganisation(string name, List<ActorGroup> groups)
    {
        ActorGroup? only = null;
        foreach (var group in groups)
        {
            if (group.IsPerson || group.Mentions[0].CameoCode is not null && group.Listed is null
                || !Begins(group.Name, name))
                continue;
            if (only is not null)
                return null;
            only = group;
        }

        return only;
    }

    /// <summary>Adds acronyms and short forms that stand in the field.</summary>
    public static void AddOrganisations(NameText text, List<ActorGroup> groups)
    {
        var forms = new Dictionary<string, ActorGroup?>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (group.IsPerson || (group.Listed is null && group.CameoCode is not null))
                continue;
            foreach (var form in Forms(group))
            {
                if (!forms.TryAdd(form, group) && forms[form] != group)
                    forms[form] = null;
            }
        }

        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsTaken(at) || !text.IsCapital(at) || text.IsToponym(at)
                || !forms.TryGetValue(text.Folded(at).ToString(), out var group) || group is null || !Stands(text, at))
                continue;
            var rule = char.IsUpper(text.Word(at)[^1]) ? "acronym" : "short-name";
            group.Add(new NameMention(text, at, at + 1, group.Kind, text.Quote(at, at + 1), rule) { IsBare = true });
            text.Take(at, at + 1);
        }
    }

    /// <summary>First letters of a name's capitalised words.</summary>
    public static string Initials(string name) =>
        string.Concat(NameText.FoldedWords(name).Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    // The letters of an acronym stand, in order, at the beginnings of the words: LCC in Local Coordination Committees
    // of Syria.
    private static IEnumerable<string> Forms(ActorGroup group) =>
        group.Mentions.Select(Bracketed).OfType<string>().Concat(Forms(group.Name, group.Kind));

    /// <summary>Acronyms and short forms of the organisation of a mention.</summary>
    public static IEnumerable<string> Forms(NameMention mention)
    {
        var forms = Forms(mention.Listed?.Name ?? mention.Name, mention.Kind);
        return Bracketed(mention) is { } bracketed ? forms.Append(bracketed) : forms;
    }

    // "(VRC)", "[FMLN]" or a share's code after the name.
    private static string? Bracketed(NameMention mention)
    {
        var next = mention.Next;
        return mention.Text.Word(next) is "(" or "[" && mention.Text.Word(next + 2) is ")" or "]"
            && IsAcronym(mention.Text.Folded(next + 1)) && !mention.Text.Word(next + 1).Contains('.')
            ? mention.Text.Folded(next + 1).ToString()
            : null;
    }

    private static IEnumerable<string> Forms(string name, ActorKind kind)
    {
        var words = NameText.FoldedWords(name);
        var initials = Initials(name);
        if (initials.Length >= 3)
            yield return initials;
        if (kind == ActorKind.Company && words.Length > 1 && CompanySuffixes.Contains(words[^1]))
        {
            var bases = words.TakeWhile(word => !CompanySuffixes.Contains(word)).ToArray();
            if (bases.Length == 1 && bases[0].Length > 2 && !ActorLexicon.NotNames.Contains(bases[0]))
                yield return bases[0];
        }
    }

    private static bool Stands(NameText text, int at) => text.TitleCase
        || (!(text.IsCapital(at + 1) && !text.IsTaken(at + 1) && !text.EndsParagraph(at)
                && !ActorLexicon.NotNames.Contains(text.Word(at + 1))
                && !ActorLexicon.Titles.Contains(text.Word(at + 1)))
            && !(text.IsCapital(at - 1) && !text.IsTaken(at - 1) && !text.EndsParagraph(at - 1)
                && !ActorLexicon.NotNames.Contains(text.Word(at - 1))));

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (!char.IsUpper(unit) && unit != '-')
                return false;
        }

        return word.Length is >= 2 and <= 8;
    }

    private static bool Begins(string left, string right)
    {
        var (a, b) = (NameText.FoldedWords(left), NameText.FoldedWords(right));
        var shorter = Math.Min(a.Length, b.Length);
        return shorter >= 2 && a.AsSpan(0, shorter).SequenceEqual(b.AsSpan(0, shorter));
    }
}
