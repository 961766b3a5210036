using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Tests.Names;

public sealed class NameVotesTests
{
    private static readonly byte Person = (byte)NameLabels.Of(NameTag.Person, NameLabels.Unit);
    private static readonly byte Place = (byte)NameLabels.Of(NameTag.Place, NameLabels.Unit);

    [Fact]
    public void Scores_OfAWord_MoveTowardTheTagsOfItsOtherTokens()
    {
        var votes = new NameVotes();
        votes.Reset(100);
        TokenFacts[] sentence = [Fact("say"), Fact("Jordan")];
        for (var i = 0; i < 3; i++)
            votes.Add(sentence, default, [NameLabels.Outside, Person]);
        votes.Add(sentence, default, [NameLabels.Outside, Place]);
        var scores = Apply(votes, sentence, [NameLabels.Outside, Place]);
        Assert.All(scores[..NameLabels.Weighted], score => Assert.Equal(0, score));
        for (var label = 0; label < NameLabels.Weighted; label++)
            Assert.Equal(label >> 2 == (int)NameTag.Person ? 75 : 0, scores[NameLabels.Weighted + label]);
    }

    [Fact]
    public void Scores_OfAWordReadOnce_StayAsTheyAre()
    {
        var votes = new NameVotes();
        votes.Reset(100);
        TokenFacts[] sentence = [Fact("Jordan")];
        votes.Add(sentence, default, [Person]);
        Assert.All(Apply(votes, sentence, [Person]), score => Assert.Equal(0, score));
        votes.Reset(100);
        votes.Add([Fact("JORDAN")], new SentenceManner(SentenceCase.AllUpper, false), [Place]);
        Assert.All(Apply(votes, sentence, [Person]), score => Assert.Equal(0, score));
    }

    private static short[] Apply(NameVotes votes, TokenFacts[] sentence, byte[] labels)
    {
        var scores = new short[sentence.Length * NameLabels.Weighted];
        votes.Apply(sentence, default, labels, scores);
        return scores;
    }

    private static TokenFacts Fact(string word) => TokenFacts.Of(word, TokenKind.Word, false);
}
