using System.Text;
using System.Text.Json;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion.Formats;

public sealed class RecordFormatTests : InputFiles
{
    private const string Story =
        "The river rose by two metres on Monday, and the lower town was cleared before night fell, the mayor said. "
        + "Nobody was hurt, but the bridge is closed, and the school will stay shut until the "
        + "end of the week, he added.";

    [Fact]
    public void Csv_WithKnownNames_GivesARecordARow()
    {
        Write(
            "a.csv",
            $"Headline;Date;Text\r\n\"River; rises\";2012-07-16;\"{Story}\r\nSecond "
                + $"\"\"line\"\".\"\r\n\r\nNext;2012-07-17;{Story}\r\n");

        var results = Read();

        Assert.Equal(["a.csv#2", "a.csv#5"], results.Select(result => result.Origin));
        var article = Extract(results[0]);
        Assert.Equal(("River; rises", "2012-07-16"), (article.Title, article.Published?.Date.ToString()));
        Assert.EndsWith("Second \"line\".", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_WithNamesThatTellNothing_IsReadByContent()
    {
        var rows = Enumerable.Range(1, 20).Select(day =>
            $"{day},http://a.example/{day},The river rises for day {day},{day} July 2012,\"{Story} {day}\"");
        Write("a.csv", "nr,wo,was,wann,mehr\n" + string.Join('\n', rows));

        var item = Item(Read()[0]);

        Assert.Equal("body=mehr, url=wo, published=wann, title=was", item.Fields?.ToString());
        Assert.Contains("body=mehr", Assert.Single(item.Warnings), StringComparison.Ordinal);
        var article = Extract(item);
        Assert.Equal(("The river rises for day 1", "2012-07-01", "http://a.example/1"),
            (article.Title, article.Published?.Date.ToString(), article.Url));
    }

    [Fact]
    public void Csv_WithMapGiven_IsReadByIt()
    {
        Assert.True(FieldMap.TryParse("title=b, body=a", out var map, out _));
        Write("a.csv", $"a\tb\n{Story}\tThe title of it\n");

        Assert.Equal("The title of it", Extract(Assert.Single(Read(fields: map))).Title);
        Assert.False(FieldMap.TryParse("titel=b", out _, out var problem));
        Assert.Contains("published", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_WithOpenQuote_LosesThatLineOnly()
    {
        Write("a.csv", $"title,text\nOne,{Quoted(Story)}\nTwo,\"{Story}\nThree,{Quoted(Story)}\n");

        var results = Read();

        Assert.Equal(["a.csv#2", "a.csv#3", "a.csv#4"], results.Select(result => result.Origin));
        Assert.Equal((InputFailureReason.MalformedRecord, 3L), (Failure(results[1]).Reason, Failure(results[1]).Line));
        Assert.Equal("Three", Extract(results[2]).Title);
    }

    [Fact]
    public void Csv_FiftyMegabyteRecord_FailsAndTheNextIsRead()
    {
        Write("a.csv", "title,text\nOne," + new string('x', 50 << 20) + $"\nTwo,{Quoted(Story)}\n");

        var results = Read();

        Assert.Equal(InputFailureReason.MalformedRecord, Failure(results[0]).Reason);
        Assert.Equal("Two", Extract(results[1]).Title);
    }

    [Fact]
    public void Csv_InUtf16_IsRead()
    {
        Write("a.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(
            $"title\ttext\nTrêve\t{Story}\n")]);

        Assert.Equal("Trêve", Extract(Assert.Single(Read())).Title);
    }

    [Fact]
    public void JsonLines_WithMapIntoObjects_IsReadByIt()
    {
        Assert.True(FieldMap.TryParse("title=h.main,body=b", out var map, out _));
        Write("a.jsonl", JsonSerializer.Serialize(new { h = new { main = "Main" }, title = "Other", b = Story }));

        Assert.Equal("Main", Extract(Assert.Single(Read(fields: map))).Title);
    }

    [Fact]
    public void Rss_GivesContentOrSaysThatItIsASummary()
    {
        Write("a.xml", $"""
            <?xml version="1.0" encoding="iso-8859-1"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Norrland Daily</title>
            <item><title>River &amp; town</title><link>http://a.example/1</link><pubDate>Mon, 16 Jul 2012 20:47:00 GMT</pubDate>
            <description>Short.</description><content:encoded><![CDATA[<p>First &eacute;.</p><p>{Story}</p>]]></content:encoded>
            <media:content url="x"><media:title>Picture</media:title></media:content></item>
            <item><title>Second</title><description>&lt;p&gt;{Story}&lt;/p&gt;</description><guid isPermaLink="false">7</guid></item>
            </channel></rss>
            """);

        var results = Read();

        var first = Extract(results[0]);
        Assert.Equal(("River & town", "Norrland Daily", "http://a.example/1", "2012-07-16"),
            (first.Title, first.Outlet, first.Url, first.Published?.Date.ToString()));
        Assert.Equal($"First é.\n\n{Story}", first.Body);
        Assert.Contains("summary", Assert.Single(Item(results[1]).Warnings), StringComparison.Ordinal);
        Assert.Equal(Story, Extract(results[1]).Body);
        Assert.Null(Extract(results[1]).Url);
    }

    [Fact]
    public void Atom_GivesMarkupInItsOwnNamespace()
    {
        Write("a.atom", $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Quayside</title>
            <entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><link rel="self" href="http://no"/><link href="http://a.example/2"/>
            <author><name>Bo Ek</name></author><published>2012-07-16T08:00:00Z</published><updated>2012-07-18T08:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Story}</p></div></content></entry></feed>
            """);

        var article = Extract(Assert.Single(Read()));

        Assert.Equal(("A bold title", "http://a.example/2", "Bo Ek", "2012-07-16"),
            (article.Title, article.Url, article.Byline, article.Published?.Date.ToString()));
        Assert.Equal(Story, article.Body);
    }

    [Fact]
    public void Feed_IllFormed_GivesWhatItHolds()
    {
        Write(
            "a.rss",
            "<rss><channel><item><title>One & "
                + $"two<description>{Story}<item><title>Next</title><description>{Story}</item>");

        Assert.Equal(2, Read().OfType<InputItem>().Count());
    }

    [Fact]
    public void ReutersSgml_GivesARecordAnElement()
    {
        Write("r.sgm", $"""
            <!DOCTYPE lewis SYSTEM "lewis.dtd">
            <REUTERS TOPICS="YES" NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE><TEXT>&#2;
            <TITLE>FORD &lt;F> RAISES PRICES</TITLE><AUTHOR>    By Jane Roe, Reuters</AUTHOR>
            <DATELINE>    DETROIT, Feb 26 - </DATELINE><BODY>{Story}
                The second paragraph says that &lt;F>
            will not answer.
             Reuter
            &#3;</BODY></TEXT></REUTERS>
            <REUTERS NEWID="2"><DATE>27-FEB-1987</DATE><TEXT TYPE="BRIEF">&#2;<TITLE>BRIEF</TITLE>{Story}</TEXT></REUTERS>
            """);

        var results = Read();

        Assert.Equal(["r.sgm#1", "r.sgm#2"], results.Select(result => result.Origin));
        var article = Extract(results[0]);
        Assert.Equal(("FORD <F> RAISES PRICES", "Reuters", "1987-02-26"),
            (article.Title, article.Outlet, article.Published?.Date.ToString()));
        Assert.StartsWith("DETROIT, Feb 26 - The river", article.Body, StringComparison.Ordinal);
        Assert.EndsWith("\n\nThe second paragraph says that <F> will not answer.", article.Body,
            StringComparison.Ordinal);
        Assert.Equal("BRIEF", Extract(results[1]).Title);
    }

    [Fact]
    public void Xml_OfAnUnknownKind_IsNamedByItsRoot()
    {
        Write("a.xml", "<?xml version='1.0'?><ledger><row/></ledger>");

        var failure = Failure(Assert.Single(Read()));

        Assert.Equal(InputFailureReason.Unsupported, failure.Reason);
        Assert.Contains("<ledger>", failure.Message, StringComparison.Ordinal);
    }

    private static string Quoted(string text) => $"\"{text}\"";

    private static ExtractedText Extract(InputResult result)
    {
        var extracted = ArticleExtractor.Extract(Item(result));
        Assert.True(extracted.Text is not null, extracted.Message);
        return extracted.Text;
    }
}
