using Dateline.Eval.Rouge;
using Dateline.Eval.Timelines;
using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Eval.Tests.Timelines;

public sealed class TimelineCorpusTests
{
    [Theory]
    [InlineData("['one', \"it's two\", 'say \\'three\\'']", new[] { "one", "it's two", "say 'three'" })]
    [InlineData("['caf\\xe9', 'a\\nb']", new[] { "café", "a b" })]
    [InlineData("[]", new string[0])]
    public void PythonList_AsPrinted_IsRead(string text, string[] items) => Assert.Equal(items, PythonList.Read(text));

    [Theory]
    [InlineData("TRIPOLI -LRB- Reuters -RRB- - He did n't go , officials said .", "TRIPOLI (Reuters) - He didn't go, "
        + "officials said.")]
    [InlineData("`` No , '' he said .", "\"No,\" he said.")]
    [InlineData("Libya 's oil cost $ 5 .", "Libya's oil cost $5.")]
    public void TreebankText_Joined_ReadsAsPrinted(string tokens, string text) =>
        Assert.Equal(text, TreebankText.Join(tokens));

    [Fact]
    public void RougeText_LeavesOutStopWords_AndStemsLongOnes()
    {
        var text = RougeText.Of(["The rebels were taking Benghazi."], withoutStopwords: true);
        Assert.Equal([3, 2], text.Totals);
        Assert.Equal(3, text.SharedWith(RougeText.Of(["rebel", "Benghazi taking"], withoutStopwords: true), 1));
        Assert.Equal([5, 4], RougeText.Of(["The rebels were taking Benghazi."], withoutStopwords: false).Totals);
    }

    [Fact]
    public void JoinedTimeline_WithSources_GivesSentencesTheirDaysBack()
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var (first, second) = (new DateOnly(2003, 2, 3), new DateOnly(2003, 11, 20));
        List<Article> sources =
        [
            Source("a",
                first, "Actress Lana Clarkson was found shot dead in a mansion. Police of Washington, D.C., were not "
                    + "involved."),
            Source("b", second, "Prosecutors charged the producer with murder. Bail was set at a million dollars."),
        ];
        var restored = new JoinedTimeline(vocabulary, new DayWords(sources, vocabulary)).Restore(
            " An actress is shot dead in his mansion.He is charged with murder.Bail is set in Washington, D.C., at a "
                + "million", [first, second])!;
        Assert.Equal(["An actress is shot dead in his mansion."], restored[first]);
        Assert.Equal(["He is charged with murder.", "Bail is set in Washington, D.C., at a million"], restored[second]);
    }

    [Fact]
    public void JoinedTimeline_WithFewerSentencesThanDays_IsNone()
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var joined = new JoinedTimeline(vocabulary, new DayWords([], vocabulary));
        Assert.Null(joined.Restore("He is charged with murder.", [new(2003, 2, 3), new(2003, 11, 20)]));
    }

    private static Article Source(string id, DateOnly day, string body) => new()
    {
        Id = id,
        Origin = id,
        Title = "",
        Body = body,
        Published = new PublishedDate(DateRange.OfDay(day), null, "test"),
        ContentHash = "",
    };
}
