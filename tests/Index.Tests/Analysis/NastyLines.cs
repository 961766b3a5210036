using System.Text;

namespace Dateline.Index.Tests.Analysis;

/// <summary>Seeded lines of text that reach every word-break rule, the length limit and every stemmer rule.</summary>
internal static class NastyLines
{
    private static readonly int[] Samples =
    [
        ' ', 'a', 0xAC00, 0x5D0, '1', 0x660, 0x30AB, '_', ':', '.', ',', '\'', '"', 0x301, 0x200D, 0x6F22, 0x3042,
        0xE01, 0xE31, 0x1F1E6, 0x2764, 0x1F469, 0x1F3FB, 0x24C2, '#', 0x20E3, 0xFE0E, 0xFE0F,
    ];

    private static readonly string[] Suffixes =
    [
        "ational", "tional", "enci", "anci", "izer", "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator",
        "alism", "iveness", "fulness", "ousness", "aliti", "iviti", "biliti", "logi", "icate", "ative", "alize",
        "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent",
        "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "s", "sses", "ies", "ss", "eed", "ed", "ing", "y", "e",
        "ll", "'s", "\u2019s", "\u2019S", "yy", "at",
    ];

    public static IEnumerable<string> Make(int seed, int count)
    {
        var random = new Random(seed);
        for (var k = 0; k < count; k++)
        {
            yield return (k % 4) switch
            {
                0 => Signs(random, () => Samples[random.Next(Samples.Length)]),
                1 => Signs(random, () => AnyCodePoint(random)),
                2 => Words(random),
                _ => LongWords(random),
            };
        }
    }

    private static string Signs(Random random, Func<int> next)
    {
        var line = new StringBuilder();
        for (var left = random.Next(1, 20); left > 0; left--) line.Append(char.ConvertFromUtf32(next()));
        return line.ToString();
    }

    private static int AnyCodePoint(Random random)
    {
        while (true)
        {
            var codePoint = random.Next(4) switch
            {
                0 => random.Next(0x3000),
                1 => random.Next(0x10000),
                2 => random.Next(0x1F000, 0x20000),
                _ => random.Next(0x110000),
            };
            if (codePoint is not ('\n' or '\r' or (>= 0xD800 and < 0xE000))) return codePoint;
        }
    }

    private static string Words(Random random)
    {
        var line = new StringBuilder();
        for (var words = random.Next(1, 20); words > 0; words--)
        {
            for (var left = random.Next(6); left > 0; left--) line.Append("aeiouybcdlstzxw"[random.Next(15)]);
            for (var left = random.Next(3); left > 0; left--) line.Append(Suffixes[random.Next(Suffixes.Length)]);
            line.Append(random.Next(6) == 0 ? "\u00C9 " : " ");
        }

        return line.ToString();
    }

    private static string LongWords(Random random)
    {
        var unit = new[] { "a", "a.1,b_", "\U00010400\u0301", "abc'\U0001D7CE" }[random.Next(4)];
        var line = new StringBuilder();
        for (var length = random.Next(200, 900); line.Length < length;)
        {
            line.Append(unit);
            if (random.Next(60) == 0) line.Append(' ');
            if (random.Next(40) == 0) line.Append(char.ConvertFromUtf32(Samples[random.Next(Samples.Length)]));
        }

        return line.ToString();
    }
}
