using Dateline.Eval.Timelines;

namespace Dateline.Eval.Tests.Timelines;

public sealed class TimelineScoreTests
{
    private static readonly DateOnly Day = new(2011, 2, 17);

    [Fact]
    public void Score_OfTheReferenceItself_IsOne()
    {
        var timeline = Timeline((Day, "Rebels take Benghazi ."),
            (Day.AddDays(9), "Sanctions are imposed on Gaddafi ."));
        var score = TimelineScore.Of(timeline, timeline);
        Assert.Equal((1, 1, 1), (score.Dates.F, score.Rouge1.F, score.Rouge2.F));
    }

    [Fact]
    public void Score_ADayBeside_CountsHalf()
    {
        var score = TimelineScore.Of(Timeline((Day.AddDays(1), "Rebels take Benghazi")),
            Timeline((Day, "Rebels take Benghazi")));
        Assert.Equal(0, score.Dates.F);
        Assert.Equal(0.5, score.Rouge1.F, 6);
        Assert.Equal(0.5, score.Rouge2.F, 6);
    }

    [Fact]
    public void Alignment_OfManyDays_MayChooseOneTwice()
    {
        var own = Timeline((Day, "Rebels storm Benghazi"), (Day.AddDays(1), "Benghazi barracks fall"));
        var score = TimelineScore.Of(own, Timeline((Day, "Rebels storm Benghazi barracks")));
        // rebel, storm, benghazi of the first day; benghazi, barrack of the second at half weight; six words in all.
        Assert.Equal((3 + 0.5 * 2) / 6, score.Rouge1.Precision, 6);
        Assert.Equal(3.0 / 4, score.Rouge1.Recall, 6);
    }

    [Fact]
    public void Average_IsOfPrecisionAndRecall_NotOfF()
    {
        var empty = new TimelineScore(new(0, 0), new(0, 0), new(0, 0));
        var uneven = new TimelineScore(new(1, 0.5), new(1, 0.5), new(1, 0.5));
        Assert.Equal(2 * 0.5 * 0.25 / 0.75, TimelineScore.Average([empty, uneven]).Dates.F, 6);
    }

    private static DatedSummaries Timeline(params (DateOnly Day, string Sentence)[] days)
    {
        var timeline = new DatedSummaries();
        foreach (var (day, sentence) in days) timeline.Add(day, [sentence]);
        return timeline;
    }
}
