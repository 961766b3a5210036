using Dateline.Search.Names;

namespace Dateline.Search.Tests.Names;

public sealed class DocumentTokensTests
{
    private static readonly NameLexicon Empty = new(HashTable32.From([]), HashTable32.From([]));

    [Fact]
    public void Evidence_OfAWord_ComesFromItsOtherTokensOnly()
    {
        var document = Read("Homs fell. They left Homs at dawn.");
        Assert.Equal(DocumentEvidence.Capitalised, document.Facts[0].Document);
        Assert.Equal(0, document.Facts[5].Document & DocumentEvidence.Capitalised);
    }

    [Fact]
    public void Evidence_OfAWordInCapitals_ComesFromOrdinarySentences()
    {
        var document = Read("MARCH ON CAIRO\n\nPeople march in Cairo.");
        Assert.Equal(DocumentEvidence.Small, document.Facts[0].Document & DocumentEvidence.Small);
        Assert.Equal(DocumentEvidence.AfterPlaceWord, document.Facts[2].Document & DocumentEvidence.AfterPlaceWord);
    }

    [Theory]
    [InlineData("Rebels fired at the town on Friday.", 0)]
    [InlineData("REBELS FIRE AT TOWN", 1)]
    [InlineData("rebels fire at the town", 2)]
    [InlineData("Rebels Fire Mortars at the Capital of Syria", 3)]
    [InlineData("LONDON 1996-08-30", 0)]
    public void Manner_OfASentence_IsItsCase(string text, int expected) =>
        Assert.Equal((SentenceCase)expected, Read(text).Manners[0].Case);

    [Fact]
    public void Table_OfPairs_FindsEachAndNothingElse()
    {
        var random = new Random(9);
        var pairs = new Dictionary<uint, uint>();
        while (pairs.Count < 5000)
            pairs[(uint)random.NextInt64(2, uint.MaxValue)] = (uint)random.Next(1, int.MaxValue);
        var table = HashTable32.From(pairs);
        Assert.All(pairs, pair => Assert.Equal(pair.Value, table.Find(pair.Key)));
        for (var i = 0; i < 5000; i++)
        {
            var key = (uint)random.NextInt64(2, uint.MaxValue);
            Assert.Equal(pairs.GetValueOrDefault(key), table.Find(key));
        }
    }

    private static DocumentTokens Read(string text)
    {
        var tokens = new DocumentTokens();
        tokens.Read(text, Empty);
        return tokens;
    }
}
