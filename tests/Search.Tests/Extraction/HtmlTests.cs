using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Extraction;

public sealed class HtmlTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head>
        <title>Tunnel works flood again | Morning Bulletin</title>
        <meta property="og:site_name" content="Morning Bulletin">
        <link rel="canonical" href="https://bulletin.example/2012/06/29/tunnel-works">
        <script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Tunnel works flood again",
         "datePublished":"2012-06-29T20:47:00-04:00","author":[{"name":"Ada Low"},{"name":"Bo High"}]}]}
        </script>
        <style>p { color: red }</style></head>
        <body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
        <div class="wrapper"><article>
          <h1>Tunnel works flood again</h1>
          <p class="byline">By Ada Low and Bo High</p>
          <div class="share-tools">Share this with all of your friends and followers today.</div>
          <figure><img src="x.png"><figcaption>Pumps stood idle at the northern portal on Friday morning.</figcaption></figure>
          <p>Water broke into the northern tunnel works on Friday,   halting digging for the <b>third</b> time this year.</p>
          <p>The builder said that nobody had been hurt, and that pumps would clear the shaft within&nbsp;two days.</p>
          <h2>A wet spring</h2>
          <p>Rainfall in June was twice the usual amount, according to the weather office in the city.</p>
          <aside><p>Subscribe to our letter and read about every tunnel before anybody else does.</p></aside>
          <p>Work had been due to finish in the autumn.<br><br>It will now last until the spring, the builder said.</p>
        </article>
        <div id="comments"><p>I told you so, said this commenter at some length and with great confidence in the matter.</p></div>
        </div>
        <footer><p>© 2019 Morning Bulletin, all rights reserved in every country of the world.</p></footer>
        <script>document.write("<p>Injected text that must never be seen.</p>")</script>
        </body></html>
        """;

    [Fact]
    public void Extract_ArticlePage_FindsParticularsInDeclaredData()
    {
        var text = Extract(Page);

        Assert.Equal("Tunnel works flood again", text.Title);
        Assert.Equal("Morning Bulletin", text.Outlet);
        Assert.Equal("Ada Low and Bo High", text.Byline);
        Assert.Equal("https://bulletin.example/2012/06/29/tunnel-works", text.Url);
        Assert.Equal(("2012-06-29", "json-ld-date-published"), (text.Published!.Date.ToString(), text.Published.Rule));
        Assert.Equal(TimeSpan.FromHours(-4), text.Published.Instant!.Value.Offset);
    }

    [Fact]
    public void Extract_ArticlePage_BodyHasNoFurniture()
    {
        Assert.Equal(
            [
                "Water broke into the northern tunnel works on Friday, halting digging for the third time this year.",
                "The builder said that nobody had been hurt, and that pumps would clear the shaft within two days.",
                "A wet spring",
                "Rainfall in June was twice the usual amount, according to the weather office in the city.",
                "Work had been due to finish in the autumn.",
                "It will now last until the spring, the builder said.",
            ],
            Extract(Page).Body.Split("\n\n"));
    }

    [Fact]
    public void Extract_Evidence_IsARightSpanOrNone()
    {
        var evidence = Extract(Page).Evidence;

        Assert.Equal(["byline", "outlet", "published", "title", "url"], evidence.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            evidence.Values, one => Assert.True(one is { Start: 0, End: 0 } || Page[one.Start..one.End] == one.Quote));
        Assert.True(evidence["title"].End > evidence["title"].Start);
        Assert.True(evidence["published"].End > evidence["published"].Start);
    }

    [Fact]
    public void Extract_NoDeclaredDate_ReadsTheVisibleDateLineAndNotTheRelatedOne()
    {
        var text = Extract("""
            <html><body>
            <div class="related"><h3>Older</h3><time datetime="2011-01-01">1 January 2011</time></div>
            <div class="main"><h1>Harvest festival draws crowds</h1>
            <span class="info">Published: 3 September 2012 09:00 BST</span>
            <p>Thousands came to the harvest festival on Sunday, filling the square until long after dark.</p>
            <p>The mayor called it the largest gathering that the town had seen for a generation.</p></div>
            </body></html>
            """);

        Assert.Equal("2012-09-03", text.Published!.Date.ToString());
        Assert.Equal("Published: 3 September 2012 09:00 BST", text.Evidence["published"].Quote);
    }

    [Fact]
    public void Extract_DateInOwnAddress_IsUsedWhenNothingElseTells()
    {
        var text = Extract("""
            <html><head><link rel="canonical" href="https://ledger.example/2012/jul/16/harbour-wall"></head><body>
            <h1>Harbour wall gives way in storm</h1>
            <p>Part of the harbour wall fell into the sea during the night, and boats were moved upriver.</p>
            <p>Engineers will look at the damage when the wind drops, the port authority said.</p></body></html>
            """);

        Assert.Equal(("2012-07-16", "address"), (text.Published!.Date.ToString(), text.Published.Rule));
        Assert.Equal("2012/jul/16", text.Evidence["published"].Quote);
    }

    [Fact]
    public void Extract_OnlyCopyrightYear_LeavesItUndated()
    {
        Assert.Null(Extract("""
            <html><body><h1>Bakery wins bread prize again</h1>
            <p>The bakery on the corner won the county's bread prize for the fourth year running on Saturday.</p>
            <p>Its owner said that the secret was patience, and a very old oven in the cellar.</p>
            <div>© 3 May 2013 County Courier</div></body></html>
            """).Published);
    }

    [Theory]
    [InlineData(
        "<p>Unclosed paragraphs are common on the web, and readers never see them as such.<p>A second one follows the "
            + "first <b>without any end.<div></p></b>")]
    [InlineData(
        "<table><p>Text in odd places is moved by the parser, and it must come out all the same, "
            + "whole.</td></tr></html></body> It goes on.")]
    [InlineData(
        "<!-- never closed --!><p>Comments that end in strange ways should not swallow the sentences after them.")]
    public void Extract_BrokenMarkup_StillGivesTheText(string html) =>
        Assert.Contains(" the ", Extract(html).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("<h1>Truce holds for a day<p>{0}</p><p>{0}</p>", "Truce holds for a day")]
    [InlineData("<h1>Truce holds<br>for a day<div>{0}</div>", "Truce holds for a day")]
    [InlineData("<h1><div>Truce <em>holds</em> for a day</div><div>{0}</div></h1><p>{0}</p>", "Truce holds for a day")]
    [InlineData("<title>Truce | Norrland News</title><h1>Truce<p>{0}", "Truce | Norrland News")]
    [InlineData("<h1>Truce<p>{0}", "")]
    public void Extract_HeadingNeverClosed_EndsWhereBlocksBegin(string html, string title)
    {
        const string Sentence =
            "The guns fell silent at noon on Sunday, and the people of the town came out to look for bread and water.";
        var text = Extract(html.Replace("{0}", Sentence, StringComparison.Ordinal));
        Assert.Equal(title, text.Title);
        Assert.Contains(Sentence, text.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b>", 200_000)]
    [InlineData("<table><tr><td>", 60_000)]
    [InlineData("<svg><p>", 60_000)]
    [InlineData("<script>", 400_000)]
    [InlineData("<script ", 400_000)]
    [InlineData("<!-- ", 400_000)]
    public void Extract_HostileNesting_EndsQuickly(string tag, int count)
    {
        var html = new StringBuilder().Insert(0, tag, count)
            .Append("<p>The sentence at the bottom of the well is still a sentence.</p>").ToString();

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = ArticleExtractor.Extract(new InputItem("deep.html", InputFormat.Html, html));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        Assert.True(result.Text is not null || result.Reason == "no-prose");
    }

    [Fact]
    public void Extract_NoText_SaysWhy()
    {
        var result = ArticleExtractor.Extract(new InputItem(
            "app.html", InputFormat.Html, "<html><body><div id=app></div><script>run()</script></body></html>"));

        Assert.Equal("no-prose", result.Reason);
    }

    [Fact]
    public void Extract_QuotedPostsAndTables_BelongToTheBody()
    {
        var body = Extract($"""
            <article><h1>Harvest draws crowds</h1>{Prose}
            <blockquote class="twitter-tweet"><p>A fine day for the whole of our town and for everybody in it.</p>&mdash; The Mayor (@mayor) <a href="x">May 3, 2019</a></blockquote>
            <table><tr><th>Stall</th><th>Sold</th></tr><tr><td>Bread</td><td>339</td></tr></table>
            <div class="twitter-share"><a href="t">Tweet this</a></div>{Prose}</article>
            """).Body;

        Assert.Contains(
            "A fine day for the whole of our town and for everybody in it.\n\n— The Mayor (@mayor) May 3, 2019",
            body,
            StringComparison.Ordinal);
        Assert.Contains("Bread\n\n339", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Tweet this", body, StringComparison.Ordinal);
    }

    private const string Prose =
        "<p>Thousands came to the harvest festival on Sunday, filling the square until long after dark.</p>"
        + "<p>The mayor called it the largest gathering that the town had seen for a generation.</p>";

    [Theory]
    [InlineData("<h1>Harvest draws crowds</h1><span class='info'>26 | 01 | 2022</span>{0}", "2022-01-26")]
    [InlineData("<h1>Harvest draws crowds</h1><div>31.10.23</div>{0}", "2023-10-31")]
    [InlineData("<h1>Harvest draws crowds</h1><div>4. 2. 2022</div>{0}", "2022-02-04")]
    [InlineData("<h1>Harvest draws crowds</h1><div>2020. augusztus 18.</div>{0}", "2020-08-18")]
    [InlineData("<h1>Harvest draws crowds</h1><div>2020年4月17日</div>{0}", "2020-04-17")]
    [InlineData(
        "<h1>Harvest draws crowds</h1>{0}<div class='post-footer'>Written on 14 December 2015 at 14:48</div>",
        "2015-12-14")]
    [InlineData("<div class='has-sidebar'><h1>Harvest draws crowds</h1><span>3 May 2019</span>{0}</div>", "2019-05-03")]
    [InlineData(
        "<h1>Harvest draws crowds</h1><time datetime='2019-07-03T10:18:46Z'>Published 29 June 2019</time>{0}",
        "2019-06-29")]
    [InlineData(
        "<h1>Harvest draws crowds</h1>{0}<div class='related'><h3>Older</h3><time datetime='2011-01-01'>1 January "
            + "2011</time> <time datetime='2012-01-01'>1 January 2012</time></div>",
        null)]
    [InlineData(
        "<h1>Harvest draws crowds</h1>{0}<script>var page = {id: 3, publish_date: \"2018-05-06T10:00:00\"};</script>",
        "2018-05-06")]
    [InlineData(
        "<meta name='gallery:uploaded' content='2013-02-16T04:36:36-05:00'><h1>Harvest draws crowds</h1>{0}",
        "2013-02-16")]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"datePublished\":\"2010-01-01\"}</script>"
            + "<h1>Harvest draws crowds</h1><time>3 May 2019</time>{0}",
        "2019-05-03")]
    public void Extract_Dates_AreReadWhereAnArticlesDateStands(string html, string? date) =>
        Assert.Equal(date, Extract(html.Replace("{0}", Prose, StringComparison.Ordinal)).Published?.Date.ToString());

    [Theory]
    [InlineData("en-US", "2012-03-04")]
    [InlineData("en-GB", "2012-04-03")]
    [InlineData("fr", "2012-04-03")]
    [InlineData("en", null)]
    public void Extract_NumericDate_FollowsThePagesLanguage(string language, string? date) =>
        Assert.Equal(
            date,
            Extract(
                $"<html lang={language}><h1>Harvest draws "
                    + $"crowds</h1><div>03/04/2012</div>{Prose}").Published?.Date.ToString());

    [Fact]
    public void Source_WithoutScriptsAndComments_MapsBackToTheWholePage()
    {
        const string Html = "a<!-- x --><script src=1>var s = '<p>';</script>b<STYLE>p{}</STYLE>c<script "
            + "type='application/ld+json'>{}</script><svg>d</svg>";
        var source = new Dateline.Search.Extraction.Html.HtmlSource(Html);
        Assert.Equal(
            "a<script src=1></script>b<STYLE></STYLE>c<script type='application/ld+json'>{}</script><svg></svg>",
            source.Short);
        for (var at = 0; at < source.Short.Length; at++)
            Assert.Equal(source.Short[at], Html[source.ToFull(at)]);
    }

    private static ExtractedText Extract(string html) =>
        ArticleExtractor.Extract(new InputItem("x.html", InputFormat.Html, html)).Text!;
}
