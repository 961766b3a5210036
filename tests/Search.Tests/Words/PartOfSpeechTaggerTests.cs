using Dateline.Search.Names;
using Dateline.Search.Text;
using Dateline.Search.Words;

namespace Dateline.Search.Tests.Words;

public sealed class PartOfSpeechTaggerTests
{
    [Theory]
    [InlineData("The minister said the talks had failed .",
        "Determiner Noun PastVerb Determiner PluralNoun PastVerb Participle Mark")]
    [InlineData("Officials will meet him in Moscow on Friday .",
        "PluralNoun Modal BaseVerb Pronoun Preposition Name Preposition Name Mark")]
    [InlineData("He was told to report the attack , which killed three people .",
        "Pronoun PastVerb Participle To BaseVerb Determiner Noun "
        + "Mark RelativeDeterminer PastVerb Number PluralNoun Mark")]
    [InlineData("Their report says prices rose and wages fell .",
        "PossessivePronoun Noun ThirdPersonVerb PluralNoun PastVerb Conjunction PluralNoun PastVerb Mark")]
    public void Tag_OfPlainSentences_TellsUses(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tag(text)));

    [Fact]
    public void Tag_OfOneWordInTwoUses_TellsThemApart()
    {
        Assert.Equal(PartOfSpeech.Noun, Tag("The report was long.")[1]);
        Assert.Equal(PartOfSpeech.BaseVerb, Tag("They will report it.")[2]);
    }

    [Fact]
    public void Tag_OfRandomText_FillsEveryTokenAndTwiceAlike()
    {
        const string Alphabet = "ab Z.-'’\n\"19,é\u0301\ud83d\ude00\ud800—s McCO U.S. of";
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = new string(random.GetItems<char>(Alphabet, random.Next(400)));
            var tags = Tag(text);
            Assert.Equal(tags, Tag(text));
            Assert.All(tags, tag => Assert.InRange(tag, PartOfSpeech.Mark, PartOfSpeech.Interjection));
        }
    }

    [Fact]
    public void Tag_AfterTheFirst_AllocatesNothing()
    {
        const string Text = "The minister, who had said little, told reporters that the talks had failed.";
        var (tokens, uses) = Read(Text);
        var tags = new PartOfSpeech[tokens.Length];
        PartOfSpeechTagger.Default.Tag(Text, tokens, uses, tags);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PartOfSpeechTagger.Default.Tag(Text, tokens, uses, tags);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64);
    }

    private static PartOfSpeech[] Tag(string text)
    {
        var (tokens, uses) = Read(text);
        var tags = new PartOfSpeech[tokens.Length];
        PartOfSpeechTagger.Default.Tag(text, tokens, uses, tags);
        return tags;
    }

    private static (Token[] Tokens, WordUse[] Uses) Read(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, tokens);
        return ([.. tokens], [.. tokens.Select(token =>
            token.Kind == TokenKind.Word ? NameTagger.Default.UseOf(token.Of(text)) : default)]);
    }
}
