using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Xunit.Abstractions;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// Over at least 5,000 documents and 240 queries, Dateline and Apache Lucene return the same documents in the same
/// order with bit-equal scores, the same totals and the same facet counts, on indexes that either of them wrote.
/// </summary>
public sealed class QueryAgreementTests(ITestOutputHelper output)
{
    private const int Documents = 5200;
    private const int Queries = 260;
    private const int SegmentDocuments = 900;
    private const int DeleteEvery = 9;
    private const int Seed = 20120716;

    [SkippableFact]
    public void Index_WrittenByDateline_IsCleanAndFindsTheSame()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        var stories = Corpus.Read(Documents);
        using var folder = new TempFolder();
        Write(folder.Path, stories);
        Assert.Contains(
            "\"clean\":true",
            LuceneOracle.Check(folder.Path).Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        AssertAgreement(folder.Path, stories, Seed, Queries);
    }

    [SkippableTheory]
    [InlineData(Documents, Queries, "-no-cfs")]
    [InlineData(Documents / 4, Queries / 3, "-codec", "Lucene87")] // compound files are the default
    public void Index_WrittenByLucene_FindsTheSame(int documents, int queries, params string[] options)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        var stories = Corpus.Read(documents);
        using var folder = new TempFolder();
        var jsonl = Path.Combine(folder.Path, "stories.jsonl");
        File.WriteAllLines(jsonl, stories.Select(Corpus.ToJson));
        var index = Path.Combine(folder.Path, "index");
        LuceneOracle.Build(
            jsonl,
            index,
            ["-segdocs", $"{documents * SegmentDocuments / Documents}", "-delete-every", $"{DeleteEvery}", .. options]);
        Assert.Equal(options.Length > 1, Directory.GetFiles(index, "*.cfs").Length > 0);
        AssertAgreement(index, stories, Seed + options.Length, queries);
    }

    [SkippableFact]
    public void Index_ThroughDeletesUpdatesAndMerges_FindsTheSame()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        var stories = new RandomStories(Seed).Make(70);
        using var run = new AgreementRun(stories, Seed, queries: 58, TextWriter.Null);
        run.Run(folder.Path, [IndexKind.InTurns]);
        output.WriteLine($"{run.Report}");
        Assert.True(run.Report.Differences.Count == 0, string.Join('\n', run.Report.Differences));
        Assert.True(run.Report.WithHits > run.Report.Comparisons / 3, "many queries should find something");
    }

    private void AssertAgreement(string folder, IReadOnlyList<Story> stories, int seed, int count)
    {
        output.WriteLine(
            $"query seed {seed}, {stories.Count} documents from {ReutersCorpus.Folder ?? "the generator"}");
        var probes = new ProbeGenerator(stories, seed).Make(count);
        using var directory = new FileDirectory(folder);
        using var reader = IndexReader.Open(directory);
        Assert.True(reader.Segments.Count > 3 && reader.DocCount < reader.MaxDoc);
        var searcher = new IndexSearcher(reader);
        var answers = QueryAgreement.Compare(
            folder, searcher, probes, (index, file) => LuceneOracle.Query(index, file));
        var differences = answers.Where(answer => !answer.IsSame).ToList();
        Assert.True(differences.Count == 0, $"seed {seed}: {differences.Count} of {answers.Length} queries differ:\n"
            + string.Join('\n', differences.Take(5)));
        Assert.True(
            answers.Count(answer => answer.Lucene.Total > 0) > answers.Length * 2 / 3,
            "most queries should find something");
    }

    private static void Write(string folder, IReadOnlyList<Story> stories)
    {
        using var directory = new FileDirectory(folder);
        using var writer = IndexWriter.Open(directory, new IndexWriterOptions
        {
            Analyzer = new EnglishAnalyzer(),
            BufferDocuments = SegmentDocuments,
            MergeFactor = 100,
        });
        foreach (var story in stories) writer.Add(Corpus.ToDocument(story));
        writer.Commit();
        for (var k = 0; k < stories.Count; k += DeleteEvery) writer.Delete("id", stories[k].Id);
        writer.Commit();
    }
}
