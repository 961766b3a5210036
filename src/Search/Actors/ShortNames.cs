using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Finds names again that the article tells elsewhere: organisations by name, acronym or first word.</summary>
internal static class ShortNames
{
    /// <summary>Adds the mentions that stand in the field and that no rule found by themselves.</summary>
    /// <param name="text">The field.</param>
    /// <param name="groups">The article's actors.</param>
    /// <param name="isSurname">True for a word that a person of the article is called by.</param>
    public static void AddOrganisations(NameText text, List<ActorGroup> groups, Func<string, bool> isSurname)
    {
        var forms = Forms(groups, isSurname);
        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsTaken(at) || !(text.IsCapital(at) || char.IsDigit(text.Word(at)[0]))
                || !forms.TryGetValue(text.Folded(at).ToString(), out var starting))
                continue;
            foreach (var (words, group) in starting)
            {
                if (group is null || !StandsAt(text, at, words)
                    || (text.IsToponym(at) && (words.Length > 1 || !IsMostly(text, words[0], group))))
                    continue;
                Add(text, at, at + words.Length, group);
                break;
            }
        }
    }

    /// <summary>First letters of a name's capitalised words.</summary>
    public static string Initials(string name) =>
        string.Concat(NameText.FoldedWords(name).Where(word => char.IsUpper(word[0])).Select(word => word[0]));

    // "Dartmouth" is the college where more of the article's "Dartmouth" are known to be the college than the town.
    private static bool IsMostly(NameText text, string word, ActorGroup group)
    {
        var (body, town) = (0, 0);
        foreach (var mention in group.Mentions)
        {
            if (mention.Text == text && mention.Next - mention.First == 1 && text.Is(mention.First, word))
                body++;
        }

        for (var at = 0; at < text.Count; at++)
        {
            if (!text.IsTaken(at) && text.IsToponym(at) && text.Is(at, word))
                town++;
        }

        return body > town;
    }

    /// <summary>The rule by which a short form is joined to the name that is told in full elsewhere.</summary>
    public static string RuleOf(string form) =>
        !form.Contains(' ', StringComparison.Ordinal) && char.IsUpper(form[^1]) ? "acronym" : "short-name";

    private static void Add(NameText text, int at, int next, ActorGroup group)
    {
        var name = text.Name(at, next);
        var kind = group.Kind == ActorKind.Organisation ? OrganisationKinds.Of(text, at, next, -1) : group.Kind;
        group.Add(new NameMention(text, at, next, kind, name, RuleOf(name)) { IsBare = true });
        text.Take(at, next);
    }

    /// <summary>Forms by their first word, longest first; a form of several groups belongs to none.</summary>
    private static Dictionary<string, List<(string[] Words, ActorGroup? Group)>> Forms(
        List<ActorGroup> groups, Func<string, bool> isSurname)
    {
        var owners = new Dictionary<string, ActorGroup?>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (group.IsPerson || (group.Listed is null && group.CameoCode is not null))
                continue;
            foreach (var form in Forms(group))
            {
                if (!owners.TryAdd(form, group) && owners[form] != group)
                    owners[form] = null;
            }
        }

        var forms = new Dictionary<string, List<(string[] Words, ActorGroup? Group)>>(StringComparer.Ordinal);
        foreach (var (form, group) in owners)
        {
            var words = form.Split(' ');
            if (words.Length == 1 && isSurname(form))
                continue;
            if (!forms.TryGetValue(words[0], out var starting))
                forms.Add(words[0], starting = []);
            starting.Add((words, group));
        }

        foreach (var starting in forms.Values)
            starting.Sort(static (left, right) => right.Words.Length.CompareTo(left.Words.Length));
        return forms;
    }

    private static IEnumerable<string> Forms(ActorGroup group) => group.Mentions
        .Select(static mention => mention.Text.Name(mention.First, mention.Next))
        .Select(static name => string.Join(' ', NameText.FoldedWords(name)))
        .Concat(group.Mentions.Select(Bracketed).OfType<string>()).Concat(Forms(group.Name));

    /// <summary>Acronyms and short forms of the organisation of a mention.</summary>
    public static IEnumerable<string> Forms(NameMention mention)
    {
        var forms = Forms(mention.Listed?.Name ?? mention.Name);
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

    private static IEnumerable<string> Forms(string name)
    {
        var words = OrganisationNames.Words(name);
        var initials = Initials(name);
        if (initials.Length >= 3)
            yield return initials;
        yield return string.Join(' ', words);
        if (words.Length > 1 && words[0].Length > 2 && words[1..].All(OrganisationNames.IsDescriptor)
            && !OrganisationNames.IsGeneric(words[0]) && !ActorLexicon.Titles.Contains(words[0]))
            yield return words[0];
    }

    private static bool StandsAt(NameText text, int at, string[] words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            if (text.IsTaken(at + word) || !text.Folded(at + word).SequenceEqual(words[word]))
                return false;
        }

        return !IsTicker(text, at + words.Length) && Stands(text, at, at + words.Length);
    }

    // The "GE" of "( GE.N )".
    private static bool IsTicker(NameText text, int next) =>
        text.IsMark(next, '.') && text.Touches(next - 1) && text.Touches(next);

    private static bool Stands(NameText text, int first, int next) => text.TitleCase
        || (!(text.IsCapital(next) && !text.IsTaken(next) && !text.EndsParagraph(next - 1)
                && !text.StartsSentence(next) && !ActorLexicon.NotNames.Contains(text.Word(next))
                && !ActorLexicon.Titles.Contains(text.Word(next)))
            && !(text.IsCapital(first - 1) && !text.IsTaken(first - 1) && !text.EndsParagraph(first - 1)
                && !text.IsToponym(first - 1) && !ActorLexicon.NotNames.Contains(text.Word(first - 1))));

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (!char.IsUpper(unit) && unit != '-')
                return false;
        }

        return word.Length is >= 2 and <= 8;
    }
}
