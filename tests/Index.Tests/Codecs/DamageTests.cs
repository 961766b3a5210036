using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.Compound;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Codecs;

/// <summary>Damaged, cut and exchanged files are reported by name; they never crash, hang or pass as good.</summary>
public sealed class DamageTests
{
    private static MemoryDirectory Index()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Documents.Options());
        for (var n = 0; n < 12; n++) writer.Add(Documents.Full(n, new Random(n)));
        writer.Commit();
        writer.Delete("id", "d3");
        writer.Commit(new Dictionary<string, string> { ["key"] = "value" });
        return directory;
    }

    [Fact]
    public void Open_AnyByteOfAMetaFileChanged_NamesTheFile()
    {
        using var good = Index();
        string[] verified = [
            "segments_2", "_0.si", "_0.fnm", "_0_1.liv", "_0.fdm", "_0.nvm", "_0_Lucene80_0.dvm", "_0.kdm",
            "_0_Lucene84_0.tmd",
        ];
        foreach (var name in verified)
        {
            var bytes = good.Read(name).ToArray();
            for (var at = 0; at < bytes.Length; at++)
            {
                using var bad = good.Copy();
                bytes[at] ^= 0x20;
                bad.Write(name, bytes);
                bytes[at] ^= 0x20;
                var error = Assert.Throws<CorruptIndexException>(() => IndexReader.Open(bad));
                Assert.Equal(name, error.File);
            }
        }
    }

    [Fact]
    public void Open_AnyFileCut_NamesTheFile()
    {
        using var good = Index();
        foreach (var name in good.ListFiles())
        {
            var length = good.Read(name).Length;
            foreach (var keep in new[] { 0, 1, length / 2, length - 1 })
            {
                using var bad = good.Copy();
                bad.Write(name, good.Read(name)[..keep]);
                var error = Assert.Throws<CorruptIndexException>(() => IndexReader.Open(bad));
                Assert.Equal(name, error.File);
            }
        }
    }

    [Fact]
    public void Open_AnyFileMissing_NamesTheFile()
    {
        using var good = Index();
        foreach (var name in good.ListFiles().Where(name => name != "segments_2"))
        {
            using var bad = good.Copy();
            bad.Delete(name);
            Assert.Equal(name, Assert.Throws<FileNotFoundException>(() => IndexReader.Open(bad)).FileName);
        }
    }

    [Fact]
    public void Open_FileOfAnotherIndex_IsRefused()
    {
        using var good = Index();
        using var other = Index();
        foreach (var name in good.ListFiles().Where(name => name != "segments_2"))
        {
            using var bad = good.Copy();
            bad.Write(name, other.Read(name));
            Assert.Contains(
                "another segment",
                Assert.Throws<CorruptIndexException>(() => IndexReader.Open(bad)).What,
                StringComparison.Ordinal);
        }
    }

    /// <summary>With the checksum made right again, only the checks of the content are left.</summary>
    [Fact]
    public void Open_CraftedMetaBytes_NeverFailsInAnotherWay()
    {
        using var good = Index();
        var random = new Random(8);
        foreach (var name in new[] { "segments_2", "_0.si", "_0.fnm", "_0_1.liv" })
        {
            for (var round = 0; round < 250; round++)
            {
                var bytes = good.Read(name).ToArray();
                for (var changes = 1 + random.Next(3); changes > 0; changes--)
                    bytes[random.Next(bytes.Length - CodecHeader.FooterLength)] =
                        (byte)(random.Next(3) == 0 ? 0xFF : random.Next(256));
                using var bad = good.Copy();
                bad.Delete(name);
                using (var output = bad.Create(name))
                {
                    output.WriteBytes(bytes.AsSpan(0, bytes.Length - CodecHeader.FooterLength));
                    CodecHeader.WriteFooter(output);
                }

                var error = Record.Exception(() => IndexReader.Open(bad));
                Assert.True(error is null or IOException or NotSupportedException, $"{name}: {error}");
            }
        }
    }

    [Fact]
    public void Merge_DamagedData_IsRefusedAndTheCommitStands()
    {
        using var directory = Index();
        var stored = directory.Read("_0.fdt").ToArray();
        stored[stored.Length / 2] ^= 1;
        directory.Write("_0.fdt", stored);
        using var writer = IndexWriter.Open(directory, Documents.Options());
        Assert.Equal("_0.fdt", Assert.Throws<CorruptIndexException>(() => writer.ForceMerge(1)).File);
        writer.Rollback();
        Assert.Equal(2, writer.Generation);
    }

    [Fact]
    public void OpenNewest_CommitReplacedWhileOpening_TakesTheNewer()
    {
        using var directory = Index();
        var calls = 0;
        var generation = CommitFormat.OpenNewest(directory, commit =>
        {
            if (calls++ > 0) return commit.Generation;
            using var writer = IndexWriter.Open(directory, Documents.Options());
            writer.Add(Documents.Small("x", "y"));
            writer.Commit();
            throw new FileNotFoundException("gone", "_0.fdt");
        });
        Assert.Equal((3, 2), (generation, calls));
        Assert.Throws<FileNotFoundException>(
            () => CommitFormat.OpenNewest<int>(directory, _ => throw new FileNotFoundException("gone")));
    }

    [Fact]
    public void FieldInfos_AllProperties_RoundTrip()
    {
        using var directory = new MemoryDirectory();
        var files = new SegmentFiles(directory, "_0", new byte[16], 5);
        var fields = new FieldInfos(
        [
            new FieldInfo
            {
                Name = "é 漢",
                Number = 7,
                IndexOptions = IndexOptions.DocsFreqsAndPositions,
                HasPayloads = true,
                HasTermVectors = true,
            },
            new FieldInfo
            {
                Name = "k",
                Number = 0,
                IndexOptions = IndexOptions.Docs,
                OmitsNorms = true,
                DocValues = DocValuesType.SortedSet,
            },
            new FieldInfo
            {
                Name = "p",
                Number = 300,
                PointDimensions = 2,
                PointIndexDimensions = 1,
                PointBytes = 4,
                IsSoftDeletes = true,
            },
        ]);
        FieldInfosFormat.Write(files, fields);
        var read = FieldInfosFormat.Read(files).ToList();
        Assert.Equal(["k", "é 漢", "p"], read.Select(field => field.Name));
        foreach (var (field, original) in read.Zip(fields))
            Assert.Equal(original with { Attributes = field.Attributes }, field);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(35, "z")]
    [InlineData(36, "10")]
    [InlineData(4738381338321616895, "zzzzzzzzzzzz")]
    public void Base36_Number_RoundTrips(long number, string text)
    {
        Assert.Equal(text, Base36.Format(number));
        Assert.True(Base36.TryParse(text, out var parsed));
        Assert.Equal(number, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("-1")]
    [InlineData("zzzzzzzzzzzzz")]
    public void Base36_OtherText_IsNotANumber(string text) => Assert.False(Base36.TryParse(text, out _));

    [Theory]
    [InlineData("_0.fdt", true)]
    [InlineData("_z9_Lucene84_0.doc", true)]
    [InlineData("_0_1.liv", true)]
    [InlineData("segments_a", true)]
    [InlineData("pending_segments_2", true)]
    [InlineData("write.lock", false)]
    [InlineData("_notes.txt", false)]
    [InlineData("segments.bak", false)]
    [InlineData("_A.fdt", false)]
    public void IndexFileNames_Name_IsOursOrNot(string name, bool ours) =>
        Assert.Equal(ours, IndexFileNames.IsIndexFile(name));
}
