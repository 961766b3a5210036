using System.Text.Json;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Schema;
using Dateline.Index.Store;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Codecs.Postings;

/// <summary>What Apache Lucene wrote is read here, and what is written here is read by Apache Lucene.</summary>
public sealed class LuceneExchangeTests
{
    private static readonly string[] Extensions = ["tim", "tip", "tmd", "doc", "pos", "pay"];

    // The terms dictionary may be cut differently; the postings have one best form, which both writers choose.
    private static readonly string[] ByteForByte = [".doc", ".pos", ".pay"];

    [SkippableTheory]
    [InlineData("tiny")]
    [InlineData("built")]
    [InlineData("cover")]
    [InlineData("long names")]
    public void ReadAndRewrite_LuceneIndex_IsTheSameIndex(string which)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        MakeIndex(which, folder);
        var dump = LuceneOracle.Dump(folder.Path);
        var segments = LuceneDump.Parse(dump);
        var names = LuceneDump.Segments(folder.Path);
        Assert.Equal(names.Count, segments.Count);
        using var directory = new FileDirectory(folder.Path);
        for (var k = 0; k < names.Count; k++)
        {
            var files = new SegmentFiles(
                directory, names[k], LuceneDump.ReadId(directory, names[k]), segments[k].MaxDoc);
            AssertReads(files, segments[k]);
            var paths =
                Extensions.Select(extension => Path.Combine(folder.Path, files.FileName(extension, "Lucene84_0")))
                .ToDictionary(path => path, File.ReadAllBytes);
            foreach (var path in paths.Keys) File.Delete(path);
            segments[k].Write(files);
            foreach (var (path, bytes) in paths.Where(pair => ByteForByte.Contains(Path.GetExtension(pair.Key))))
                Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"{path} differs");
        }

        Assert.Contains("No problems were detected", LuceneOracle.Check(folder.Path), StringComparison.Ordinal);
        Assert.Equal(dump, LuceneOracle.Dump(folder.Path));
        LuceneOracle.Merge(folder.Path);
        Assert.Contains("No problems were detected", LuceneOracle.Check(folder.Path), StringComparison.Ordinal);
    }

    private static void MakeIndex(string which, TempFolder folder)
    {
        if (which == "cover") LuceneOracle.Run("cover", folder.Path, "3000", "-no-cfs");
        else if (which == "tiny") folder.CopyFrom(Fixture.Path("tiny"));
        else
        {
            using var source = new TempFolder();
            var articles = Path.Combine(source.Path, "articles.jsonl");
            File.WriteAllText(articles, which == "built" ? LuceneOracle.Generate(700, 7) : LongNames());
            LuceneOracle.Build(articles, folder.Path, "-no-cfs", "-segdocs", "400", "-delete-every", "11");
        }
    }

    // Long suffixes that repeat each other make Lucene compress term blocks with LZ4.
    private static string LongNames()
    {
        string[] units = ["department", "directorate", "committee", "office"];
        string[] tasks = ["humanitarian coordination", "border crossings", "water supply", "public records"];
        return string.Join('\n', Enumerable.Range(0, 800).Select(k => JsonSerializer.Serialize(new
        {
            id = $"d{k}",
            title = $"Report {k}",
            body = $"The {units[k % 4]} spoke about {tasks[k / 4 % 4]}.",
            date = $"2012-{1 + k % 12:00}-{1 + k % 28:00}",
            actors = new[] { $"The National {units[k % 4]} of {tasks[k / 4 % 4]} and {tasks[k / 16 % 4]}, branch {k}" },
            places = new[] { $"place {k % 50}" },
        })));
    }

    private static void AssertReads(SegmentFiles files, PostingsModel model)
    {
        using var reader = TermsReader.Open(files, model.Infos);
        foreach (var (field, terms) in model.Fields.Where(pair => pair.Field.IndexOptions != IndexOptions.None))
            PostingsAssert.Equal(field, terms, reader.Field(field.Name)!);
    }
}
