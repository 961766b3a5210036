using System.Text;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion;

public sealed class InputReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Folder_YieldsFilesInOrdinalOrderWithRelativeOrigins()
    {
        Write("b.txt", "Second text.");
        Write("a/z.txt", "First text.");
        Write("B.txt", "Capitals come first.");
        Write(".hidden.txt", "Not read.");

        Assert.Equal(["B.txt", "a/z.txt", "b.txt"], Read(_folder).Select(result => result.Origin));
    }

    [Fact]
    public void Id_OfOrigin_IsHeadOfSha256()
    {
        Write("a/z.txt", "Text.");

        // printf 'a/z.txt' | sha256sum
        Assert.Equal("a166ead910467339", Assert.Single(Read(_folder)).Id);
    }

    [Fact]
    public void Read_BadFilesAmongGood_EachHasOneOutcomeAndTheGoodSurvive()
    {
        Write("1-empty.txt", "");
        Write("2-blank.txt", " \n\n");
        WriteBytes("3-binary.txt", [0x4D, 0x5A, 3, 4, 0, 0, 0, 0x41, 0x42, 0, 1, 2]);
        WriteBytes("4-broken.txt", [.. "Caf\u00e9 au lait costs "u8, 0xC3, (byte)' ', 0x81, (byte)'.']);
        Write("5-large.txt", new string('x', 5000));
        Write("6-good.txt", "All is well here.");

        var results = Read(new InputLimits { DocumentBytes = 4000 }, _folder, Path.Combine(_folder, "missing"));

        Assert.Equal(
            [
                InputFailureReason.Empty, InputFailureReason.Empty, InputFailureReason.Binary,
                InputFailureReason.Encoding,
                InputFailureReason.TooLarge, InputFailureReason.NotFound,
            ],
            results.OfType<InputFailure>().Select(failure => failure.Reason));
        Assert.All(results.OfType<InputFailure>(), failure =>
        {
            Assert.Contains(Path.GetFileName(failure.Origin), failure.Message, StringComparison.Ordinal);
            Assert.NotEmpty(failure.Suggestion);
        });
        Assert.Equal("All is well here.", Assert.Single(results.OfType<InputItem>()).Text);
    }

    [Fact]
    public void Read_InvalidUtf8_NamesTheFirstBadByte()
    {
        WriteBytes("x.txt", [.. "Café "u8, 0xC3, (byte)' ', 0x81]);

        Assert.Equal(6, Assert.IsType<InputFailure>(Assert.Single(Read(_folder))).Position);
    }

    [Fact]
    public void Read_Windows1252_IsGuessedWithAWarning()
    {
        WriteBytes("x.txt", [.. "He said "u8, 0x93, .. "no"u8, 0x94, .. " in Besan"u8, 0xE7, .. "on."u8]);

        var item = Assert.IsType<InputItem>(Assert.Single(Read(_folder)));

        Assert.Equal("He said “no” in Besançon.", item.Text);
        Assert.Contains("Windows-1252", Assert.Single(item.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void Read_EncodingByMarkOrZeroBytes_IsDecoded(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        WriteBytes(
            "x.txt", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("The river rose by two metres.")]);

        Assert.Equal("The river rose by two metres.", Assert.IsType<InputItem>(Assert.Single(Read(_folder))).Text);
    }

    [Fact]
    public void Read_HtmlWithDeclaredCharset_IsDecodedByIt()
    {
        WriteBytes("x.html", [.. "<html><meta charset=windows-1251><p>"u8, 0xCC, 0xE8, 0xF0, .. "</p>"u8]);

        Assert.EndsWith(
            "<p>Мир</p>", Assert.IsType<InputItem>(Assert.Single(Read(_folder))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_JsonLinesWithBadRecords_KeepsTheOthersAndNamesTheLines()
    {
        Write(
            "x.jsonl",
            "{\"title\":\"One\"}\r\n{\"title\":\n\n[1,2]\n" + "{\"text\":\"" + new string('y', 300)
                + "\"}\n{\"title\":\"Two\"}");

        var results = Read(new InputLimits { DocumentBytes = 200 }, _folder);

        Assert.Equal(
            ["x.jsonl#1", "x.jsonl#2", "x.jsonl#4", "x.jsonl#5", "x.jsonl#6"], results.Select(result => result.Origin));
        Assert.Equal([2L, 4L, 5L], results.OfType<InputFailure>().Select(failure => failure.Line!.Value));
        Assert.Equal(InputFailureReason.TooLarge, results.OfType<InputFailure>().Last().Reason);
        Assert.Equal(2, results.OfType<InputItem>().Count());
    }

    [Fact]
    public void Read_FiftyMegabyteLine_FailsInLittleMemoryAndTheNextRecordIsRead()
    {
        var path = Path.Combine(_folder, "x.jsonl");
        using (var file = File.Create(path))
        {
            var chunk = new byte[1 << 20];
            chunk.AsSpan().Fill((byte)'a');
            for (var count = 0; count < 50; count++)
                file.Write(chunk);
            file.Write("\n{\"title\":\"After\"}"u8);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var results = Read(_folder);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(InputFailureReason.TooLarge, Assert.IsType<InputFailure>(results[0]).Reason);
        Assert.IsType<InputItem>(results[1]);
        Assert.InRange(allocated, 0, 45 << 20);
    }

    [Theory]
    [InlineData("[{\"title\":\"One\"},{\"title\":\"Two\"}]", "x.json#1", "x.json#2")]
    [InlineData("{\"articles\":[{\"title\":\"One\"}]}", "x.json#1")]
    [InlineData("{\n \"title\":\"One\"\n}", "x.json")]
    [InlineData("{\"title\":\"One\"}\n{\"title\":\"Two\"}\n", "x.json#1", "x.json#2")]
    public void Read_JsonFile_YieldsItsObjects(string json, params string[] origins)
    {
        Write("x.json", json);

        var results = Read(_folder);

        Assert.Equal(origins, results.Select(result => result.Origin));
        Assert.All(results, result => Assert.Equal(InputFormat.Json, Assert.IsType<InputItem>(result).Format));
    }

    [Fact]
    public void Read_BrokenJsonFile_NamesLineAndByte()
    {
        Write("x.json", "[\n{\"title\": oops}\n]");

        var failure = Assert.IsType<InputFailure>(Assert.Single(Read(_folder)));

        Assert.Equal((2, 10), (failure.Line, failure.Position));
    }

    [Theory]
    [InlineData("{\"title\":\"One\"}", InputFormat.Json)]
    [InlineData("<!DOCTYPE html><p>Hello.</p>", InputFormat.Html)]
    [InlineData("Plain words.", InputFormat.PageText)]
    [InlineData("---\ntitle: x\n---\nWords.", InputFormat.Markdown)]
    public void Read_StandardInput_IsRecognisedByContent(string content, InputFormat format)
    {
        var reader = new InputReader(openStandardInput: () => new MemoryStream(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(format, Assert.IsType<InputItem>(Assert.Single(reader.Read(["-"]))).Format);
    }

    [Fact]
    public void Read_SameRelativePathUnderTwoFolders_KeepsBoth()
    {
        Write("2011/a.txt", "Old.");
        Write("2012/a.txt", "New.");

        var results = Read(Path.Combine(_folder, "2011"), Path.Combine(_folder, "2012"), Path.Combine(_folder, "2011"));

        Assert.Equal(["a.txt", "2012/a.txt"], results.Select(result => result.Origin));
    }

    [Fact]
    public void Read_LockedFile_IsOneFailure()
    {
        Write("a.txt", "Locked.");
        Write("b.txt", "Open.");
        using var locked = new FileStream(
            Path.Combine(_folder, "a.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var results = Read(_folder);

        Assert.Equal(InputFailureReason.Unreadable, Assert.IsType<InputFailure>(results[0]).Reason);
        Assert.IsType<InputItem>(results[1]);
    }

    [Fact]
    public void Read_LinkToFolder_IsReportedNotFollowed()
    {
        Write("a/x.txt", "Text.");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "loop"), _folder);

        Assert.Equal(
            [InputFailureReason.Link], Read(_folder).OfType<InputFailure>().Select(failure => failure.Reason));
    }

    [Fact]
    public void Outcome_OfEmptyFile_IsNoText()
    {
        Write("a.txt", "");

        var outcome = InputOutcome.Of(Assert.IsType<InputFailure>(Assert.Single(Read(_folder))));

        Assert.Equal((InputOutcomeKind.NoText, "empty"), (outcome.Kind, outcome.Reason));
    }

    private static List<InputResult> Read(params string[] paths) => [.. new InputReader().Read(paths)];

    private static List<InputResult> Read(InputLimits limits, params string[] paths) =>
        [.. new InputReader(limits).Read(paths)];

    private void Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

    private void WriteBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
