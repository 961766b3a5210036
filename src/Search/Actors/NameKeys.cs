using System.Text;

namespace Dateline.Search.Actors;

/// <summary>
/// Keys under which spellings of one name meet: Sergei and Sergey, Assad and Asad, Mohamed and Mohammed. Accents,
/// articles (al-, el-), doubled letters and the commonest differences of transliteration vanish.
/// </summary>
internal static class NameKeys
{
    private static readonly WordSet Articles =
        new(["al", "el", "as", "ad", "ash", "az", "an", "ar", "at", "ul", "Al", "El", "Ad", "Ash"]);

    /// <summary>Key of a full name: first word and last word; the words between do not count.</summary>
    public static string Person(string name)
    {
        var words = Words(name);
        return words.Count < 2 ? Word(name) : Word(words[0]) + ' ' + Word(words[^1]);
    }

    /// <summary>Key of the family name: the last word without its article.</summary>
    public static string Surname(string name)
    {
        var words = Words(name);
        return words.Count == 0 ? "" : Word(words[^1]);
    }

    /// <summary>The words of a name that are neither article nor initial nor "Jr".</summary>
    public static List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var word in NameText.FoldedWords(name))
        {
            if (char.IsLetter(word[0]) && !Articles.Contains(word) && !(word is "Jr" or "Sr" or "II" or "III"))
                words.Add(word);
        }

        return words;
    }

    /// <summary>Key of one word.</summary>
    public static string Word(string word)
    {
        var key = new StringBuilder(word.Length);
        var text = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            var unit = Unit(text[at], next);
            if (next == 'h' && text[at] is 'k' or 'g' or 'd' or 't' or 'p')
                at++;
            if (key.Length > 0 && key[^1] == unit)
                continue;
            if (unit == 'h' && at + 1 == text.Length && key.Length > 2)
                continue;
            key.Append(unit);
        }

        return key.ToString();
    }

    private static char Unit(char unit, char next) => unit switch
    {
        'y' or 'e' or 'j' or 'i' => 'i',
        'o' or 'u' => 'u',
        'q' or 'c' => 'k',
        'w' => 'v',
        'p' when next == 'h' => 'f',
        _ => unit,
    };
}
