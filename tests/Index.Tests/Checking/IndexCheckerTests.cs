using Dateline.Index.Checking;
using Dateline.Index.Codecs;
using Dateline.Index.Indexing;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Checking;

/// <summary>What the check says of whole and of damaged indexes, beside what Lucene's CheckIndex says.</summary>
public sealed class IndexCheckerTests
{
    internal static MemoryDirectory Index(int documents = 400, int perSegment = 150)
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Documents.Options(perSegment));
        for (var n = 0; n < documents; n++) writer.Add(Documents.Full(n, new Random(n)));
        writer.Commit();
        for (var n = 0; n < documents; n += 7) writer.Delete("id", $"d{n}");
        writer.Commit(new Dictionary<string, string> { ["key"] = "value" });
        return directory;
    }

    [Fact]
    public void Check_WholeIndex_IsCleanAndWalkedEverything()
    {
        using var directory = Index();
        var report = IndexChecker.Check(directory);
        Assert.True(report.IsClean, string.Join('\n', report.Problems));
        Assert.Equal([150, 150, 100], report.Segments.Select(segment => segment.MaxDoc));
        Assert.Equal((400 + 6) / 7, report.Segments.Sum(segment => segment.DeletedCount));
        string[] parts = ["files", "fields", "deletions", "norms", "terms", "columns", "points", "stored"];
        foreach (var segment in report.Segments)
        {
            Assert.Equal(parts, segment.Parts.Select(part => part.Part));
            Assert.All(segment.Parts, part => Assert.True(part.Items > 0, part.Part));
        }

        Assert.Empty(report.Unreferenced);
    }

    [SkippableTheory]
    [InlineData("-no-cfs")]
    [InlineData("-merge")]
    [InlineData("-vectors")]
    public void Check_IndexOfLucene_IsClean(string option)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        var documents = Path.Combine(folder.Path, "documents.jsonl");
        File.WriteAllText(documents, LuceneOracle.Generate(500, 12));
        LuceneOracle.Build(documents, folder.Path, "-segdocs", "200", "-delete-every", "9", option);
        using var directory = new FileDirectory(folder.Path);
        var report = IndexChecker.Check(directory);
        Assert.True(report.IsClean, string.Join('\n', report.Problems));
        Assert.All(report.Segments, segment => Assert.Null(segment.Unsupported));
        Assert.Equal(500, report.Segments.Sum(segment => segment.MaxDoc));
    }

    [Fact]
    public void Check_AnyFileFlipped_NamesFileAndSegment()
    {
        using var good = Index();
        var random = new Random(4);
        foreach (var name in good.ListFiles())
        {
            using var bad = good.Copy();
            var bytes = good.Read(name).ToArray();
            bytes[random.Next(bytes.Length)] ^= 0x10;
            bad.Write(name, bytes);
            var report = IndexChecker.Check(bad);
            Assert.False(report.IsClean, name);
            Assert.Contains(report.Problems, problem => problem.File == name);
            if (name.StartsWith('_'))
                Assert.Equal(
                    [name[..2]], report.Segments.Where(segment => segment.IsDamaged).Select(segment => segment.Name));
        }
    }

    [Fact]
    public void Check_AnyFileMissingOrCut_NamesFileAndSegment()
    {
        using var good = Index();
        foreach (var name in good.ListFiles().Where(name => name.StartsWith('_')))
        {
            using var missing = good.Copy();
            missing.Delete(name);
            Assert.Contains(IndexChecker.Check(missing).Problems, problem => problem.File == name);
            using var cut = good.Copy();
            cut.Write(name, good.Read(name)[..(good.Read(name).Length / 2)]);
            Assert.Contains(IndexChecker.Check(cut).Problems, problem => problem.File == name);
        }
    }

    /// <summary>
    /// Under a checksum made right again, only walking the structures can find the damage, as far as they say anything
    /// twice: another position or another letter in a stored text contradicts nothing.
    /// </summary>
    [Theory]
    [InlineData("_Lucene84_0.doc", 0.5)]
    [InlineData("_Lucene84_0.tim", 0.6)]
    [InlineData("_Lucene84_0.tip", 0.5)]
    [InlineData("_Lucene80_0.dvd", 0.3)]
    [InlineData(".nvd", 0.1)]
    [InlineData(".kdd", 0.6)]
    [InlineData(".fdt", 0.4)]
    public void Check_ChangedByteUnderValidChecksum_IsFoundByWalking(string file, double atLeast)
    {
        using var good = Index(140, 150);
        var original = good.Read("_0" + file).ToArray();
        var random = new Random(file.Length);
        const int Rounds = 40;
        var found = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = (byte[])original.Clone();
            bytes[random.Next(40, bytes.Length - CodecHeader.FooterLength)] ^= (byte)(1 << random.Next(8));
            using var bad = good.Copy();
            DamagedFile.WriteWithChecksum(bad, "_0" + file, bytes);
            var report = IndexChecker.Check(bad);
            if (!report.IsClean) found++;
            Assert.DoesNotContain(
                report.Problems, problem => problem.What.Contains("failed with", StringComparison.Ordinal));
        }

        Assert.True(found >= Rounds * atLeast, $"{found} of {Rounds} changes were found");
    }

    [SkippableFact]
    public void Check_DamagedFiles_AreRefusedByLuceneToo()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var good = Index(200, 250);
        var random = new Random(9);
        foreach (var name in good.ListFiles().Where(name => name.StartsWith('_') && random.Next(3) == 0))
        {
            using var folder = new TempFolder();
            using var directory = new FileDirectory(folder.Path);
            var bytes = good.Read(name).ToArray();
            bytes[random.Next(bytes.Length)] ^= 0x04;
            foreach (var file in good.ListFiles())
                File.WriteAllBytes(Path.Combine(folder.Path, file), file == name ? bytes : good.Read(file).ToArray());
            Assert.False(IndexChecker.Check(directory).IsClean, name);
            Assert.Throws<InvalidOperationException>(() => LuceneOracle.Check(folder.Path));
        }
    }

    [Fact]
    public void Check_FileTheSegmentInfoDoesNotList_IsAProblem()
    {
        using var directory = Index(20);
        directory.Write("_0_Lucene84_1.doc", [1]);
        Assert.Contains(IndexChecker.Check(directory).Problems, problem => problem.File == "_0.si");
    }

    [Fact]
    public void Check_LeftoversOfACrash_AreNamedButNoDamage()
    {
        using var directory = Index(20);
        directory.Write("_9.fdt", [1, 2]);
        directory.Write("pending_segments_3", [1]);
        directory.Write("notes.txt", [1]);
        var report = IndexChecker.Check(directory);
        Assert.True(report.IsClean);
        Assert.Equal(["_9.fdt", "pending_segments_3"], report.Unreferenced);
    }

    [Fact]
    public void Check_EmptyDirectory_Throws()
    {
        using var directory = new MemoryDirectory();
        Assert.Throws<FileNotFoundException>(() => IndexChecker.Check(directory));
    }
}
