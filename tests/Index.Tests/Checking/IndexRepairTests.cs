using Dateline.Index.Checking;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Checking;

public sealed class IndexRepairTests
{
    private static void Flip(MemoryDirectory directory, string name)
    {
        var bytes = directory.Read(name).ToArray();
        bytes[bytes.Length / 3] ^= 2;
        directory.Write(name, bytes);
    }

    [Theory]
    [InlineData("_1.si")]
    [InlineData("_1.fdt")]
    [InlineData("_1.fnm")]
    [InlineData("_1_1.liv")]
    [InlineData("_1_Lucene84_0.pos")]
    public void Apply_DamagedSegment_CommitsTheOthersAndTouchesNoOtherFile(string damage)
    {
        using var directory = IndexCheckerTests.Index();
        Flip(directory, damage);
        var before = directory.ListFiles();
        using (var repair = IndexRepair.Begin(directory))
        {
            Assert.Equal(["_1"], repair.Plan!.Lost.Select(segment => segment.Name));
            Assert.Equal(["_0", "_2"], repair.Plan.Kept.Select(segment => segment.Name));
            Assert.Equal(damage == "_1.si" ? 0 : 150 - 21, repair.Plan.LostDocuments);
            Assert.Equal(before, directory.ListFiles());
            repair.Apply();
        }

        Assert.Equal([.. before, "segments_3"], directory.ListFiles());
        Assert.True(IndexChecker.Check(directory).IsClean);
        using var reader = IndexReader.Open(directory);
        Assert.Equal(250, reader.MaxDoc);
        Assert.Equal("value", reader.UserData["key"]);
        using var writer = IndexWriter.Open(directory, Documents.Options());
        writer.Add(Documents.Small("new", "words"));
        writer.Commit();
        Assert.DoesNotContain(directory.ListFiles(), name => name.StartsWith("_1.", StringComparison.Ordinal));
        Assert.True(IndexChecker.Check(directory).IsClean);
    }

    [Fact]
    public void SalvageTerms_OtherFileDamaged_NamesLiveDocuments()
    {
        using var directory = IndexCheckerTests.Index();
        Flip(directory, "_1.fdt");
        using var repair = IndexRepair.Begin(directory);
        var ids = repair.SalvageTerms(repair.Plan!.Lost[0], "id");
        Assert.Equal(Enumerable.Range(150, 150).Where(n => n % 7 != 0).Select(n => $"d{n}").Order(), ids.Order());
    }

    [Fact]
    public void Begin_WhileAWriterIsOpen_IsRefused()
    {
        using var directory = IndexCheckerTests.Index(20);
        using (IndexWriter.Open(directory, Documents.Options()))
        {
            Assert.Throws<IndexLockedException>(() => IndexRepair.Begin(directory));
        }

        using var repair = IndexRepair.Begin(directory);
        Assert.Null(repair.Plan);
        Assert.Throws<InvalidOperationException>(repair.Apply);
    }

    [SkippableFact]
    public void Apply_RepairedIndex_IsCleanForLucene()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var source = IndexCheckerTests.Index();
        Flip(source, "_2_Lucene80_0.dvd");
        using var folder = new TempFolder();
        foreach (var name in source.ListFiles())
            File.WriteAllBytes(Path.Combine(folder.Path, name), source.Read(name).ToArray());
        Assert.Throws<InvalidOperationException>(() => LuceneOracle.Check(folder.Path));
        using (var directory = new FileDirectory(folder.Path))
        {
            using var repair = IndexRepair.Begin(directory);
            repair.Apply();
        }

        Assert.Contains("No problems were detected", LuceneOracle.Check(folder.Path), StringComparison.Ordinal);
    }
}
