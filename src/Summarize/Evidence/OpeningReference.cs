using System.Collections.Frozen;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// Tells whether a sentence opens with something only the sentence before it resolves: a pronoun ("He", "It"), a
/// connective ("But", "Meanwhile that"), a noun phrase that means something just told ("The group", "The two men").
/// </summary>
internal static class OpeningReference
{
    private const int OpeningWords = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = Lookup(
        "he she it they we i you his her its their him them this that these those both neither such another others");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectives = Lookup(
        "but and or so however instead also then thus therefore still yet nevertheless nonetheless moreover "
        + "furthermore besides otherwise similarly likewise asked adding hence accordingly consequently conversely");

    // Words that may stand before the subject without saying anything themselves.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Adverbs = Lookup(
        "meanwhile later earlier separately afterwards afterward previously recently now today yesterday again "
        + "instead finally elsewhere additionally overall initially eventually subsequently");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Personal = Lookup("he she it they");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners =
        Lookup("the this that these those both");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbers =
        Lookup("two three four five six first second latter former same other");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = Lookup(
        "group organisation organization company firm agency body party movement team panel committee force unit "
        + "gang crew attack blast explosion bombing shooting raid assault incident accident crash clash clashes "
        + "violence killing killings massacre strike move decision announcement statement comment comments remark "
        + "remarks claim claims report reports figure figures number total toll plan proposal measure measures bill "
        + "law vote ruling verdict deal agreement accord pact resolution meeting talks visit trip summit conference "
        + "speech interview letter document documents video footage man men woman women pair couple boy girl child "
        + "children victim victims suspect suspects attacker attackers gunman gunmen bomber latter former official "
        + "minister president spokesman spokeswoman spokesperson source sources city town village area region site "
        + "building house operation project programme program process problem issue case charge charges trial move "
        + "effort efforts");

    // After a noun these begin what makes it known: "the attack on Velm", "the group that ...".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modifiers = Lookup(
        "of on in at against by for from that which who whose to between near over about with called named known "
        + "where when");

    /// <summary>True when it does.</summary>
    public static bool In(ReadOnlySpan<char> sentence)
    {
        Span<Range> ranges = stackalloc Range[OpeningWords];
        var count = Cut(sentence, ranges);
        var first = 0;
        while (first < count && Adverbs.Contains(sentence[ranges[first]])) first++;
        if (first >= count) return false;
        var word = sentence[ranges[first]];
        if (Pronouns.Contains(word) || Connectives.Contains(word)) return true;
        return PronounAfterComma(sentence, ranges[..count]) || BareNoun(sentence, ranges[first..count]);
    }

    // "On Monday, he said": the subject comes after the comma. A capital in between may be whom it means.
    private static bool PronounAfterComma(ReadOnlySpan<char> sentence, ReadOnlySpan<Range> words)
    {
        for (var k = 1; k < words.Length; k++)
        {
            var between = sentence[words[k - 1].End.Value..words[k].Start.Value];
            if (between.Contains(',') && Personal.Contains(sentence[words[k]])) return true;
            if (between.IndexOfAny('"', '“') >= 0) return false;
        }

        return false;
    }

    private static bool BareNoun(ReadOnlySpan<char> sentence, ReadOnlySpan<Range> words)
    {
        if (words.Length < 2 || !Determiners.Contains(sentence[words[0]])) return false;
        var at = 1;
        var numbered = Numbers.Contains(sentence[words[1]]);
        if (numbered && words.Length > 2) at++;
        if (!Nouns.Contains(sentence[words[at]]))
            return numbered && sentence[words[1]] is "latter" or "former";
        if (at + 1 >= words.Length) return true;
        var next = sentence[words[at + 1]];
        var joined = sentence[words[at].End.Value..words[at + 1].Start.Value];
        return joined.Contains(',') || (!Modifiers.Contains(next) && !char.IsUpper(next[0]) && !Nouns.Contains(next)
            && joined.Length == 1);
    }

    private static int Cut(ReadOnlySpan<char> sentence, Span<Range> ranges)
    {
        var count = 0;
        for (var at = 0; at < sentence.Length && count < ranges.Length;)
        {
            if (!char.IsLetterOrDigit(sentence[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < sentence.Length && char.IsLetterOrDigit(sentence[at])) at++;
            ranges[count++] = start..at;
        }

        return count;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
