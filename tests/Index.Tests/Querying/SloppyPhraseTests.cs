using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

public sealed class SloppyPhraseTests
{
    private static long Count(string text, params PhraseTerm[] terms)
    {
        using var index = new WordIndex([new WordDoc(text.Split(' '), null, [])], 10);
        return index.Searcher.Count(new PhraseQuery(WordIndex.Field, terms) { Slop = 2 });
    }

    [Theory]
    [InlineData("a b", 0)]
    [InlineData("a b a", 1)]
    public void Phrase_TermTwiceAtDifferentPositions_NeedsTwoOccurrences(string text, long expected) =>
        Assert.Equal(expected, Count(text, new PhraseTerm("a", 0), new PhraseTerm("a", 1)));

    [Theory]
    [InlineData("a b", 1)]
    [InlineData("b c", 0)]
    public void Phrase_TermTwiceAtOnePosition_NeedsOneOccurrence(string text, long expected) =>
        Assert.Equal(expected, Count(text, new PhraseTerm("a", 0), new PhraseTerm("a", 0)));

    [Fact]
    public void Phrase_TermTwiceAtOnePositionAndAgain_NeedsTwoOccurrences()
    {
        PhraseTerm[] terms = [new PhraseTerm("a", 0), new PhraseTerm("a", 0), new PhraseTerm("a", 1)];
        Assert.Equal(0, Count("a b", terms));
        Assert.Equal(1, Count("a a", terms));
    }
}
