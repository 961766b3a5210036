using System.Text.Json;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Tests.Rendering;

public sealed class RendererTests
{
    private const string Header = "\"header\":{\"topic\":\"x\",\"canonicalQuery\":\"x\",\"hitsFound\":0,"
        + "\"hitsUsed\":0,\"origins\":0,\"toolVersion\":\"1\"}";

    private const string Hostile =
        "The minister of <script>alert(1)</script> said that [a link](javascript:x) and *stars* of the strike were "
            + "harmless.";

    [Fact]
    public void Html_HostileArticleText_IsOnlyText()
    {
        var page = HtmlRenderer.RenderPage(Brief("<img src=x onerror=y> strike"));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_EveryCitationMark_LeadsToItsQuoteOnThePage()
    {
        var page = HtmlRenderer.RenderPage(Brief("strike"));

        var links = page.Split("href=\"#").Skip(1)
            .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains($"id=\"{link}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Html_WithLinks_UsesTheHostsAddresses()
    {
        var body = new HtmlRenderer(citation => $"/article/{citation.ArticleId}?a=1&b={citation.Start}")
            .RenderBody(Brief("strike"));

        Assert.Contains("href=\"/article/a?a=1&amp;b=0\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_HostileArticleText_CannotFormatOrLink()
    {
        var text = MarkdownRenderer.Render(Brief("strike"));

        var formatting = text.Replace("\\<", "", StringComparison.Ordinal).Replace("\\[", "", StringComparison.Ordinal);
        Assert.DoesNotContain('<', formatting);
        Assert.DoesNotContain('[', formatting);
        Assert.DoesNotContain(" *stars*", text, StringComparison.Ordinal);
        Assert.Contains("## Bottom line", text, StringComparison.Ordinal);
        Assert.Contains("## Sources", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_RoundTrip_KeepsEverything()
    {
        var json = BriefingJson.Write(Brief("strike"));

        Assert.Equal(json, BriefingJson.Write(BriefingJson.Read(json)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("{\"schema\":1,\"header\":null}")]
    [InlineData("{\"schema\":99," + Header + "}")]
    [InlineData("{\"schema\":1," + Header + ",\"bottomLine\":[{\"text\":\"x\",\"citations\":[]}]}")]
    [InlineData("{\"schema\":1," + Header + ",\"bottomLine\":[null]}")]
    public void Json_NoBriefing_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BriefingJson.Read(json));
    }

    private static Briefing Brief(string topic)
    {
        var archive =
            new ArticleList(Make.Article("a", Hostile, "<b>Outlet</b>", "2012-06-04", "Strike & <i>talks</i>"));
        var result = new BriefingWriter(archive).Write(
            new BriefingRequest { Topic = topic.Replace("<img src=x onerror=y> ", "", StringComparison.Ordinal) });
        return result.Briefing! with { Header = result.Briefing!.Header with { Topic = topic } };
    }
}
