using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion.Formats;

public sealed class ContainerTests : InputFiles
{
    [Fact]
    public void Zip_OfFilesAndContainers_GivesEachByItsPath()
    {
        var inner = Zip(("c.txt", Bytes("Third text.")));
        Write("a.zip", Zip(
            ("b/one.html", Bytes("<p>First text.</p>")), ("b/two.jsonl",
                Bytes("{\"text\":\"Second\"}\n{\"text\":\"Other\"}\n")),
            ("inner.zip", inner), ("b/logo.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10]),
                (".hidden", Bytes("no"))));

        var results = Read();

        Assert.Equal(
            ["a.zip!b/one.html", "a.zip!b/two.jsonl#1", "a.zip!b/two.jsonl#2", "a.zip!inner.zip!c.txt",
                "a.zip!b/logo.png"],
            results.Select(result => result.Origin));
        Assert.Equal(InputFailureReason.Media, Failure(results[4]).Reason);
        Assert.Equal("inner.zip!c.txt", results[3].Record);
        Assert.Equal("Third text.", Item(results[3]).Text);
    }

    [Fact]
    public void Zip_SameNameTwiceAndNamesThatClimb_AreOriginsOfTheirOwn()
    {
        Write("a.zip", Zip(("../../etc/x.txt", Bytes("One.")), ("../../etc/x.txt", Bytes("Two."))));

        Assert.Equal(["a.zip!../../etc/x.txt", "a.zip!../../etc/x.txt (2)"], Read().Select(result => result.Origin));
        Assert.Single(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void Gzip_IsReadThrough_AlsoInManyMembers()
    {
        Write("a.txt.gz", Gzip(Bytes("The first half "), Bytes("and the second.")));
        Write("b.tar.gz", Gzip(Tar(("x/y.txt", Bytes("Packed text.")), (new string('n', 150) + ".txt",
            Bytes("Long name.")))));

        var results = Read();

        Assert.Equal("The first half and the second.", Item(results[0]).Text);
        Assert.Equal(["a.txt.gz", "b.tar.gz!x/y.txt", $"b.tar.gz!{new string('n', 150)}.txt"],
            results.Select(result => result.Origin));
        Assert.Equal("Packed text.", Item(results[1]).Text);
    }

    [Fact]
    public void Bomb_IsOneFailureAndWhatStandsBesideItIsRead()
    {
        var zeros = new byte[8 << 20];
        Write("a.gz", Gzip(Gzip(zeros)));
        Write("b.zip", Zip(("zeros.txt", zeros), ("more.txt", zeros)));
        Write("c.txt", "Good text.");
        var limits = new InputLimits { ExpansionFreeBytes = 1 << 20, DocumentBytes = 64 << 20 };

        var results = Read(limits);

        Assert.All(results.Take(results.Count - 1), result => Assert.Equal(InputFailureReason.TooLarge,
            Failure(result).Reason));
        Assert.Equal("c.txt", Item(results[^1]).Origin);
    }

    [Fact]
    public void Nesting_OverTheLimit_IsOneFailure()
    {
        var bytes = Bytes("Deep text.");
        foreach (var _ in Enumerable.Range(0, 9))
            bytes = Zip(("z.zip", bytes));
        Write("a.zip", bytes);
        var packed = Bytes("Deep text.");
        foreach (var _ in Enumerable.Range(0, 9))
            packed = Gzip(packed);
        Write("b.gz", packed);

        Assert.Equal([InputFailureReason.TooLarge, InputFailureReason.TooLarge],
            Read().Select(result => Failure(result).Reason));
    }

    [Fact]
    public void Container_CutShort_KeepsWhatCameBefore()
    {
        var first = Bytes("{\"text\":\"One\"}\n");
        var noise = new byte[40_000];
        new Random(3).NextBytes(noise);
        var gz = Gzip(first, Bytes(Convert.ToHexString(noise)));
        Write("a.jsonl.gz", gz[..^9000]);
        var tar = Tar(("x.txt", Bytes("Good.")), ("y.txt", Bytes(new string('y', 3000))));
        Write("b.tar", tar[..3500]);

        var results = Read();

        Assert.Equal("a.jsonl.gz#1", Item(results[0]).Origin);
        Assert.Equal(InputFailureReason.Damaged, Failure(results[1]).Reason);
        Assert.Equal("b.tar!x.txt", Item(results[2]).Origin);
        Assert.Equal(InputFailureReason.Damaged, Failure(results[^1]).Reason);
    }

    [Fact]
    public void Damage_AnywhereInAContainer_IsAFailureNeverACrash()
    {
        var random = new Random(7);
        byte[][] containers =
        [
            Zip(("a.txt", Bytes("One text.")), ("b.jsonl", Bytes("{\"text\":\"x\"}"))),
                Tar(("a.txt", Bytes("One text."))),
            Gzip(Bytes("One text, packed.")),
        ];
        for (var round = 0; round < 300; round++)
        {
            var bytes = (byte[])containers[round % 3].Clone();
            for (var hit = 0; hit < 3; hit++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Write("x.bin", bytes[..random.Next(1, bytes.Length + 1)]);
            var results = Read();
            Assert.NotEmpty(results);
            Assert.DoesNotContain(results.OfType<InputFailure>(), failure =>
                failure.Reason == InputFailureReason.InternalError);
            Assert.Equal(results.Count, results.Select(result => result.Origin).Distinct().Count());
        }
    }

    [Fact]
    public void WordDocument_IsNotReadAsAnArchive()
    {
        Write("a.docx", Zip(("word/document.xml", Bytes("<w:document/>"))));

        var failure = Failure(Assert.Single(Read()));

        Assert.Equal(InputFailureReason.Unsupported, failure.Reason);
        Assert.Contains("PDF", failure.Suggestion, StringComparison.Ordinal);
    }
}
