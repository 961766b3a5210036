using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Eval.Stories;

/// <summary>What papers do to wire copy before they print it, each with a seeded random source.</summary>
internal static partial class WireEdits
{
    /// <summary>Every edit with its name.</summary>
    public static readonly (string Name, Func<string[], string[], Random, string[]> Apply)[] All =
    [
        ("cut", static (own, _, random) => Cut(own, random)),
        ("re-ordered", static (own, _, random) => Reorder(own, random)),
        ("local lead", AddLead),
        ("corrected figures", static (own, _, random) => Correct(own, random)),
    ];

    // Editors cut from below: between 40 and 80 % of the words are kept.
    private static string[] Cut(string[] own, Random random)
    {
        var words = own.Sum(Words);
        var wanted = words * (0.4 + 0.4 * random.NextDouble());
        var kept = new List<string>();
        for (var (k, sum) = (0, 0); k < own.Length && (k == 0 || sum < wanted); sum += Words(own[k]), k++)
            kept.Add(own[k]);
        return [.. kept];
    }

    // The lead stays; the rest is shuffled.
    private static string[] Reorder(string[] own, Random random)
    {
        var rest = own[1..];
        random.Shuffle(rest);
        return [own[0], .. rest];
    }

    // One to three paragraphs of somebody else's go before it.
    private static string[] AddLead(string[] own, string[] others, Random random) =>
        [.. others.Take(random.Next(1, 4)), .. own];

    private static string[] Correct(string[] own, Random random) =>
    [
        .. own.Select(paragraph => Number().Replace(paragraph, match => random.Next(3) > 0
            ? match.Value
            : (int.Parse(match.Value, CultureInfo.InvariantCulture) + random.Next(1, 9)).ToString(
                CultureInfo.InvariantCulture))),
    ];

    private static int Words(string text) => text.Count(static unit => unit is ' ') + 1;

    [GeneratedRegex(@"(?<![\w.,])\d{1,6}(?!\w)", RegexOptions.None, 10_000)]
    private static partial Regex Number();
}
