using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Summarize.Evidence;

/// <summary>Which sentences can stand alone in a briefing without misleading.</summary>
internal static class SentenceRules
{
    private const int MinWords = 6;
    private const int MaxWords = 60;

    private static readonly FrozenSet<string> PronounSpeakers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "he", "she", "they", "it", "we", "i");

    private static readonly FrozenSet<string> SpeechVerbs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "said", "says", "told", "added", "adding", "noted", "warned", "claimed", "stated", "insisted", "argued", "explained",
        "wrote", "asked", "continued", "declared", "announced", "reported", "acknowledged", "complained");

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”");

    private static readonly SearchValues<string> Unconfirmed = SearchValues.Create(
    [
        "not independently confirm", "not independently verif", "not be independently confirmed", "not be independently verified",
        "not be verified", "not be confirmed", "no independent confirmation", "cannot confirm", "could not confirm",
        "cannot verify", "could not verify", "unable to confirm", "unable to verify", "not immediately confirm",
    ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True when the sentence says by itself who did or said what: a fair length, whole, no opening reference to something
    /// before it, no quotation cut open, no speaker who is only a pronoun.
    /// </summary>
    public static bool StandsAlone(ReadOnlySpan<char> sentence) => IsWhole(sentence) && !OpeningReference.In(sentence);

    /// <summary>
    /// True when only an opening reference may keep the sentence from standing alone, so that the sentence before it can.
    /// </summary>
    public static bool IsWhole(ReadOnlySpan<char> sentence)
    {
        var words = CountWords(sentence);
        return words is >= MinWords and <= MaxWords
            && EndsLikeSentence(sentence)
            && QuotesBalance(sentence)
            && !SpeakerIsPronoun(sentence)
            && !Boilerplate.Is(sentence);
    }

    /// <summary>True when the sentence says that something could not be confirmed: material for the gaps, not for the points.</summary>
    public static bool SaysUnconfirmed(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Unconfirmed);

    private static int CountWords(ReadOnlySpan<char> sentence)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in sentence)
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inWord) words++;
            inWord = letter || (inWord && c is '\'' or '’' or '-');
        }

        return words;
    }

    private static bool EndsLikeSentence(ReadOnlySpan<char> sentence)
    {
        var end = sentence.TrimEnd("\"“”'’)] ");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' && char.IsUpper(FirstLetter(sentence));
    }

    private static char FirstLetter(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
            if (char.IsLetter(c)) return c;
            else if (char.IsDigit(c)) return 'A'; // a figure may open a sentence
        return 'a';
    }

    // A quotation that opens or closes outside the sentence has left its speaker behind.
    private static bool QuotesBalance(ReadOnlySpan<char> sentence)
    {
        int curly = 0, straight = 0;
        foreach (var c in sentence)
        {
            if (c == '“') curly++;
            else if (c == '”') curly--;
            else if (c == '"') straight++;
            if (curly < 0) return false;
        }

        if (curly != 0 || straight % 2 != 0) return false;
        return !IsWhollyQuoted(sentence);
    }

    private static bool IsWhollyQuoted(ReadOnlySpan<char> sentence)
    {
        var trimmed = sentence.Trim();
        if (trimmed.Length < 2 || !Quotes.Contains(trimmed[0]) || !Quotes.Contains(trimmed[^1])) return false;
        return trimmed[1..^1].IndexOfAny(Quotes) < 0;
    }

    // "…," he said. — the words are checkable, the speaker is not.
    private static bool SpeakerIsPronoun(ReadOnlySpan<char> sentence)
    {
        var pronouns = PronounSpeakers.GetAlternateLookup<ReadOnlySpan<char>>();
        var verbs = SpeechVerbs.GetAlternateLookup<ReadOnlySpan<char>>();
        if (sentence.IndexOfAny(Quotes) < 0) return false;
        ReadOnlySpan<char> previous = default;
        foreach (var range in WordRanges(sentence))
        {
            var word = sentence[range];
            if ((pronouns.Contains(previous) && verbs.Contains(word)) || (verbs.Contains(previous) && pronouns.Contains(word)))
                return true;
            previous = word;
        }

        return false;
    }

    private static List<Range> WordRanges(ReadOnlySpan<char> sentence)
    {
        var ranges = new List<Range>();
        for (var at = 0; at < sentence.Length;)
        {
            if (!char.IsLetterOrDigit(sentence[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < sentence.Length && char.IsLetterOrDigit(sentence[at])) at++;
            ranges.Add(start..at);
        }

        return ranges;
    }
}
