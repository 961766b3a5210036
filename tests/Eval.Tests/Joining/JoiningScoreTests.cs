using Dateline.Eval.Joining;
using Dateline.Search.Articles;

namespace Dateline.Eval.Tests.Joining;

public sealed class JoiningScoreTests
{
    // "Ann Lee met Bo Day. Lee and Day left, says Acme." with Lee twice, Day twice, Acme once.
    private static readonly List<LabelLine> Labels =
    [
        Label(0, "Ann Lee", "1"), Label(12, "Bo Day", "2"), Label(20, "Lee", "1"), Label(28, "Day", "2"),
        Label(43, "Acme", "3"),
    ];

    [Fact]
    public void Score_OfPerfectOutput_IsOne()
    {
        var score = Score(Actor("Ann Lee", (0, 7), (20, 23)), Actor("Bo Day", (12, 18), (28, 31)));
        Assert.Equal((1, 1), (score.Precision, score.Recall));
        Assert.Equal(0.8, score.Found, 6);
        Assert.Empty(score.Mistakes);
    }

    [Fact]
    public void Score_OfEverythingInOneActor_HasLowPrecision()
    {
        var score = Score(Actor("Ann Lee", (0, 7), (12, 18), (20, 23), (28, 31)));
        Assert.Equal(2.0 / 6, score.Precision, 6);
        Assert.Equal(1, score.Recall);
    }

    [Fact]
    public void Score_OfNamesNotFound_CountsThemAsJoinedWithNothing()
    {
        var score = Score(Actor("Ann Lee", (0, 7)), Actor("Bo Day", (12, 18), (28, 31)));
        Assert.Equal(1, score.Precision);
        Assert.Equal(0.5, score.Recall);
    }

    [Fact]
    public void Score_OfAMentionOfOtherExtent_TakesTheLargestOverlap()
    {
        var score = Score(
            Actor("Lee met Bo", (4, 14)), Actor("Ann", (0, 4), (20, 23)), Actor("Bo Day", (12, 18), (28, 31)));
        Assert.Equal((1, 1), (score.Precision, score.Recall));
    }

    [Fact]
    public void Score_OfWordsThatAreNoName_ShowsThemOnlyInTheStrictFigure()
    {
        var score = Score(Actor("Ann Lee", (0, 7), (20, 23), (8, 11)));
        Assert.Equal(1, score.Precision);
        Assert.Equal(1.0 / 3, score.StrictPrecision, 6);
    }

    [Fact]
    public void Labels_OfTheRepository_AreWellFormedAndHaveTheirSize()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Joining", "Labels");
        var joining = LabelLine.Read(Path.Combine(folder, JoiningMeasure.LabelFile));
        Assert.Equal(100, joining.DistinctBy(static label => label.Article).Count());
        var places = joining.DistinctBy(static label => (label.Article, label.Field, label.Start));
        Assert.Equal(joining.Count, places.Count());
        var types = LabelLine.Read(Path.Combine(folder, ActorTypesMeasure.LabelFile));
        Assert.Equal(200, types.Count);
        Assert.All(types.SelectMany(static label => label.Label.Split('|')), static kind =>
            Assert.True(kind == LabelLine.NoActor || Enum.TryParse<ActorKind>(kind, out _), kind));
    }

    [Fact]
    public void Labels_WithAWrongLength_NameFileAndLine()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["# comment", "id\tbody\t3\t4\t1\tLee"]);
        var error = Assert.Throws<FormatException>(() => LabelLine.Read(file));
        Assert.Contains($"{file}:2", error.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static JoiningScore Score(params ArticleActor[] actors)
    {
        var score = new JoiningScore();
        score.Add("article", Labels, actors);
        return score;
    }

    private static LabelLine Label(int start, string name, string actor) =>
        new("article", EvidenceField.Body, start, name, actor);

    private static ArticleActor Actor(string name, params (int Start, int End)[] spans) => new()
    {
        Id = name,
        Name = name,
        Kind = ActorKind.Person,
        Mentions = [.. spans.Select(static span => new Evidence(EvidenceField.Body, span.Start, span.End, "", "rule"))],
    };
}
