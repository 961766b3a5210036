namespace Dateline.Index.Analysis;

/// <summary>
/// The suffix stripping algorithm of M. F. Porter ("An algorithm for suffix stripping", Program 14(3), 1980) with the
/// two changes its author made later: words of one or two letters stay, and step 2 maps -bli to -ble and -logi to -log.
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[]?[] Step2 = ByLetter(
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ]);

    private static readonly (string Suffix, string Replacement)[]?[] Step3 = ByLetter(
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ]);

    private static readonly (string Suffix, string Replacement)[]?[] Step4 = ByLetter([.. new[]
    {
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize",
    }.Select(suffix => (suffix, ""))]);

    /// <summary>Stems a lower-case word in place and returns the length of the stem.</summary>
    public static int Stem(Span<char> word)
    {
        var length = word.Length;
        if (length <= 2) return length;
        length = RemovePlural(word, length);
        length = RemovePast(word, length);
        if (word[length - 1] == 'y' && HasVowel(word[..(length - 1)])) word[length - 1] = 'i';
        length = Replace(word, length, Step2);
        length = Replace(word, length, Step3);
        length = RemoveLongSuffix(word, length);
        return Tidy(word, length);
    }

    /// <summary>The rules by the last letter but one of their suffix, which few words share; order is kept.</summary>
    private static (string Suffix, string Replacement)[]?[] ByLetter((string Suffix, string Replacement)[] rules)
    {
        var table = new (string Suffix, string Replacement)[]?['z' + 1];
        foreach (var group in rules.GroupBy(rule => rule.Suffix[^2])) table[group.Key] = [.. group];
        return table;
    }

    private static (string Suffix, string Replacement)[] RulesFor(
        ReadOnlySpan<char> word, int length, (string Suffix, string Replacement)[]?[] table) =>
        length >= 2 && word[length - 2] < table.Length ? table[word[length - 2]] ?? [] : [];

    // Step 1a.
    private static int RemovePlural(Span<char> word, int length)
    {
        if (word[length - 1] != 's') return length;
        if (Ends(word, length, "sses") || Ends(word, length, "ies")) return length - 2;
        return word[length - 2] == 's' ? length : length - 1;
    }

    // Step 1b.
    private static int RemovePast(Span<char> word, int length)
    {
        if (word[length - 1] is not ('d' or 'g')) return length;
        if (Ends(word, length, "eed")) return Measure(word[..(length - 3)]) > 0 ? length - 1 : length;
        var stem = Ends(word, length, "ed") ? length - 2 : Ends(word, length, "ing") ? length - 3 : -1;
        if (stem < 0 || !HasVowel(word[..stem])) return length;
        if (Ends(word, stem, "at") || Ends(word, stem, "bl") || Ends(word, stem, "iz")) return WithE(word, stem);
        if (EndsInDoubleConsonant(word, stem)) return word[stem - 1] is 'l' or 's' or 'z' ? stem : stem - 1;
        return Measure(word[..stem]) == 1 && EndsInShortSyllable(word, stem) ? WithE(word, stem) : stem;
    }

    private static int WithE(Span<char> word, int stem)
    {
        word[stem] = 'e';
        return stem + 1;
    }

    // Steps 2 and 3: the longest suffix decides, whether or not its condition holds.
    private static int Replace(Span<char> word, int length, (string Suffix, string Replacement)[]?[] table)
    {
        foreach (var (suffix, replacement) in RulesFor(word, length, table))
        {
            if (!Ends(word, length, suffix)) continue;
            var stem = length - suffix.Length;
            if (Measure(word[..stem]) == 0) return length;
            replacement.CopyTo(word[stem..]);
            return stem + replacement.Length;
        }

        return length;
    }

    // Step 4.
    private static int RemoveLongSuffix(Span<char> word, int length)
    {
        foreach (var (suffix, _) in RulesFor(word, length, Step4))
        {
            if (!Ends(word, length, suffix)) continue;
            var stem = length - suffix.Length;
            if (suffix == "ion" && (stem == 0 || word[stem - 1] is not ('s' or 't'))) continue;
            return Measure(word[..stem]) > 1 ? stem : length;
        }

        return length;
    }

    // Step 5.
    private static int Tidy(Span<char> word, int length)
    {
        if (word[length - 1] == 'e')
        {
            var measure = Measure(word[..(length - 1)]);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(word, length - 1))) length--;
        }

        return word[length - 1] == 'l' && EndsInDoubleConsonant(word, length) && Measure(word[..(length - 1)]) > 1
            ? length - 1 : length;
    }

    private static bool Ends(ReadOnlySpan<char> word, int length, string suffix) => word[..length].EndsWith(suffix);

    // y is a consonant at the start and after a vowel.
    private static bool IsConsonant(ReadOnlySpan<char> word, int at)
    {
        if (word[at] is 'a' or 'e' or 'i' or 'o' or 'u') return false;
        if (word[at] != 'y') return true;
        var run = at;
        while (run > 0 && word[run - 1] == 'y') run--;
        var firstIsConsonant = run == 0 || !IsConsonant(word, run - 1);
        return ((at - run) & 1) == 0 ? firstIsConsonant : !firstIsConsonant;
    }

    // Number of vowel-consonant sequences.
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var count = 0;
        var afterVowel = false;
        for (var at = 0; at < stem.Length; at++)
        {
            var vowel = IsVowelAfter(stem[at], at > 0 && !afterVowel);
            if (afterVowel && !vowel) count++;
            afterVowel = vowel;
        }

        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var at = 0; at < stem.Length; at++)
        {
            if (IsVowelAfter(stem[at], at > 0)) return true; // no vowel so far, so a predecessor is a consonant
        }

        return false;
    }

    private static bool IsVowelAfter(char letter, bool afterConsonant) =>
        letter is 'a' or 'e' or 'i' or 'o' or 'u' || (letter == 'y' && afterConsonant);

    private static bool EndsInDoubleConsonant(ReadOnlySpan<char> word, int length) =>
        length >= 2 && word[length - 1] == word[length - 2] && IsConsonant(word, length - 1);

    // Consonant, vowel, consonant other than w, x, y.
    private static bool EndsInShortSyllable(ReadOnlySpan<char> word, int length) =>
        length >= 3 && word[length - 1] is not ('w' or 'x' or 'y') && IsConsonant(word, length - 1)
        && !IsConsonant(word, length - 2) && IsConsonant(word, length - 3);
}
