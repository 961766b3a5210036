using Dateline.Eval.Bodies;

namespace Dateline.Eval.Tests.Bodies;

public sealed class ShingleMatchTests
{
    [Fact]
    public void Match_OfOverlappingTexts_CountsRunsOfFourWords()
    {
        // Truth: abcd bcde; prediction: bcde cdef. One of three is shared.
        var match = ShingleMatch.Of("a b c d e", "b, c d. e f");
        Assert.Equal(1 / 3.0, match.Both, 12);
        Assert.Equal(0.5, match.Precision, 12);
        Assert.Equal(0.5, match.Recall, 12);
    }

    [Fact]
    public void Match_OfRepeatedText_CountsEveryRepetition()
    {
        var match = ShingleMatch.Of("a b c d", "a b c d a b c d");
        Assert.Equal(1 / 5.0, match.Precision, 12);
        Assert.Equal(1, match.Recall, 12);
    }

    [Fact]
    public void Match_OfEmptyPrediction_FindsNothing()
    {
        var match = ShingleMatch.Of("a b c d", "");
        Assert.Equal(0, match.Precision);
        Assert.Equal(0, match.Recall);
    }

    [Fact]
    public void Tokens_FollowPythonsWordCharacters() =>
        Assert.Equal(["naïve", "x_1", "½", "don", "t"], ShingleMatch.Tokens("naïve x_1 ½ don't"));
}
