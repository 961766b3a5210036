using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Indexing;

public sealed class IndexWriterTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static List<string> Ids(IndexReader reader)
    {
        var ids = new List<string>();
        foreach (var segment in reader.Segments)
            for (var docId = 0; docId < segment.MaxDoc; docId++)
                if (segment.LiveBits.IsEmpty || (segment.LiveBits[docId >> 6] >> docId & 1) != 0)
                    ids.Add((string)segment.Stored(docId)[0].Value);
        return ids;
    }

    private List<string> CommittedIds()
    {
        using var reader = IndexReader.Open(_directory);
        return Ids(reader);
    }

    [Fact]
    public void Commit_Documents_AreVisibleOnlyAfterwards()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        Assert.Throws<FileNotFoundException>(() => IndexReader.Open(_directory));
        Assert.Equal(1, writer.Commit());
        writer.Add(Documents.Small("a", "one"));
        Assert.Empty(CommittedIds());
        Assert.Equal(2, writer.Commit(new Dictionary<string, string> { ["k"] = "v" }));
        Assert.Equal(["a"], CommittedIds());
        Assert.Equal(2, writer.Commit());
        using var reader = IndexReader.Open(_directory);
        Assert.Equal("v", reader.UserData["k"]);
        Assert.Null(reader.Reopen());
    }

    [Fact]
    public void Reopen_AfterCommit_SharesUnchangedSegmentsAndKeepsTheOldView()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        writer.Add(Documents.Small("a", "one"));
        writer.Add(Documents.Small("b", "two"));
        writer.Commit();
        using var old = IndexReader.Open(_directory);
        writer.Add(Documents.Small("c", "three"));
        writer.Commit();
        using var grown = old.Reopen()!;
        Assert.Same(old.Segments[0], grown.Segments[0]);
        writer.Delete("id", "a");
        writer.Commit();
        using var shrunk = grown.Reopen()!;
        Assert.NotSame(grown.Segments[0], shrunk.Segments[0]);
        Assert.Same(grown.Segments[1], shrunk.Segments[1]);
        Assert.Equal(["a", "b"], Ids(old));
        Assert.Equal(["a", "b", "c"], Ids(grown));
        Assert.Equal(["b", "c"], Ids(shrunk));
        Assert.Equal((3, 2, 2), (shrunk.MaxDoc, shrunk.DocCount, shrunk.DocBase(1)));
    }

    [Fact]
    public void Delete_OrderOfCalls_Counts()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        writer.Add(Documents.Small("a", "1"));
        writer.Delete("id", "a");
        writer.Add(Documents.Small("a", "2"));
        writer.Update("id", "b", Documents.Small("b", "3"));
        writer.Update("id", "b", Documents.Small("b", "4"));
        writer.Commit();
        using var reader = IndexReader.Open(_directory);
        Assert.Equal(["a", "b"], Ids(reader));
        Assert.Equal("4", reader.Segments[0].Stored(3)[1].Value);
    }

    [Fact]
    public void Delete_AllOfASegment_DropsItsFiles()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        writer.Add(Documents.Small("a", "1"));
        writer.Commit();
        writer.Delete("body", "1");
        writer.Commit();
        Assert.Empty(CommittedIds());
        Assert.Equal(["segments_2"], _directory.ListFiles());
    }

    [Fact]
    public void Rollback_UncommittedChanges_AreForgotten()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2));
        writer.Add(Documents.Small("a", "1"));
        writer.Commit();
        var files = _directory.ListFiles();
        for (var k = 0; k < 5; k++) writer.Add(Documents.Small($"b{k}", "2"));
        writer.Delete("id", "a");
        writer.Rollback();
        Assert.Equal(files, _directory.ListFiles());
        writer.Add(Documents.Small("c", "3"));
        writer.Commit();
        Assert.Equal(["a", "c"], CommittedIds());
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesTheLastCommit()
    {
        using (var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2)))
        {
            writer.Add(Documents.Small("a", "1"));
            writer.Commit();
            for (var k = 0; k < 5; k++) writer.Add(Documents.Small("b", "2"));
        }

        Assert.Equal(["a"], CommittedIds());
        Assert.All(_directory.ListFiles(), name => Assert.False(name.StartsWith("_1", StringComparison.Ordinal), name));
        IndexWriter.Open(_directory, Documents.Options()).Dispose();
    }

    [Fact]
    public void Open_WhileAnotherWriterIsOpen_IsRefused()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        Assert.Throws<IndexLockedException>(() => IndexWriter.Open(_directory, Documents.Options()));
    }

    [Fact]
    public void OpenReader_UncommittedState_IsAFixedView()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        writer.Add(Documents.Small("a", "1"));
        writer.Add(Documents.Small("b", "2"));
        writer.Commit();
        writer.Delete("id", "a");
        writer.Add(Documents.Small("c", "3"));
        using var reader = writer.OpenReader();
        writer.Delete("id", "b");
        using var later = writer.OpenReader();
        Assert.Equal(["b", "c"], Ids(reader));
        Assert.Equal(["c"], Ids(later));
        Assert.Equal(["a", "b"], CommittedIds());
        writer.Commit();
        using var committed = reader.Reopen()!;
        Assert.Equal(["c"], Ids(committed));
    }

    public static TheoryData<string, IndexField[]> Refused => new()
    {
        { "two Numeric values", [IndexField.Numeric("n", 1), IndexField.Numeric("n", 2)] },
        { "cannot be Docs", [IndexField.Text("body", "x"), IndexField.Keyword("body", "x")] },
        { "cannot be Sorted ", [IndexField.SortedSet("s", "x"), IndexField.Sorted("s", "x")] },
        { "longer than", [IndexField.Keyword("k", new string('é', 20_000))] },
        { "longer than", [IndexField.SortedSet("k2", new string('é', 20_000))] },
        { "longer than", [IndexField.Text("body", "fine " + new string('x', 40_000))] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Add_DocumentThatCannotBeIndexed_IsRefusedAndNothingElseHarmed(string message, IndexField[] fields)
    {
        var refused = new IndexDocument();
        foreach (var field in fields) refused.Add(field);
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        writer.Add(Documents.Small("a", "1"));
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => writer.Update("id", "a", refused)).Message + " ",
            StringComparison.Ordinal);
        writer.Add(Documents.Small("b", "2"));
        writer.Commit();
        Assert.Equal(["a", "b"], CommittedIds());
    }

    [Fact]
    public void Add_AnalyzerThatFails_LosesOnlyThatDocument()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        writer.Add(Documents.Small("a", "1"));
        Assert.Throws<InvalidOperationException>(() => writer.Add(Documents.Small("b", "some words !fail")));
        writer.Add(Documents.Small("c", "3"));
        writer.Commit();
        Assert.Equal(["a", "c"], CommittedIds());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Operations_Random_EqualAListOfDocuments(int seed)
    {
        var random = new Random(seed);
        var model = new List<(string Id, string Body)>();
        var committed = model.ToList();
        var writer = IndexWriter.Open(_directory, Documents.Options(1 + random.Next(20), 3));
        for (var step = 0; step < 600; step++)
        {
            var (id, body) = ($"k{random.Next(60)}", $"w{random.Next(10)} u{step}");
            switch (random.Next(20))
            {
                case < 6: writer.Add(Documents.Small(id, body)); model.Add((id, body)); break;
                case < 14:
                    writer.Update("id", id, Documents.Small(id, body));
                    model.RemoveAll(d => d.Id == id);
                    model.Add((id, body));
                    break;
                case < 16: writer.Delete("id", id); model.RemoveAll(d => d.Id == id); break;
                case 16:
                    writer.Delete("body", body[..2]);
                    model.RemoveAll(d => d.Body.StartsWith(body[..3], StringComparison.Ordinal));
                    break;
                case 17: writer.Commit(); committed = [.. model]; break;
                case 18 when random.Next(4) == 0: writer.Rollback(); model = [.. committed]; break;
                case 19 when random.Next(4) == 0: writer.ForceMerge(1 + random.Next(3)); break;
                default: Same(model, writer); break;
            }
        }

        writer.Commit();
        using var reader = IndexReader.Open(_directory);
        Same(model, reader);
        writer.Dispose();
    }

    private static void Same(List<(string Id, string Body)> model, IndexWriter writer)
    {
        using var reader = writer.OpenReader();
        Same(model, reader);
    }

    private static void Same(List<(string Id, string Body)> model, IndexReader reader)
    {
        var found = new List<(string, string)>();
        foreach (var segment in reader.Segments)
            for (var docId = 0; docId < segment.MaxDoc; docId++)
                if (segment.LiveBits.IsEmpty || (segment.LiveBits[docId >> 6] >> docId & 1) != 0)
                    found.Add(((string)segment.Stored(docId)[0].Value, (string)segment.Stored(docId)[1].Value));
        Assert.Equal(model.Order(), found.Order());
    }
}
