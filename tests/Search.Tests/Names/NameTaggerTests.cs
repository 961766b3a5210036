using Dateline.Search.Names;

namespace Dateline.Search.Tests.Names;

public sealed class NameTaggerTests
{
    private const string Article =
        "Rebels shell suburb of Damascus\n\nBEIRUT (Reuters) - Syrian rebels fired mortars at Damascus on Friday, " +
        "the United Nations said. Kofi Annan, the former U.N. secretary-general, met Foreign Minister Sergei Lavrov " +
        "in Moscow, Interfax reported. \"This must stop,\" Annan told the BBC.";

    [Theory]
    [InlineData("Kofi Annan met Sergei Lavrov in Moscow on Monday, the Interfax agency reported.",
        "Kofi Annan=Person|Sergei Lavrov=Person|Moscow=Place|Interfax=Organisation")]
    [InlineData("GERMANY BEATS FRANCE IN PARIS", "GERMANY=Place|FRANCE=Place|PARIS=Place")]
    [InlineData("Shares in Deutsche Bank fell in Frankfurt.", "Deutsche Bank=Organisation|Frankfurt=Place")]
    [InlineData("It rained all day and nobody came.", "")]
    public void Names_OfPlainSentences_AreFound(string text, string expected)
    {
        var found = NameTagger.Default.Tag(text).Select(name => $"{name.Span.Of(text)}={name.Tag}");
        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void Names_InCapitalsAndSmallLetters_AreMostlyStillFound()
    {
        var asWritten = NameTagger.Default.Tag(Article);
        var upper = NameTagger.Default.Tag(Article.ToUpperInvariant());
        var lower = NameTagger.Default.Tag(Article.ToLowerInvariant());
        Assert.InRange(asWritten.Intersect(upper).Count(), asWritten.Count * 2 / 3, asWritten.Count);
        Assert.InRange(asWritten.Intersect(lower).Count(), asWritten.Count * 2 / 3, asWritten.Count);
    }

    [Fact]
    public void Names_OfRandomText_LieInOrderInsideIt()
    {
        const string Alphabet = "ab Z.-'’\n\"19,é\u0301\ud83d\ude00\ud800—s McCO U.S. of";
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = new string(random.GetItems<char>(Alphabet, random.Next(400)));
            var end = 0;
            foreach (var name in NameTagger.Default.Tag(text))
            {
                Assert.InRange(name.Span.Start, end, text.Length);
                Assert.InRange(name.Span.End, name.Span.Start + 1, text.Length);
                end = name.Span.End;
            }
        }
    }

    [Fact]
    public void Names_OfASentenceWithoutEnd_AreFoundInStretches()
    {
        var text = string.Join(' ', Enumerable.Repeat("with John Smith and", 2000));
        Assert.InRange(NameTagger.Default.Tag(text).Count, 1500, 2100);
    }

    [Fact]
    public void Names_FromManyThreads_AreTheSame()
    {
        var expected = NameTagger.Default.Tag(Article);
        Assert.NotEmpty(expected);
        Parallel.For(0, 64, _ => Assert.Equal(expected, NameTagger.Default.Tag(Article)));
    }

    [Fact]
    public void Tag_OfAnotherLongText_AllocatesFarLessThanOneObjectAToken()
    {
        var text = string.Join("\n\n", Enumerable.Repeat(Article, 40));
        var names = new List<TaggedName>(4000);
        NameTagger.Default.Tag(text, names);
        names.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tokens = NameTagger.Default.Tag(text, names);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * tokens);
    }
}
