using System.Globalization;
using System.Text;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion.Formats;

public sealed class CrawlTests : InputFiles
{
    private const string Page = "<html><head><title>T</title></head><body><p>Caf\u00e9 news.</p></body></html>";

    [Fact]
    public void Warc_GivesPagesAndLeavesOutTheRest()
    {
        Write("c.warc.gz", Gzip(
            Record("warcinfo", null, "software: x"),
            Record("request", "http://a.example/1", "GET /1 HTTP/1.1\r\n\r\n"),
            Record("response", "http://a.example/1", Http("200 OK", "Content-Type: text/html; charset=iso-8859-1"),
                Encoding.Latin1.GetBytes(Page)),
            Record("response", "http://a.example/2", Http("404 Not Found", "Content-Type: text/html"), Bytes(Page)),
            Record("response", "http://a.example/x.css", Http("200 OK", "Content-Type: text/css"), Bytes("p {}")),
            Record("resource", "http://a.example/note.txt", "Plain note.", "text/plain")));

        var results = Read();

        Assert.Equal(["c.warc.gz!record 3", "c.warc.gz!record 4", "c.warc.gz!record 5", "c.warc.gz!record 6"],
            results.Select(result => result.Origin));
        var page = Item(results[0]);
        Assert.Equal((Page, InputFormat.Html, "http://a.example/1"), (page.Text, page.Format, page.Address));
        Assert.Equal(
            [InputFailureReason.HttpStatus, InputFailureReason.Media],
                results.OfType<InputFailure>().Select(failure => failure.Reason));
        Assert.Equal(InputFormat.PageText, Item(results[3]).Format);
    }

    [Theory]
    [InlineData("chunked", "5\r\n<p>He\r\n6;x=y\r\nllo</p\r\n1\r\n>\r\n0\r\n\r\n", "<p>Hello</p>")]
    [InlineData("chunked", "<p>Not in chunks</p>", "<p>Not in chunks</p>")]
    [InlineData("chunked", "fff\r\n<p>Shorter than said</p>", "<p>Shorter than said</p>")]
    public void Warc_ChunkedBody_IsJoined(string encoding, string body, string expected)
    {
        Write("c.warc", Record(
            "response", "http://a.example/", Http("200 OK",
                $"Content-Type: text/html\r\nTransfer-Encoding: {encoding}"), Bytes(body)));

        Assert.Equal(expected, Item(Assert.Single(Read())).Text);
    }

    [Fact]
    public void Warc_PackedBody_IsUnpacked()
    {
        Write("c.warc", Record(
            "response", "http://a.example/", Http("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip"),
                Gzip(Bytes(Page))));

        Assert.Equal(Page, Item(Assert.Single(Read())).Text);
    }

    [Fact]
    public void Warc_BadRecordAmongGood_IsOneFailureAndTheOthersAreRead()
    {
        var good = Record("response", "http://a.example/1", Http("200 OK", "Content-Type: text/html"), Bytes(Page));
        Write("c.warc", [.. good, .. Bytes("garbage\r\nmore garbage\r\n"), .. good, .. good[..^60]]);

        var results = Read();

        Assert.Equal(2, results.OfType<InputItem>().Count(item => item.Text == Page));
        Assert.Equal(2, results.OfType<InputFailure>().Count(failure => failure.Reason == InputFailureReason.Damaged));
    }

    [Fact]
    public void Arc_GivesPages()
    {
        var http = Bytes(Encoding.Latin1.GetString(Http("200 OK", "Content-Type: text/html")) + Page);
        var header = $"http://a.example/a page 1.2.3.4 20120716000000 text/html {http.Length}\n";
        Write("c.arc", [.. Bytes("filedesc://c.arc 0.0.0.0 20120716000000 text/plain 6\n1 0 x\n\n\n"), .. Bytes(header),
            .. http]);

        var page = Item(Assert.Single(Read()));

        Assert.Equal(("http://a.example/a page", Page), (page.Address, page.Text));
    }

    private static byte[] Http(string status, string headers) => Encoding.Latin1.GetBytes(
        $"HTTP/1.1 {status}\r\n{headers}\r\n\r\n");

    private static byte[] Record(string type, string? address, string body, string contentType = "application/http") =>
        Record(type, address, [], Bytes(body), contentType);

    private static byte[] Record(
        string type, string? address, byte[] head, byte[] body, string contentType =
            "application/http; msgtype=response")
    {
        var text = new StringBuilder($"WARC/1.0\r\nWARC-Type: {type}\r\nContent-Type: {contentType}\r\n");
        if (address is not null)
            text.Append(CultureInfo.InvariantCulture, $"WARC-Target-URI: {address}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {head.Length + body.Length}\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(text.ToString()), .. head, .. body, .. "\r\n\r\n"u8];
    }
}
