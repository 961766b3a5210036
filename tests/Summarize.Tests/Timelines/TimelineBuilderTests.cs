using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Timelines;

namespace Dateline.Summarize.Tests.Timelines;

public sealed class TimelineBuilderTests
{
    [Fact]
    public void Rank_ManyArticles_BeatOneThatRepeatsItself()
    {
        var often = Make.Article("a", Lines("Dockers of the port struck on May 1, 2012 in row ", 4))
            .DatedEach("May 1, 2012", "2012-05-01");
        List<Article> articles = [often];
        for (var n = 0; n < 3; n++)
            articles.Add(Make.Article($"b{n}", $"The strike at the port ended on May 9, 2012 said witness {n}.")
                .DatedEach("May 9, 2012", "2012-05-09"));

        var ranked = DateRanker.Rank(Pool([.. articles], out _, out _));

        Assert.Equal(["2012-05-09", "2012-05-01"], ranked.Select(date => date.Date.ToString()));
    }

    [Fact]
    public void Build_ChoosesWhatMostTellOfADate_AndNoSentenceTwice()
    {
        var odd = Make.Article("a", "Tourists liked the lights of the port on May 9, 2012.")
            .DatedEach("May 9, 2012", "2012-05-09");
        List<Article> articles = [odd];
        for (var n = 0; n < 3; n++)
            articles.Add(
                Make.Article($"b{n}", $"The dockers' strike at the port ended on May 9, 2012, witness {n} said.")
                .DatedEach("May 9, 2012", "2012-05-09"));
        var sentences = Pool([.. articles], out var weights, out var size);

        var timeline = new TimelineBuilder(sentences, weights, size)
            .Build(5, 2, static _ => true, static (_, _) => true);

        var day = Assert.Single(timeline);
        Assert.StartsWith("The dockers", day.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal(day.Sentences.Count, day.Sentences.Distinct().Count());
    }

    [Fact]
    public void Build_OnlyAdmittedDates_AndOnlySentencesThatNameThem()
    {
        var article = Make.Article(
            "a", "The strike at the port began on May 1, 2012. Nobody at the port worked that week. Dockers of the "
                + "port ended it on May 9, 2012.",
            published: "2012-05-09").DatedEach("May 1, 2012", "2012-05-01").DatedEach("May 9, 2012", "2012-05-09");
        var sentences = Pool([article], out var weights, out var size);

        var timeline = new TimelineBuilder(sentences, weights, size)
            .Build(5, 3, static date => date.First.Day > 5, static (_, _) => true);

        Assert.Equal("Dockers of the port ended it on May 9, 2012.",
            Assert.Single(Assert.Single(timeline).Sentences).Text);
    }

    private static IReadOnlyList<EvidenceSentence> Pool(Article[] articles, out TopicWeights weights, out int size)
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var pool = new EvidenceCollector(vocabulary)
            .Collect([.. articles.Select(static article => new FoundArticle(article, 1))], default);
        HashSet<int> topic = [.. vocabulary.Terms("strike port")];
        size = vocabulary.Count;
        weights = TopicWeights.Build(pool.All, topic, size);
        RelevanceScorer.Score(pool.All, weights, topic);
        return pool.All;
    }

    private static string Lines(string words, int count) =>
        string.Join("\n\n", Enumerable.Range(0, count).Select(n => $"{words}{n}."));
}
