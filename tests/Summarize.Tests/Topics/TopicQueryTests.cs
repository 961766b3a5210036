using Dateline.Index.Analysis;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Topics;

namespace Dateline.Summarize.Tests.Topics;

public sealed class TopicQueryTests
{
    [Theory]
    [InlineData("How many people died in the ferry disaster?", "people OR died OR ferry OR disaster",
        AnswerKind.Number)]
    [InlineData("What did the minister say about strikes", "minister OR strikes", AnswerKind.Any)]
    [InlineData("Who was arrested in Velm?", "arrested OR Velm", AnswerKind.Actor)]
    [InlineData("What happened in Velm?", "Velm", AnswerKind.Any)]
    [InlineData("peace talks", "peace OR talks", AnswerKind.Any)]
    [InlineData("WHO vaccines", "WHO OR vaccines", AnswerKind.Any)]
    [InlineData("what about it", "what OR about", AnswerKind.Any)]
    internal void Read_Topic_KeepsTheWordsThatSayWhatItIsAbout(string topic, string query, AnswerKind answer)
    {
        var read = TopicQuery.Read(topic, new Vocabulary(new EnglishAnalyzer()));

        Assert.Equal(query, read.Query!.Canonical);
        Assert.Equal(answer, read.Answer);
    }

    [Fact]
    public void Read_FiltersBesideAQuestion_StayConditions()
    {
        var read = TopicQuery.Read("who was killed in Velm place:norrland", new Vocabulary(new EnglishAnalyzer()));

        Assert.Equal("(killed OR Velm) place:norrland", read.Query!.Canonical);
    }
}
