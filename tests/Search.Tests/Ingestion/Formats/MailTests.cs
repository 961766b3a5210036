using System.Text;
using System.Text.Json;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion.Formats;

public sealed class MailTests : InputFiles
{
    private const string Long =
        "The ministers met in the capital on Monday and agreed to meet again, their spokesmen said after the talks. "
        + "Nothing was said about how long the truce is to last, and neither side would say who is to watch over it.";

    [Fact]
    public void Message_WithAlternatives_GivesItsPlainText()
    {
        Write("a.eml", Mail("Subject: =?utf-8?B?VHLDqnZl?= =?iso-8859-1?Q?_conclu=E9e?=", $"""
            Content-Type: multipart/alternative; boundary="b 1"

            preamble
            --b 1
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            Caf=E9. {Long[..60]}=
            {Long[60..]}
            --b 1
            Content-Type: text/html

            <p>Other</p>
            --b 1--
            """));

        var item = Item(Assert.Single(Read()));

        Assert.Equal("Trêve concluée", Field(item, "title"));
        Assert.Equal("Ana Lind", Field(item, "author"));
        Assert.Equal("Mon, 16 Jul 2012 20:47:00 -0400 (EDT)", Field(item, "published"));
        Assert.Equal($"Café. {Long}", Field(item, "text").Trim());
    }

    [Fact]
    public void Message_WithStubOfPlainText_GivesItsHtml()
    {
        var html = Convert.ToBase64String(Encoding.UTF8.GetBytes($"<p>{Long}</p>"),
            Base64FormattingOptions.InsertLineBreaks);
        Write("a.eml", Mail("Subject: x", $"""
            Content-Type: multipart/alternative; boundary=b

            --b

            See this in a browser.
            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            {html}
            --b--
            """));

        Assert.Contains(Long, Field(Item(Assert.Single(Read())), "html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_ThatAreRead_AreInputsAndOthersAreNamed()
    {
        Write("a.eml", Mail("Subject: x", $"""
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            {Long}
            --b
            Content-Type: text/html; name="story.html"
            Content-Disposition: attachment; filename="story.html"

            <p>Attached story.</p>
            --b
            Content-Type: image/png; name=logo.png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b--
            """));

        var results = Read();

        Assert.Equal(["a.eml", "a.eml!story.html"], results.Select(result => result.Origin));
        Assert.Contains("logo.png", Assert.Single(Item(results[0]).Warnings), StringComparison.Ordinal);
        Assert.Equal(InputFormat.Html, Item(results[1]).Format);
    }

    [Fact]
    public void Mbox_IsCutAtItsSeparatorsOnly()
    {
        var one = Mail("Subject: One",
            $"\n{Long}\n\n>From the ministry nothing was heard.\nFrom here on nothing is certain.\n");
        var two = Mail("Subject: Two", $"\n{Long}\n");
        Write(
            "box",
            $"From ana@a.example Mon Jul 16 20:47:00 2012\n{one}\nFrom bo@b.example Tue Jul 17 08:00:00 2012\n{two}");

        var results = Read();

        Assert.Equal(["box!msg 1", "box!msg 2"], results.Select(result => result.Origin));
        Assert.Contains("\nFrom the ministry nothing was heard.\nFrom here on", Field(Item(results[0]), "text"),
            StringComparison.Ordinal);
        Assert.Equal("Two", Field(Item(results[1]), "title"));
    }

    [Fact]
    public void Mbox_MessageOverTheLimit_IsLeftOutAlone()
    {
        Write(
            "box.mbox",
            $"From a@a\n{Mail("Subject: One", "\n" + new string('x', 5000))}\n\nFrom "
                + $"a@a\n{Mail("Subject: Two", $"\n{Long}")}");

        var results = Read(new InputLimits { MessageBytes = 2000 });

        Assert.Equal(InputFailureReason.TooLarge, Failure(results[0]).Reason);
        Assert.Equal("Two", Field(Item(results[1]), "title"));
    }

    [Fact]
    public void SavedPage_IsHtmlWithItsAddress()
    {
        Write("a.mht", """
            From: <Saved by Blink>
            Snapshot-Content-Location: http://a.example/story
            Subject: Story
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="--b--"

            ----b--
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: http://a.example/story

            <p class=3D"x">Text.</p>
            ----b----
            """);

        var item = Item(Assert.Single(Read()));

        Assert.Equal((InputFormat.Html, "http://a.example/story"), (item.Format, item.Address));
        Assert.Contains("<p class=\"x\">Text.</p>", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_NestedWithoutEnd_AreBounded()
    {
        var mail = new StringBuilder("From: a@a\nSubject: x\nDate: x\n");
        for (var depth = 0; depth < 3000; depth++)
            mail.Append($"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        Write("a.eml", mail.ToString());

        Assert.NotEmpty(Read());
    }

    private static string Mail(string subject, string rest) =>
        "From: \"Ana Lind\" <ana@a.example>\nTo: b@b.example\nDate: Mon, 16 Jul 2012 20:47:00 -0400 "
            + $"(EDT)\n{subject}\n{rest}";

    private static string Field(InputItem item, string name)
    {
        using var record = JsonDocument.Parse(item.Text);
        return record.RootElement.GetProperty(name).GetString()!;
    }
}
