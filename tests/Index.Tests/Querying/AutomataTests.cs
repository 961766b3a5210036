using System.Text;
using System.Text.RegularExpressions;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

public sealed class AutomataTests
{
    private const string Letters = "abcé漢😀";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Regex_RandomPatterns_AcceptWhatTheLibraryAccepts(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var k = 0; k < 300; k++)
        {
            var pattern = Pattern(random, 3);
            var expected = new Regex($"^(?:{pattern})\\z", RegexOptions.NonBacktracking);
            var automaton = new LazyDfa(RegexParser.Parse(pattern).ToNfa());
            for (var n = 0; n < 20; n++)
            {
                var text = Text(random, "abc", 6);
                var accepts = Accepts(automaton, text);
                Assert.True(expected.IsMatch(text) == accepts, $"seed {seed}: /{pattern}/ on \"{text}\"");
                if (accepts) accepted++;
            }
        }

        Assert.True(accepted > 300, $"only {accepted} texts were accepted");
    }

    [Fact]
    public void Regex_CharactersOfEveryLength_AreRangesOfCodePoints()
    {
        var automaton = new LazyDfa(RegexParser.Parse("[^a-\u07FF\uE000-\U0001F5FF]").ToNfa());
        int[] characters =
            [0, 'Z', 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F5FF, 0x1F600, 0x10FFFF];
        foreach (var character in characters)
        {
            var inside = character is < 'a' or (> 0x7FF and < 0xE000) or > 0x1F5FF;
            Assert.True(inside == Accepts(automaton, new Rune(character).ToString()), $"U+{character:X}");
        }
    }

    [Theory]
    [InlineData("a(b")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("a{2,1}")]
    [InlineData("a{x}")]
    [InlineData("a||b")]
    [InlineData("\"a")]
    [InlineData("a\\")]
    public void RegexQuery_Unreadable_SaysWhere(string pattern) =>
        Assert.Contains(
            "at character",
            Assert.Throws<FormatException>(() => new RegexQuery("f", pattern)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Regex_TooManyStates_IsRefused()
    {
        Assert.Throws<QueryTooComplexException>(() => RegexParser.Parse("((.{1000}){1000}){1000}").ToNfa());
        var explosive = new LazyDfa(RegexParser.Parse("(a|b)*a(a|b){20}").ToNfa());
        var random = new Random(3);
        Assert.Throws<QueryTooComplexException>(() => Accepts(explosive, Text(random, "ab", 200_000)));
        Assert.Throws<FormatException>(() => RegexParser.Parse(new string('(', 5000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void NearbyTexts_RandomTexts_AcceptsThoseWithinTheDistance(int edits)
    {
        var random = new Random(edits);
        var accepted = 0;
        for (var k = 0; k < 150; k++)
        {
            var text = Text(random, Letters, 7);
            var prefix = random.Next(3);
            var near = new NearbyTexts(text, prefix, edits);
            var automaton = new LazyDfa(near.ToNfa());
            for (var n = 0; n < 60; n++)
            {
                var other = Edited(random, text);
                var characters = NearbyTexts.Characters(other);
                var distance = near.Distance(characters);
                Assert.Equal(SlowDistance(NearbyTexts.Characters(text), characters), distance);
                var samePrefix = characters.Take(prefix).SequenceEqual(NearbyTexts.Characters(text).Take(prefix));
                Assert.True((samePrefix && distance <= edits) == Accepts(automaton, other), $"{text} {prefix} {other}");
                if (distance <= edits) accepted++;
            }
        }

        Assert.True(accepted > 500);
    }

    private static string Pattern(Random random, int depth)
    {
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => ".",
            1 => "[ab]",
            2 => "[^a]",
            3 => $"{"abc"[random.Next(3)]}",
            4 => $"({Pattern(random, depth - 1)})",
            _ => $"({Pattern(random, depth - 1)}|{Pattern(random, depth - 1)})",
        }) + (random.Next(7) switch { 0 => "?", 1 => "*", 2 => "+", 3 => "{2}", 4 => "{0,2}", _ => "" }));
        return string.Concat(parts);
    }

    private static string Text(Random random, string letters, int most)
    {
        var runes = letters.EnumerateRunes().ToArray();
        return string.Concat(
            Enumerable.Range(0, random.Next(most / 2, most + 1)).Select(_ => runes[random.Next(runes.Length)]));
    }

    private static string Edited(Random random, string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var letters = Letters.EnumerateRunes().ToArray();
        for (var left = random.Next(4); left > 0; left--)
        {
            var at = random.Next(runes.Count + 1);
            if (random.Next(4) == 0) runes.Insert(at, letters[random.Next(letters.Length)]);
            else if (at < runes.Count && random.Next(2) == 0) runes.RemoveAt(at);
            else if (at + 1 < runes.Count) (runes[at], runes[at + 1]) = (runes[at + 1], runes[at]);
            else if (at < runes.Count) runes[at] = letters[random.Next(letters.Length)];
        }

        return string.Concat(runes);
    }

    private static bool Accepts(LazyDfa automaton, string text)
    {
        var state = automaton.Start;
        foreach (var next in Encoding.UTF8.GetBytes(text))
        {
            state = automaton.Step(state, next);
            if (state == LazyDfa.Dead) return false;
        }

        return automaton.IsAccepting(state);
    }

    private static int SlowDistance(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0) table[i, j] = i + j;
                else
                {
                    table[i, j] = Math.Min(
                        Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                        table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                        table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
