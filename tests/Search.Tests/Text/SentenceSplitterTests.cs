using Dateline.Search.Text;

namespace Dateline.Search.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("U.N. envoy Pat Doe met Gen. Lee. They spoke.", "U.N. envoy Pat Doe met Gen. Lee.|They spoke.")]
    [InlineData("He lives in the U.S. The others left.", "He lives in the U.S.|The others left.")]
    [InlineData("Talks began at 8 a.m. Monday. Mr. Orr left at 9 p.m. He slept.",
        "Talks began at 8 a.m. Monday.|Mr. Orr left at 9 p.m.|He slept.")]
    [InlineData("Mary J. Holt wrote it. It cost 3.5 million.", "Mary J. Holt wrote it.|It cost 3.5 million.")]
    [InlineData("\"We stay.\" \"You go.\"", "\"We stay.\"|\"You go.\"")]
    [InlineData("“We stay.” They left (early.) Nobody came.", "“We stay.”|They left (early.)|Nobody came.")]
    [InlineData("\"Who came?\" Orr asked. \"Why?\" he said.", "\"Who came?\" Orr asked.|\"Why?\" he said.")]
    [InlineData("We serve ... others too. Wait… And then?", "We serve ... others too.|Wait…|And then?")]
    [InlineData(
        "On Feb. 3 it rose. Acme Corp. fell. Oil Inc. The end.",
        "On Feb. 3 it rose.|Acme Corp. fell.|Oil Inc.|The end.")]
    [InlineData("A heading\n\nA text\n\n", "A heading|A text")]
    [InlineData("Points:\n• One thing\n• Two things", "Points:|One thing|Two things")]
    [InlineData("a line\nthat goes on. al-Nur said so. It ended.", "a line\nthat goes on.|al-Nur said so.|It ended.")]
    [InlineData("Site example.com is up. See v2.1 now!", "Site example.com is up.|See v2.1 now!")]
    [InlineData("\"First part.\n\n\"Second part,\" she said.", "\"First part.|\"Second part,\" she said.")]
    [InlineData("It was No. 5 on the list. Nobody said no. Fine.", "It was No. 5 on the list.|Nobody said no.|Fine.")]
    [InlineData("", "")]
    public void Split_OfProse_GivesItsSentences(string text, string expected)
    {
        var sentences = SentenceSplitter.Split(text).Select(span => text[span.Start..span.End]);

        Assert.Equal(expected, string.Join('|', sentences));
    }

    [Fact]
    public void Split_OfRandomText_LosesOnlySpaceAndBullets()
    {
        const string Alphabet = "aB. !?\"“”'’\n•-…U.3)(é";
        var random = new Random(11);
        for (var round = 0; round < 3000; round++)
        {
            var text = new string(
                [.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var last = 0;
            foreach (var span in SentenceSplitter.Split(text))
            {
                Assert.True(span.Start >= last && span.End > span.Start && span.End <= text.Length);
                Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                Assert.DoesNotContain(
                    text[last..span.Start], unit => !char.IsWhiteSpace(unit) && unit is not ('•' or '-'));
                last = span.End;
            }

            Assert.DoesNotContain(text[last..], unit => !char.IsWhiteSpace(unit) && unit is not ('•' or '-'));
        }
    }
}
