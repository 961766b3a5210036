using System.Globalization;
using System.Text;

namespace Dateline.Eval.Bodies;

/// <summary>
/// Overlap of two texts in runs of four words, as the article extraction benchmark defines it
/// (<c>evaluate.py: string_shingle_matching</c>): multisets, each page's counts divided by their sum.
/// </summary>
/// <param name="Both">Share of shingles in both.</param>
/// <param name="Extra">Share only in the prediction.</param>
/// <param name="Missing">Share only in the truth.</param>
internal readonly record struct ShingleMatch(double Both, double Extra, double Missing)
{
    private const int Words = 4;

    /// <summary>1 when nothing is extra or missing, 0 when nothing was predicted.</summary>
    public double Precision => Extra == 0 && Missing == 0 ? 1 : Both == 0 && Extra == 0 ? 0 : Both / (Both + Extra);

    /// <summary>1 when nothing is extra or missing, 0 when there was nothing to find.</summary>
    public double Recall => Extra == 0 && Missing == 0 ? 1 : Both == 0 && Missing == 0 ? 0 : Both / (Both + Missing);

    /// <summary>Compares.</summary>
    public static ShingleMatch Of(string truth, string predicted)
    {
        var wanted = Count(truth);
        double both = 0, extra = 0, missing = 0;
        foreach (var (shingle, count) in Count(predicted))
        {
            var found = Math.Min(count, wanted.GetValueOrDefault(shingle));
            both += found;
            extra += count - found;
            wanted[shingle] = wanted.GetValueOrDefault(shingle) - found;
        }

        missing = wanted.Values.Sum();
        var sum = both + extra + missing;
        return sum > 0 ? new ShingleMatch(both / sum, extra / sum, missing / sum) : default;
    }

    /// <summary>Runs of letters, numerals and underscores: Python's <c>\w+</c>.</summary>
    public static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                tokens.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            tokens.Add(word.ToString());
        return tokens;
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune)
        is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
        or UnicodeCategory.OtherNumber;

    private static Dictionary<string, int> Count(string text)
    {
        var tokens = Tokens(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < Math.Max(1, tokens.Count - Words + 1) && tokens.Count > 0; at++)
        {
            var shingle = string.Join(' ', tokens.Skip(at).Take(Words));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }
}
