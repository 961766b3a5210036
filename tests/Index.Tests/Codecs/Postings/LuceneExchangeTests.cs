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

    [SkippableTheory]
    [InlineData("tiny")]
    [InlineData("built")]
    [InlineData("cover")]
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
            var files = new SegmentFiles(directory, names[k], LuceneDump.ReadId(directory, names[k]), segments[k].MaxDoc);
            AssertReads(files, segments[k]);
            foreach (var extension in Extensions) Delete(folder, files.FileName(extension, "Lucene84_0"));
            segments[k].Write(files);
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
            File.WriteAllText(articles, LuceneOracle.Generate(3000, 7));
            LuceneOracle.Build(articles, folder.Path, "-no-cfs", "-segdocs", "1800", "-delete-every", "11");
        }
    }

    private static void Delete(TempFolder folder, string name) => File.Delete(Path.Combine(folder.Path, name));

    private static void AssertReads(SegmentFiles files, PostingsModel model)
    {
        using var reader = TermsReader.Open(files, model.Infos);
        foreach (var (field, terms) in model.Fields.Where(pair => pair.Field.IndexOptions != IndexOptions.None))
            PostingsAssert.Equal(field, terms, reader.Field(field.Name)!);
    }
}
