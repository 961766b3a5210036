using Dateline.Index.Checking;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Oracle;

/// <summary>Indexes of Apache Lucene with what Dateline never writes itself: read, changed and given back.</summary>
public sealed class RareIndexTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private FileDirectory Directory => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private void Make(string kind)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        LuceneOracle.MakeRare(kind, _folder.Path);
    }

    private static Dictionary<string, List<string>> WithoutPoints(Dictionary<string, List<string>> facts) =>
        facts.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.FindAll(fact => !fact.StartsWith("point ", StringComparison.Ordinal)));

    private static void Same(Dictionary<string, List<string>> expected, Dictionary<string, List<string>> found)
    {
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (id, facts) in expected) Assert.Equal(facts, found[id]);
    }

    private void SameAsLucene(int documents)
    {
        using var reader = IndexReader.Open(Directory);
        Assert.Equal(documents, reader.DocCount);
        Same(WithoutPoints(LuceneDumpFacts.Read(_folder.Path)), ReaderFacts.Read(reader));
        Assert.True(IndexChecker.Check(Directory).IsClean);
    }

    [SkippableTheory]
    [InlineData("sorted", 698)]
    [InlineData("updated", 695)]
    [InlineData("points", 698)]
    public void Read_RareIndex_EqualsLucene(string kind, int documents)
    {
        Make(kind);
        SameAsLucene(documents);
    }

    [SkippableTheory]
    [InlineData("sorted", 698)]
    [InlineData("updated", 695)]
    [InlineData("points", 698)]
    public void Write_ToRareIndex_LuceneGoesOnWithIt(string kind, int documents)
    {
        Make(kind);
        using (var writer = IndexWriter.Open(Directory, Documents.Options()))
        {
            writer.Delete("id", "d5");
            writer.Add(Documents.Small("new", "x"));
            writer.Commit();
        }

        LuceneOracle.Check(_folder.Path);
        SameAsLucene(documents);
    }

    [SkippableFact]
    public void ForceMerge_OfSortedSegments_IsRefusedAndChangesNothing()
    {
        Make("sorted");
        using (var writer = IndexWriter.Open(Directory, Documents.Options()))
        {
            var refusal = Assert.Throws<NotSupportedException>(() => writer.ForceMerge(1));
            Assert.Contains("sorted by \"n\"", refusal.Message, StringComparison.Ordinal);
        }

        SameAsLucene(698);
    }

    [SkippableFact]
    public void ForceMerge_OfUpdatedSegments_KeepsTheNewestValues()
    {
        Make("updated");
        Dictionary<string, List<string>> before;
        using (var reader = IndexReader.Open(Directory)) before = ReaderFacts.Read(reader);
        using (var writer = IndexWriter.Open(Directory, Documents.Options()))
        {
            writer.ForceMerge(1);
            writer.Commit();
        }

        LuceneOracle.Check(_folder.Path);
        SameAsLucene(695);
        using var merged = IndexReader.Open(Directory);
        Same(before, ReaderFacts.Read(merged));
        Assert.Equal(695, merged.MaxDoc);
    }

    [SkippableFact]
    public void Reopen_AfterColumnsWereUpdated_ShowsTheNewValues()
    {
        Make("updated");
        using var folder = new TempFolder();
        folder.CopyFrom(_folder.Path);
        using var older = IndexReader.Open(new FileDirectory(folder.Path));
        var before = ReaderFacts.Read(older);
        LuceneOracle.MakeRare("again", folder.Path);
        using var newer = older.Reopen();
        Assert.NotNull(newer);
        Assert.Same(older.Segments[1], newer.Segments[1]);
        Same(WithoutPoints(LuceneDumpFacts.Read(folder.Path)), ReaderFacts.Read(newer));
        Same(before, ReaderFacts.Read(older));
    }
}
