using Dateline.Search.Text;

namespace Dateline.Search.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Syria's al-Assad", "Syria|'s|al|-|Assad")]
    [InlineData("U.N.-Arab League", "U.N.|-|Arab|League")]
    [InlineData("the U.S. said", "the|U.S.|said")]
    [InlineData("J. K. Marsh", "J|.|K|.|Marsh")]
    [InlineData("at 8 a.m. today", "at|8|a.m.|today")]
    [InlineData("1,500 of 3.5 percent", "1,500|of|3.5|percent")]
    [InlineData("29.06.2012", "29|.|06|.|2012")]
    [InlineData("the 6th, in the 1990s.", "the|6th|,|in|the|1990s|.")]
    [InlineData("don’t O'Brien’s", "don’t|O'Brien|’s")]
    [InlineData("rebels' camp", "rebels|'|camp")]
    [InlineData("a 16-month war", "a|16|-|month|war")]
    [InlineData("U.N.'s man", "U.N.|'s|man")]
    [InlineData("end.Start", "end|.|Start")]
    public void Tokens_OfText_AreWordsNumbersAndMarks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words(text)));

    [Fact]
    public void Tokens_OfRandomText_CoverEveryUnitThatIsNotSpaceInOrder()
    {
        const string Alphabet = "ab Z.-'’\n\"19,é\u0301\ud83d\ude00\ud800—s";
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Create(random.Next(40), random, (units, source) =>
            {
                for (var at = 0; at < units.Length; at++)
                    units[at] = Alphabet[source.Next(Alphabet.Length)];
            });
            var covered = 0;
            var last = 0;
            foreach (var token in new Tokenizer(text))
            {
                Assert.True(token.Start >= last && token.End > token.Start);
                covered += token.Length;
                last = token.End;
            }

            Assert.Equal(text.Count(unit => !char.IsWhiteSpace(unit)), covered);
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var token in new Tokenizer(text))
            words.Add(token.Of(text).ToString());
        return words;
    }
}
