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
        "said", "says", "told", "added", "adding", "noted", "warned", "claimed", "stated", "insisted", "argued",
            "explained",
        "wrote", "asked", "continued", "declared", "announced", "reported", "acknowledged", "complained");

    private static readonly FrozenSet<string> FirstAndSecond = FrozenSet.Create(
        StringComparer.Ordinal, "I", "my", "My", "we", "We", "our", "Our", "you", "You", "your", "Your", "me", "us");

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”");

    private static readonly SearchValues<string> Unconfirmed = SearchValues.Create(
    [
        "not independently confirm", "not independently verif", "not be independently confirmed",
            "not be independently verified",
        "not be verified", "not be confirmed", "no independent confirmation", "cannot confirm", "could not confirm",
        "cannot verify", "could not verify", "unable to confirm", "unable to verify", "not immediately confirm",
    ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True when the sentence says by itself who did or said what: a fair length, whole, no opening reference to
    /// something before it, no quotation cut open, no speaker who is only a pronoun.
    /// </summary>
    public static bool StandsAlone(ReadOnlySpan<char> sentence) => IsWhole(sentence) && !OpeningReference.In(sentence);

    /// <summary>
    /// True when only an opening reference may keep the sentence from standing alone, so that the sentence before it
    /// can.
    /// </summary>
    public static bool IsWhole(ReadOnlySpan<char> sentence)
    {
        var words = CountWords(sentence);
        return words is >= MinWords and <= MaxWords
            && EndsLikeSentence(sentence)
            && QuotesBalance(sentence)
            && !SpeakerIsPronoun(sentence)
            && !IsOpinion(sentence)
            && !Boilerplate.Is(sentence);
    }

    /// <summary>True when the sentence says that something could not be confirmed: material for the gaps, not for the
    /// points.</summary>
    public static bool SaysUnconfirmed(ReadOnlySpan<char> sentence)
    {
        var at = sentence.IndexOfAny(Unconfirmed);
        return at >= 0 && (sentence.Contains("independent", StringComparison.OrdinalIgnoreCase)
            || sentence[at..].StartsWith("not be ", StringComparison.OrdinalIgnoreCase)
                || IsOutlet(Subject(sentence[..at])));
    }

    // The last word before the verb: "Reuters", "The paper"; not "investors", "he", who could not confirm something
    // else.
    private static ReadOnlySpan<char> Subject(ReadOnlySpan<char> before)
    {
        foreach (var verb in (ReadOnlySpan<string>)["was", "were", "is", "are", "has", "have", "been", "could",
            "can", "did"])
        {
            before = before.TrimEnd();
            if (before.EndsWith(" " + verb, StringComparison.OrdinalIgnoreCase)) before = before[..^verb.Length];
        }

        before = before.TrimEnd();
        return before[(before.LastIndexOf(' ') + 1)..];
    }

    private static bool IsOutlet(ReadOnlySpan<char> subject) =>
        subject.Length > 1 && (char.IsUpper(subject[0])
            || subject is "agency" or "newspaper" or "paper" or "outlet" or "correspondents");

    // Reports have no "I" and no "you" outside quotations: comment, letters and notes to readers do.
    private static bool IsOpinion(ReadOnlySpan<char> sentence)
    {
        var words = FirstAndSecond.GetAlternateLookup<ReadOnlySpan<char>>();
        var quoted = false;
        for (var at = 0; at < sentence.Length; at++)
        {
            quoted = Quoted(sentence, at, quoted);
            if (quoted || !char.IsLetter(sentence[at]) || (at > 0 && char.IsLetterOrDigit(sentence[at - 1]))) continue;
            var end = at;
            while (end < sentence.Length && char.IsLetterOrDigit(sentence[end])) end++;
            var word = sentence[at..end];
            if (words.Contains(word) && !(word is "I" && IsNumeral(sentence, at, end))) return true;
        }

        return false;
    }

    // Double and single marks; a single one after a letter is an apostrophe until a blank follows it.
    private static bool Quoted(ReadOnlySpan<char> sentence, int at, bool quoted)
    {
        var opening = at == 0 || sentence[at - 1] is ' ' or '(' or '"' or '\'';
        return sentence[at] switch
        {
            '"' => !quoted,
            '“' or '‘' => true,
            '”' => false,
            '\'' when opening => true,
            '\'' or '’' when at + 1 == sentence.Length || !char.IsLetterOrDigit(sentence[at + 1]) => false,
            _ => quoted,
        };
    }

    // "Part I", "I.N.G."
    private static bool IsNumeral(ReadOnlySpan<char> sentence, int at, int end) =>
        end == sentence.Length || sentence[end] is not (' ' or '\'' or '’') || (at > 1
            && char.IsUpper(PreviousWord(sentence[..at])));

    private static char PreviousWord(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.IsEmpty ? ' ' : before[before.LastIndexOf(' ') + 1];
    }

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
            if ((pronouns.Contains(previous) && verbs.Contains(word)) || (verbs.Contains(previous)
                && pronouns.Contains(word)))
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
