using Dateline.Summarize.Speech;
using Xunit;

namespace Dateline.Summarize.Tests.Speech;

public class QuotationFinderTests
{
    [Theory]
    [InlineData("He said \"no\" twice.", "\"no\"")]
    [InlineData("“We will stay,” she said. “That is all.”", "“We will stay,”|“That is all.”")]
    [InlineData("\"It is over,” he said.", "\"It is over,”")]
    [InlineData("''Never,'' he said.", "''Never,''")]
    [InlineData("He is 5'10\" tall and said \"yes\" to it.", "\"yes\"")]
    [InlineData("“He told me ‘go’ and \"run\" there,” she said.", "“He told me ‘go’ and \"run\" there,”")]
    [InlineData("No marks at all.", "")]
    [InlineData("A stray ” closes nothing.", "")]
    public void Find_MarksOfAllKinds_GivesWhatStandsBetweenThem(string text, string expected)
    {
        var found = QuotationFinder.Find(text).Select(quotation => quotation.Span.Of(text).ToString());
        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void Find_QuotationOverParagraphs_EndsOpenWithEachButTheLast()
    {
        const string Text = "“First part.\n\n“Second part.\n\n“Third part,” he said.";
        var found = QuotationFinder.Find(Text);
        Assert.Equal([false, false, true], found.Select(quotation => quotation.Closed));
        Assert.Equal("“Second part.", found[1].Span.Of(Text).ToString());
    }

    [Fact]
    public void Find_ForgottenMark_DoesNotTurnTheNextParagraphAround()
    {
        const string Text = "“We will stay, she said.\n\nThe army left. “Good,” he said.";
        var found = QuotationFinder.Find(Text);
        Assert.Equal("“Good,”", found[^1].Span.Of(Text).ToString());
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public void Find_AnyCharacters_SpansAreOrderedAndInside()
    {
        var random = new Random(5);
        const string Alphabet = "ab \n\"“”‘’'«».,\uD83D\uDE00`";
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80))
                .Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var end = 0;
            foreach (var quotation in QuotationFinder.Find(text))
            {
                Assert.InRange(quotation.Span.Start, end, text.Length);
                Assert.InRange(quotation.Span.End, quotation.Span.Start + 1, text.Length);
                end = quotation.Span.End;
            }
        }
    }
}
