using Dateline.Summarize.Speech;
using Xunit;

namespace Dateline.Summarize.Tests.Speech;

public class AttributionFinderTests
{
    [Theory]
    [InlineData("“The strikes will go on,” said Anna Kovac, a spokeswoman for the union.",
        "Anna Kovac, a spokeswoman for the union", "said", "“The strikes will go on,”")]
    [InlineData("Foreign Minister Sergei Lavrov said that Russia would not send troops to the border.",
        "Foreign Minister Sergei Lavrov", "said", "that Russia would not send troops to the border")]
    [InlineData("The army has left the city, according to local officials.",
        "local officials", "according", "The army has left the city")]
    [InlineData("According to the United Nations, more than 200 people fled the village.",
        "the United Nations", "According", "more than 200 people fled the village")]
    [InlineData("The ministry denied that its forces had shelled the town.",
        "The ministry", "denied", "that its forces had shelled the town")]
    [InlineData("Mr. Haddad told reporters that the talks had failed.",
        "Mr. Haddad", "told", "that the talks had failed")]
    [InlineData("Police said two men were arrested on Friday.", "Police", "said", "two men were arrested on Friday")]
    public void Find_OneStatement_GivesSpeakerCueAndContent(string text, string speaker, string cue, string content)
    {
        var found = Assert.Single(AttributionFinder.Default.Find(text));
        Assert.Equal(speaker, found.Speaker?.Of(text).ToString());
        Assert.Equal(cue, found.Cue.Of(text).ToString());
        Assert.Equal(content, Content(text, found));
    }

    [Fact]
    public void Find_QuotationBrokenBySpeaker_IsOneStatement()
    {
        const string Text = "“We waited for hours,” Maria Ruiz said, “and nobody came.” “Nobody,” she added.";
        var found = AttributionFinder.Default.Find(Text);
        Assert.Equal("“We waited for hours,”|“and nobody came.”", Content(Text, found[0]));
        Assert.Equal("Maria Ruiz", found[0].Speaker?.Of(Text).ToString());
        Assert.Equal(SpeechForm.Direct, found[0].Form);
    }

    [Fact]
    public void Find_QuotationAfterTheSpeaker_BelongsToHim()
    {
        const string Text =
            "“It was chaos,” the mayor said on Monday. “People ran in all directions.”\n\nThe road was closed.";
        var found = Assert.Single(AttributionFinder.Default.Find(Text));
        Assert.Equal("“It was chaos,”|“People ran in all directions.”", Content(Text, found));
    }

    [Fact]
    public void Find_QuotationOverParagraphs_IsOneStatement()
    {
        const string Text = "The general said: “We held the bridge.\n\n“We will hold it tomorrow.”\n\nIt rained.";
        var found = Assert.Single(AttributionFinder.Default.Find(Text));
        Assert.Contains("We will hold it tomorrow", Content(Text, found), StringComparison.Ordinal);
        Assert.Equal("The general", found.Speaker?.Of(Text).ToString());
    }

    [Fact]
    public void Find_PlainNarration_GivesNothing()
    {
        Assert.Empty(AttributionFinder.Default.Find(
            "The river rose by two metres overnight. Three bridges were closed.\n\nTraffic was slow."));
    }

    [Fact]
    public void Find_AnyCharacters_SpansLieInsideAndTwiceGivesTheSame()
    {
        var random = new Random(11);
        string[] pieces = ["said", "he", "“", "”", "\"", ", ", ". ", "\n\n", "according to ", "Smith", " that ",
            "\uD83D\uDE00", "\uD83D", "x", " ", ":", "'s", "told", "1,000"];
        for (var round = 0; round < 150; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(120))
                .Select(_ => pieces[random.Next(pieces.Length)]));
            var found = AttributionFinder.Default.Find(text);
            Assert.Equal(found.Select(attribution => Content(text, attribution)),
                AttributionFinder.Default.Find(text).Select(again => Content(text, again)));
            foreach (var attribution in found)
            {
                Assert.NotEmpty(attribution.Content);
                var spans = attribution.Content.Append(attribution.Cue)
                    .Concat(attribution.Speaker is { } speaker ? [speaker] : []);
                Assert.All(spans, span => Assert.True(
                    span.Start >= 0 && span.Start < span.End && span.End <= text.Length));
                Assert.DoesNotContain(attribution.Content, part => part.Overlaps(attribution.Cue));
            }
        }
    }

    [Fact]
    public void Find_LongLineWithoutSentenceEnd_TakesLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("he said “that ", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AttributionFinder.Default.Find(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    private static string Content(string text, Attribution found) =>
        string.Join('|', found.Content.Select(span => span.Of(text).ToString()));
}
