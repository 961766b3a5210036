using System.Runtime.InteropServices;
using Dateline.Index.Analysis;

namespace Dateline.Eval.Rouge;

/// <summary>
/// A text as ROUGE 1.5.5 counts it: ASCII letters and digits make words, lower case, stop words left out where asked
/// for, words over three letters reduced by Porter's algorithm; n-grams run across sentences.
/// </summary>
internal sealed class RougeText
{
    private const int LeastStemmed = 4;

    private readonly Dictionary<string, int>[] _counts;

    private RougeText(Dictionary<string, int>[] counts, int[] totals)
    {
        _counts = counts;
        Totals = totals;
    }

    /// <summary>Number of unigrams and of bigrams.</summary>
    public int[] Totals { get; }

    /// <summary>Counts the unigrams and bigrams of sentences.</summary>
    public static RougeText Of(IEnumerable<string> sentences, bool withoutStopwords)
    {
        List<string> words = [];
        foreach (var sentence in sentences) Cut(sentence, withoutStopwords, words);
        var bigrams = words.Zip(words.Skip(1), static (one, next) => one + " " + next);
        return new RougeText([Count(words), Count(bigrams)], [words.Count, Math.Max(0, words.Count - 1)]);
    }

    /// <summary>The n-grams in common, each as often as it occurs in both; <paramref name="n"/> is 1 or 2.</summary>
    public int SharedWith(RougeText other, int n)
    {
        var shared = 0;
        foreach (var (gram, count) in _counts[n - 1])
            shared += Math.Min(count, other._counts[n - 1].GetValueOrDefault(gram));
        return shared;
    }

    private static Dictionary<string, int> Count(IEnumerable<string> grams)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var gram in grams) CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
        return counts;
    }

    private static void Cut(string sentence, bool withoutStopwords, List<string> words)
    {
        Span<char> buffer = stackalloc char[64];
        for (var at = 0; at < sentence.Length;)
        {
            var length = 0;
            for (; at < sentence.Length && char.IsAsciiLetterOrDigit(sentence[at]); at++)
                if (length < buffer.Length) buffer[length++] = char.ToLowerInvariant(sentence[at]);
            at++;
            if (length == 0 || (withoutStopwords && RougeStopwords.Contains(buffer[..length]))) continue;
            if (length >= LeastStemmed) length = PorterStemmer.Stem(buffer[..length]);
            words.Add(new string(buffer[..length]));
        }
    }
}
