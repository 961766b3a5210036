using Dateline.Index.Suggesting;
using Dateline.Index.Tests.Querying;

namespace Dateline.Index.Tests.Suggesting;

public sealed class SuggestingTests
{
    [Theory]
    [InlineData(81)]
    [InlineData(82)]
    public void Distance_RandomWords_EqualsTheTextbookTable(int seed)
    {
        var random = new Random(seed);
        for (var k = 0; k < 4000; k++)
        {
            var (word, other) = (Word(random, k % 3 == 0 ? 64 : 9), Word(random, k % 3 == 0 ? 70 : 9));
            var expected = Table(word, other);
            var edits = new BoundedEdits(word);
            for (var most = 0; most <= 4; most++)
                Assert.Equal(Math.Min(expected, most + 1), edits.Distance(other, most));
        }
    }

    [Fact]
    public void Suggest_MisspelledWords_FindsTheFrequentNeighbour()
    {
        using var index = Index("minister minister", "minister aleppo", "aleppo mister", "aleppo", "minster");
        var speller = new SpellingSuggester(index.Searcher, WordIndex.Field);
        Assert.Equal(
            [new("minister", 1, 2), new("minster", 1, 1), new("mister", 2, 1)], speller.Suggest("minsiter", 5));
        Assert.Equal([new("aleppo", 2, 3)], speller.Suggest("allepo", 5));
        Assert.Equal([new("aleppo", 1, 3)], speller.Suggest("laeppo", 1));
        Assert.Empty(speller.Suggest("damascus", 5));
        Assert.Empty(speller.Suggest("al", 5));
        Assert.Empty(speller.Suggest(new string('a', 65), 5));
    }

    [Fact]
    public void Suggest_WordThatIsThere_OnlyMoreFrequentOnes()
    {
        using var index = Index("minister", "minister", "minster");
        var speller = new SpellingSuggester(index.Searcher, WordIndex.Field);
        Assert.Equal("minister", Assert.Single(speller.Suggest("minster", 5)).Term);
        Assert.Empty(speller.Suggest("minister", 5));
    }

    [Fact]
    public void Complete_Prefix_MostFrequentFirst()
    {
        using var index = Index("allow alone", "alone allow", "alone", "beta", "al");
        var suggester = new PrefixSuggester(index.Searcher, WordIndex.Field);
        Assert.Equal([new("alone", 3), new("allow", 2), new("al", 1)], suggester.Complete("al", 10));
        Assert.Equal([new("alone", 3)], suggester.Complete("al", 1));
        Assert.Equal(5, suggester.Complete("", 10).Count + 1);
        Assert.Empty(suggester.Complete("c", 10));
    }

    private static WordIndex Index(params string[] texts) =>
        new([.. texts.Select(text => new WordDoc(text.Split(' '), null, []))], 2);

    private static string Word(Random random, int longest) =>
        new([.. Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => (char)('a' + random.Next(3)))]);

    private static int Table(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                if (row == 0 || column == 0) table[row, column] = row + column;
                else
                {
                    var same = left[row - 1] == right[column - 1] ? 0 : 1;
                    var gap = Math.Min(table[row - 1, column], table[row, column - 1]) + 1;
                    var best = Math.Min(table[row - 1, column - 1] + same, gap);
                    if (row > 1 && column > 1 && left[row - 1] == right[column - 2]
                        && left[row - 2] == right[column - 1])
                        best = Math.Min(best, table[row - 2, column - 2] + 1);
                    table[row, column] = best;
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
