using Dateline.Search.Articles;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Tests.Verification;

public sealed class BriefingVerifierTests
{
    private const string Body =
        "The dockers of Korvik began a strike on Monday.\n\nThe harbour council of Korvik offered talks to the "
            + "dockers.";

    private static readonly Article Original = Make.Article("a", Body, "Norrland");

    [Fact]
    public void Verify_UnchangedArticle_IsOk()
    {
        var report = Verify(Brief(), Original);

        Assert.True(report.AllOk);
        Assert.NotEmpty(report.Checks);
    }

    [Fact]
    public void Verify_OneCharacterOfACitedSentenceChanged_NamesJustThatCitation()
    {
        var briefing = Brief();
        var changed = Make.Article("a", Body.Replace("on Monday", "on Sunday", StringComparison.Ordinal), "Norrland");

        var report = Verify(briefing, changed);

        var strike = report.Checks.Where(check => check.Citation.Quote.Contains("strike", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(strike);
        Assert.All(strike, check => Assert.Equal(CitationStatus.Changed, check.Status));
        Assert.All(report.Checks.Except(strike), check => Assert.Equal(CitationStatus.Ok, check.Status));
        Assert.False(report.AllOk);
    }

    [Fact]
    public void Verify_TextInsertedBefore_IsMovedToWhereItStandsNow()
    {
        var report = Verify(Brief(), Make.Article("a", "New lead paragraph. " + Body, "Norrland"));

        Assert.All(report.Checks, check => Assert.Equal(CitationStatus.Moved, check.Status));
        Assert.All(report.Checks, check => Assert.Equal(check.Citation.Start + 20, check.FoundAt));
    }

    [Fact]
    public void Verify_OtherWordsOfTheArticleChanged_IsOkButDiffers()
    {
        var report = Verify(Brief(), Make.Article("a", Body + " More.", "Norrland"));

        Assert.All(report.Checks, check => Assert.True(check.Status == CitationStatus.Ok && check.ArticleChanged));
        Assert.False(report.AllOk);
    }

    [Fact]
    public void Verify_ArticleGone_IsMissing()
    {
        var report = Verify(Brief());

        Assert.All(report.Checks, check => Assert.Equal(CitationStatus.Missing, check.Status));
    }

    [Fact]
    public void Verify_WordsOnlyInAnotherArticle_IsWrongDocument()
    {
        var report = Verify(Brief(), Make.Article("a", "Nothing of the kind was ever written here."),
            Make.Article("b", Body));

        Assert.All(report.Checks, check => Assert.Equal(CitationStatus.WrongDocument, check.Status));
        Assert.All(report.Checks, check => Assert.Equal("b", check.FoundIn));
    }

    [Theory]
    [InlineData("strike", "party")]
    [InlineData("\"start\": ", "\"start\": 1")]
    public void Verify_AlteredRecord_IsNeverOk(string find, string replace)
    {
        var json = BriefingJson.Write(Brief());
        var altered = BriefingJson.Read(json.Replace(find, replace, StringComparison.Ordinal));

        var report = Verify(altered, Original);

        Assert.Contains(report.Checks, check => check.Status == CitationStatus.Changed);
    }

    [Fact]
    public void Verify_SentenceThatIsNotItsQuote_IsChanged()
    {
        var briefing = Brief();
        var forged = briefing with
        {
            BottomLine = [briefing.BottomLine[0] with { Text = "The dockers of Korvik burned the port on Monday." }],
        };

        var report = Verify(forged, Original);

        Assert.Equal(CitationStatus.Changed, report.Checks[0].Status);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Verify_HostileOffsets_DoNotThrow(int start)
    {
        var briefing = Brief();
        var sentence = briefing.BottomLine[0];
        var citation = sentence.Citations[0] with { Start = start };
        var hostile = briefing with { BottomLine = [sentence with { Citations = [citation] }] };

        var report = Verify(hostile, Original);

        Assert.NotEqual(CitationStatus.Ok, report.Checks[0].Status);
    }

    private static Briefing Brief() =>
        new BriefingWriter(new ArticleList(Original))
            .Write(new BriefingRequest { Topic = "strike talks Korvik" }).Briefing!;

    private static VerificationReport Verify(Briefing briefing, params Article[] now) =>
        new BriefingVerifier(id => now.FirstOrDefault(article => article.Id == id), _ => now).Verify(briefing);
}
