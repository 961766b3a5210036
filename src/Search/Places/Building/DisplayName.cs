namespace Dateline.Search.Places.Building;

/// <summary>Chooses the form of a name that people are shown, and the other spellings that are worth keeping.</summary>
internal static class DisplayName
{
    /// <summary>
    /// The name itself where it is written as European languages write; the plain ASCII form where it is a scholarly
    /// transliteration ("Ḩamāh").
    /// </summary>
    public static string Choose(string name, string ascii, PlaceEntry country)
    {
        var scholarly = (country.Flags & GazetteerFormat.LooseFlag) != 0
            || name.Any(c => c > '\u017F' || "āēīōūĀĒĪŌŪ‘ʻ".Contains(c));
        return (scholarly && ascii.Length > 0 ? ascii.Replace('`', '\'') : name).Trim();
    }

    /// <summary>Keeps each Latin spelling that folds to something new.</summary>
    public static void AddOtherSpellings(PlaceEntry place, IEnumerable<string> spellings)
    {
        var known =
            new HashSet<string>(place.Names.Select(pair => Folded(pair.Name)),
            StringComparer.Ordinal) { Folded(place.Name) };
        foreach (var spelling in spellings)
        {

            if (IsUseful(spelling) && known.Add(Folded(spelling)))
                place.Names.Add((spelling, NameKind.Alternate));
        }
    }

    /// <summary>Folded spelling as a string.</summary>
    public static string Folded(string name)
    {
        Span<char> folded = stackalloc char[NameFolding.BufferLength(name.Length)];
        return new(folded[..NameFolding.Fold(name, folded)]);
    }

    /// <summary>Latin letters, more than a code, begins as a name does.</summary>
    private static bool IsUseful(string spelling)
    {
        if (spelling.Length is < 3 or > 60 || (spelling.Length <= 4 && spelling.All(char.IsUpper)))
            return false;
        if (!char.IsUpper(spelling[0]) && !spelling.Any(char.IsUpper))
            return false;
        return Folded(spelling).All(c => c is ' ' || char.IsAsciiLetterOrDigit(c)) && spelling.Any(char.IsLetter);
    }
}
