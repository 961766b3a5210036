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

        var familyFirst = ActorLexicon.FamilyFirst.Contains(words[0]) && words.Count <= 3;
        if (familyFirst)
            yield return NameKeys.Word(words[0]);
        if (!familyFirst || ActorLexicon.FirstNames.Contains(words[0]))
            yield return NameKeys.Word(words[^1]);
    }

    /// <summary>Key of the first word of a name of several; null for one word.</summary>
    public static string? GivenKey(string name)
    {
        var words = NameKeys.Words(name);
        return words.Count < 2 ? null : NameKeys.Word(words[0]);
    }

    /// <summary>
    /// True for a slip of the pen: one letter more, less or other, or two exchanged, in a word of five or more.
    /// </summary>
    public static bool IsSlip(string left, string right)
    {
        if (Math.Min(left.Length, right.Length) < 5 || Math.Abs(left.Length - right.Length) > 1
            || left[0] != right[0] || left == right)
            return false;
        var start = left.AsSpan().CommonPrefixLength(right);
        ReadOnlySpan<char> a = left.AsSpan(start), b = right.AsSpan(start);
        if (a.Length == b.Length && a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]))
            return true;
        return a.Length == b.Length ? a[1..].SequenceEqual(b[1..])
            : a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
    }

    private static bool Contains(List<string> longer, List<string> shorter)
    {
        if (longer.Count <= shorter.Count)
            return false;
        var keys = longer.ConvertAll(NameKeys.Word);
        return shorter.TrueForAll(word => keys.Contains(NameKeys.Word(word)));
    }
}
