using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Tests.Names;

public sealed class CapitalRunsTests
{
    private static readonly NameLexicon Empty = new(HashTable32.From([]), HashTable32.From([]));

    [Theory]
    [InlineData("we left the burning Al-Assad Hospital in Homs yesterday.", "Al-Assad Hospital|Homs")]
    [InlineData("he met Smith & Sons and others.", "Smith & Sons")]
    [InlineData("THE KING IS DEAD", "")]
    [InlineData("the king is dead", "")]
    public void Runs_OfASentence_AreItsCapitalisedWords(string text, string expected)
    {
        var tokens = Read(text);
        var runs = new List<string>();
        foreach (ref readonly var facts in tokens.Facts)
        {
            if (facts.RunEnd > 0)
                runs.Add(text[tokens.Tokens[facts.RunStart].Start..tokens.Tokens[facts.RunEnd - 1].End]);
        }

        Assert.Equal(expected, string.Join('|', runs.Distinct()));
    }

    [Theory]
    [InlineData("We saw Aisby is a small village in Lincolnshire.", "Aisby", "village")]
    [InlineData("Then Jihad Makdissi, a spokesman for the ministry, resigned.", "Makdissi", "spokesman")]
    [InlineData("Later Dolan (born 1950 in York) was an American football player.", "Dolan", "player")]
    [InlineData("So Dolan left the village.", "Dolan", null)]
    [InlineData("In Homs, where a village burns, it rained.", "Homs", null)]
    public void Definition_OfAName_IsTheNounThatSaysWhatItIs(string text, string name, string? expected)
    {
        var facts = Facts(text, name);
        Assert.Equal(expected is null ? 0 : WordHash.Lower(expected), facts.Definition);
    }

    [Fact]
    public void Definition_OfAName_HoldsForTheWholeDocument() =>
        Assert.Equal(WordHash.Lower("band"),
            Facts("People saw Ranna on stage.\n\nYet Ranna is a band from Leeds.", "Ranna").Definition);

    [Fact]
    public void Definition_OfAName_BringsTheListsOfItsNoun()
    {
        var lists = HashTable32.From([new(WordHash.Phrase(0, WordHash.Lower("village")), (uint)NameLists.PlaceNoun)]);
        var tokens = new DocumentTokens();
        tokens.Read("We saw Aisby is a village in Lincolnshire.", Empty with { Lists = lists });
        Assert.Equal(NameLists.PlaceNoun, tokens.Facts[2].DefinitionKinds);
        Assert.Equal(NameLists.None, tokens.Facts[7].DefinitionKinds);
    }

    [Theory]
    [InlineData("He sang \"Ring of Fire\" twice.", "Ring", 2)]
    [InlineData("He sang \"Ring of Fire\" twice.", "of", 1)]
    [InlineData("He sang \"Ring of Fire\" twice.", "Fire", 3)]
    [InlineData("He sang \u201CHelp\u201D twice.", "Help", 4)]
    [InlineData("He said \"it must stop\" twice.", "must", 5)]
    [InlineData("He said \"it must stop twice.", "must", 0)]
    public void Quotation_OfATitle_TellsItsFirstAndLastWord(string text, string word, int expected) =>
        Assert.Equal(expected, Facts(text, word).Quotation);

    private static TokenFacts Facts(string text, string word)
    {
        var tokens = Read(text);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.Tokens[at].Of(text).SequenceEqual(word))
                return tokens.Facts[at];
        }

        throw new InvalidOperationException($"'{word}' is not a token of '{text}'.");
    }

    private static DocumentTokens Read(string text)
    {
        var tokens = new DocumentTokens();
        tokens.Read(text, Empty);
        return tokens;
    }
}
