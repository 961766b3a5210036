namespace Dateline.Search.Actors;

/// <summary>Tells whether two full names can be one person's, and which short forms a name has.</summary>
internal static class PersonNames
{
    /// <summary>
    /// True for spellings of one name, an initial for a given name, or a name with and without middle names.
    /// </summary>
    public static bool AreOne(string left, string right)
    {
        var (a, b) = (NameKeys.Words(left), NameKeys.Words(right));
        if (a.Count < 2 || b.Count < 2 || NameKeys.Word(a[^1]) != NameKeys.Word(b[^1]))
            return false;
        var (first, other) = (NameKeys.Word(a[0]), NameKeys.Word(b[0]));
        if (first == other || (first.Length == 1 && other[0] == first[0])
            || (other.Length == 1 && first[0] == other[0]))
            return true;
        return Contains(a, b) || Contains(b, a);
    }

    /// <summary>
    /// Keys under which the name may stand alone: the family name, first or last, and its last two words.
    /// </summary>
    public static IEnumerable<string> ShortKeys(string name)
    {
        var words = NameKeys.Words(name);
        if (words.Count == 0)
            yield break;
        if (words.Count == 1)
        {
            yield return NameKeys.Word(words[0]);
            yield break;
        }

        yield return ActorLexicon.FamilyFirst.Contains(words[0]) && words.Count <= 3
            ? NameKeys.Word(words[0])
            : NameKeys.Word(words[^1]);
    }

    private static bool Contains(List<string> longer, List<string> shorter)
    {
        if (longer.Count <= shorter.Count)
            return false;
        var keys = longer.ConvertAll(NameKeys.Word);
        return shorter.TrueForAll(word => keys.Contains(NameKeys.Word(word)));
    }
}
