using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Oracle;

/// <summary>Indexes written here and read by Apache Lucene, and the other way round.</summary>
public sealed class LuceneAgreementTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, List<string>> _expected = [];

    public void Dispose() => _folder.Dispose();

    private FileDirectory Directory => new(_folder.Path);

    private void Put(IndexWriter writer, int number, Random random)
    {
        var document = Documents.Full(number, random);
        _expected[$"d{number}"] = DocumentFacts.Of(document, new WordAnalyzer());
        writer.Update("id", $"d{number}", document);
    }

    private void Fill(IndexWriter writer, Random random, int count)
    {
        for (var n = 0; n < count; n++)
        {
            Put(writer, random.Next(count), random);
            if (n % 9 != 0) continue;
            var gone = $"d{random.Next(count)}";
            writer.Delete("id", gone);
            _expected.Remove(gone);
        }
    }

    private static void Same(Dictionary<string, List<string>> expected, Dictionary<string, List<string>> found)
    {
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (id, facts) in expected) Assert.Equal(facts, found[id]);
    }

    private void SameForReader()
    {
        using var reader = IndexReader.Open(Directory);
        var withoutPoints = _expected.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.FindAll(fact => !fact.StartsWith("point ", StringComparison.Ordinal)));
        Same(withoutPoints, ReaderFacts.Read(reader));
    }

    [Fact]
    public void Read_OwnIndexWithDeletesAndMerges_GivesWhatWasPutIn()
    {
        using var writer = IndexWriter.Open(Directory, Documents.Options(60, 4));
        var random = new Random(11);
        Fill(writer, random, 400);
        writer.Commit();
        SameForReader();
        Fill(writer, random, 200);
        writer.Commit();
        writer.ForceMerge(1);
        writer.Commit();
        SameForReader();
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(4)]
    public void Lucene_ReadsOurIndex_CleanAndEqual(int mergeFactor)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using (var writer = IndexWriter.Open(Directory, Documents.Options(70, mergeFactor)))
        {
            Fill(writer, new Random(5), 500);
            writer.Commit(new Dictionary<string, string> { ["made by"] = "Dateline" });
        }

        LuceneOracle.Check(_folder.Path);
        Same(_expected, LuceneDumpFacts.Read(_folder.Path));
        SameForReader();
    }

    [SkippableFact]
    public void Lucene_ContinuesOurIndex_AndWeContinueLucenes()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        var random = new Random(6);
        using (var writer = IndexWriter.Open(Directory, Documents.Options(50, 0)))
        {
            Fill(writer, random, 250);
            writer.Commit();
        }

        LuceneOracle.Merge(_folder.Path, Fixture.Path("tiny.jsonl"));
        LuceneOracle.Check(_folder.Path);
        var merged = LuceneDumpFacts.Read(_folder.Path);
        foreach (var (id, facts) in _expected) Assert.Equal(facts, merged[id]);
        Assert.Equal(_expected.Count + File.ReadLines(Fixture.Path("tiny.jsonl")).Count(), merged.Count);
        foreach (var (id, facts) in merged) _expected[id] = facts;

        using (var writer = IndexWriter.Open(Directory, Documents.Options(50, 0)))
        {
            for (var n = 240; n < 260; n++) Put(writer, n, random);
            writer.Commit();
            SameForReader();
            writer.ForceMerge(1);
            writer.Commit();
        }

        LuceneOracle.Check(_folder.Path);
        Same(_expected, LuceneDumpFacts.Read(_folder.Path));
        SameForReader();
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("-no-cfs")]
    public void Read_IndexThatLuceneWrote_EqualsItsOwnDump(string option)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        var documents = Path.Combine(_folder.Path, "documents.jsonl");
        File.WriteAllText(documents, LuceneOracle.Generate(360, 3));
        LuceneOracle.Build(
            documents,
            _folder.Path,
            ["-segdocs", "150", "-delete-every", "7", .. option.Length > 0 ? new[] { option } : []]);
        foreach (var (id, facts) in LuceneDumpFacts.Read(_folder.Path)) _expected.Add(id, facts);
        SameForReader();
        using (var writer = IndexWriter.Open(Directory, Documents.Options()))
        {
            writer.ForceMerge(1);
            writer.Commit();
        }

        LuceneOracle.Check(_folder.Path);
        Same(_expected, LuceneDumpFacts.Read(_folder.Path));
    }
}
