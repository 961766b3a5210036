using Dateline.Index.Analysis;

namespace Dateline.Index.Tests.Analysis;

/// <summary>
/// Expected tokens taken from Apache Lucene 8 (<c>Oracle.java tokens</c>), so that they hold without Java.
/// </summary>
public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("The U.N.'s envoys weren't killed, 12,345.6 said.",
        "u.n|4|7|2 s|9|10|1 envoi|11|17|1 weren't|18|25|1 kill|26|32|1 12,345.6|34|42|1 said|43|47|1 |48|48|0")]
    [InlineData("relational generalizations of the happiness",
        "relat|0|10|1 gener|11|26|1 happi|34|43|3 |43|43|0")]
    [InlineData("to be or not to be", "|18|18|6")]
    [InlineData("\u6F22\u5B57\u3072\u3089\u30AB\u30BF\u30AB\u30CA \uD55C\uAD6D\uC5B4 \u0E44\u0E17\u0E22",
        "\u6F22|0|1|1 \u5B57|1|2|1 \u3072|2|3|1 \u3089|3|4|1 \u30AB\u30BF\u30AB\u30CA|4|8|1 \uD55C\uAD6D\uC5B4|9|12|1 "
            + "\u0E44\u0E17\u0E22|13|16|1 |16|16|0")]
    [InlineData("\U0001F469\u200D\U0001F680\U0001F1EB\U0001F1F7 #\uFE0F\u20E3 \U0001F44D\U0001F3FD!",
        "\U0001F469\u200D\U0001F680|0|5|1 \U0001F1EB\U0001F1F7|5|9|1 #\uFE0F\u20E3|10|13|1 "
            + "\U0001F44D\U0001F3FD|14|18|1 |19|19|0")]
    [InlineData("John\u2019s O'Neil\uFF07S caf\u00E9s A\u0301BC snake_case",
        "john|0|6|1 o'neil|7|15|1 caf\u00E9|16|21|1 a\u0301bc|22|26|1 snake_cas|27|37|1 |37|37|0")]
    public void English_Text_YieldsTheTokensOfLucene(string text, string expected) =>
        Assert.Equal(expected.Split(' '), TokenText.Of(new EnglishAnalyzer(), text));

    [Fact]
    public void Standard_Text_KeepsStopWordsAndEndings() =>
        Assert.Equal(["the|0|3|1", "talks|4|9|1", "|9|9|0"], TokenText.Of(new StandardAnalyzer(), "The talks"));

    [Fact]
    public void Keyword_Text_IsOneToken() =>
        Assert.Equal(["Deir ez-Zor|0|11|1", "|11|11|0"], TokenText.Of(new KeywordAnalyzer(), "Deir ez-Zor"));

    [Fact]
    public void English_LongWord_IsCutAt255Units() =>
        Assert.Equal(
            [255, 45], TokenText.Of(new EnglishAnalyzer(), new string('q', 300))[..2].Select(t => t.IndexOf('|')));

    [Theory]
    [InlineData(
        "caresses caress|ponies poni|ties ti|caress caress|cats cat|feed feed|agreed agre|plastered plaster|bled bled")]
    [InlineData(
        "motoring motor|sing sing|conflated conflat|troubled troubl|sized size|hopping hop|tanned tan|falling fall")]
    [InlineData(
        "hissing hiss|fizzed fizz|failing fail|filing file|happy happi|sky sky|conditional condit|valenci valenc")]
    [InlineData(
        "digitizer digit|vietnamization vietnam|triplicate triplic|formative form|electrical electr|hopefulness hope")]
    [InlineData(
        "revival reviv|allowance allow|adjustable adjust|replacement replac|adoption adopt|probate "
            + "probat|controll control")]
    public void PorterStemmer_ExamplesOfThePaper_GiveItsStems(string pairs)
    {
        foreach (var pair in pairs.Split('|'))
        {
            var word = pair.Split(' ')[0].ToCharArray();
            Assert.Equal(pair.Split(' ')[1], new string(word, 0, PorterStemmer.Stem(word)));
        }
    }

    [Fact]
    public void English_LoneSurrogates_SeparateWords() =>
        Assert.Equal(["x|0|1|1", "y|2|3|1", "|4|4|0"], TokenText.Of(new EnglishAnalyzer(), "x\uD800y\uDC00"));
}
