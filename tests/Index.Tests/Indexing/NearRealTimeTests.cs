using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Indexing;

/// <summary>
/// Readers of uncommitted documents, snapshots, deletion by query, and merging that goes wrong or on meanwhile.
/// </summary>
public sealed class NearRealTimeTests : IDisposable
{
    private readonly WatchedDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static List<string> Ids(IndexReader reader) => [.. LiveContent.Of(reader).Select(document => document.Id)];

    [Fact]
    public void OpenReader_UncommittedChanges_AreSeenWithoutASync()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        for (var n = 0; n < 5; n++) writer.Add(Documents.Small($"d{n}", "x"));
        using var first = writer.OpenReader();
        writer.Delete("id", "d1");
        writer.Add(Documents.Small("d5", "x"));
        using var second = writer.OpenReader();
        using var third = writer.OpenReader();
        Assert.Equal(["d0", "d1", "d2", "d3", "d4"], Ids(first));
        Assert.Equal(["d0", "d2", "d3", "d4", "d5"], Ids(second));
        Assert.Equal(0, _directory.Syncs);
        Assert.DoesNotContain(_directory.ListFiles(), name => name.EndsWith(".liv", StringComparison.Ordinal));
        Assert.Equal(second.Segments, third.Segments); // the very same objects
    }

    [Fact]
    public void Delete_ByQuery_HitsWhatWasAddedBefore()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2));
        for (var n = 0; n < 6; n++) writer.Add(Documents.Small($"d{n}", n % 2 == 0 ? "even" : "odd"));
        writer.Delete(new TermQuery("body", "even"));
        writer.Add(Documents.Small("late", "even"));
        writer.Commit();
        using var reader = IndexReader.Open(_directory);
        Assert.Equal(["d1", "d3", "d5", "late"], Ids(reader));
    }

    [Fact]
    public void Snapshot_WhileWritingGoesOn_StaysAWholeIndex()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options());
        Assert.Throws<InvalidOperationException>(writer.Snapshot);
        writer.Add(Documents.Small("a", "1"));
        writer.Commit();
        var snapshot = writer.Snapshot();
        writer.Update("id", "a", Documents.Small("b", "2"));
        writer.Commit();
        writer.Add(Documents.Small("c", "2"));
        writer.ForceMerge(1);
        writer.Commit();
        using var copy = new MemoryDirectory();
        foreach (var name in snapshot.Files) copy.Write(name, Content(name));
        using var reader = IndexReader.Open(copy);
        Assert.Equal((1L, "a"), (snapshot.Generation, Assert.Single(Ids(reader))));
        snapshot.Dispose();
        snapshot.Dispose();
        var commit = CommitFormat.Read(_directory, writer.Generation);
        Assert.Equal(commit.AllFiles.Order(StringComparer.Ordinal), _directory.ListFiles());
    }

    private byte[] Content(string name)
    {
        var input = _directory.Open(name);
        return input.ReadSpan((int)input.Length).ToArray();
    }

    [Fact]
    public void ForceMergeDeletes_RewritesOnlySegmentsWithDeletions()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2));
        for (var n = 0; n < 6; n++) writer.Add(Documents.Small($"d{n}", "x"));
        writer.Delete("id", "d2");
        using var before = writer.OpenReader();
        writer.ForceMergeDeletes();
        using var after = writer.OpenReader();
        Assert.Equal(["d0", "d1", "d3", "d4", "d5"], Ids(after));
        Assert.Equal(5, after.MaxDoc);
        Assert.Same(before.Segments[0], after.Segments[0]);
        Assert.Same(before.Segments[2], after.Segments[2]);
    }

    [Fact]
    public void Merge_WhileDocumentsAreDeleted_KeepsThemDeleted()
    {
        using var merging = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var options = Documents.Options(bufferDocuments: 2, mergeFactor: 2);
        using var writer = IndexWriter.Open(_directory, options);
        var main = Environment.CurrentManagedThreadId;
        _directory.Creating = name =>
        {
            if (Environment.CurrentManagedThreadId == main || !name.EndsWith(".si", StringComparison.Ordinal)) return;
            merging.Set();
            Assert.True(goOn.Wait(TimeSpan.FromSeconds(20)));
        };
        for (var n = 0; n < 12; n++) writer.Add(Documents.Small($"d{n}", "x"));
        writer.Commit(); // does not wait
        Assert.True(merging.Wait(TimeSpan.FromSeconds(20)));
        for (var n = 0; n < 12; n += 3) writer.Update("id", $"d{n}", Documents.Small($"e{n}", "x"));
        using var during = writer.OpenReader();
        writer.Commit();
        goOn.Set();
        writer.WaitForMerges();
        using var after = writer.OpenReader();
        Assert.True(after.Segments.Count < during.Segments.Count, $"{after.Segments.Count} segments");
        Assert.Equal(Ids(during).Order(), Ids(after).Order());
        Assert.Equal(12, after.DocCount);
        Assert.DoesNotContain("d3", Ids(after));
    }

    [Fact]
    public void Add_WhenMergingIsBehind_MergesToo()
    {
        using var goOn = new ManualResetEventSlim();
        using var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2, mergeFactor: 2));
        _directory.Creating = _ =>
        {
            if (Thread.CurrentThread.Name == "merge") Assert.True(goOn.Wait(TimeSpan.FromSeconds(20)));
        };
        for (var n = 0; n < 200; n++) writer.Add(Documents.Small($"d{n}", "x"));
        using var reader = writer.OpenReader();
        goOn.Set();
        Assert.Equal(200, reader.DocCount);
        Assert.InRange(reader.Segments.Count, 1, 30); // 100 were written
    }

    [Fact]
    public void Merge_ThatFails_LeavesAllDocumentsAndIsReported()
    {
        using var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2, mergeFactor: 2));
        var main = Environment.CurrentManagedThreadId;
        _directory.Creating = name =>
        {
            if (Environment.CurrentManagedThreadId != main && name.EndsWith(".fdm", StringComparison.Ordinal))
                throw new IOException("the disk is full");
        };
        for (var n = 0; n < 12; n++) writer.Add(Documents.Small($"d{n}", "x"));
        writer.Commit();
        writer.WaitForMerges();
        Assert.Equal("the disk is full", writer.MergeFailure?.Message);
        _directory.Creating = null;
        writer.WaitForMerges();
        Assert.Null(writer.MergeFailure);
        writer.Commit();
        using var reader = IndexReader.Open(_directory);
        Assert.Equal(12, reader.DocCount);
        Assert.True(reader.Segments.Count < 6, $"{reader.Segments.Count} segments");
    }

    [Fact]
    public void Dispose_WithMergesUnderWay_CommitsTheirResult()
    {
        using (var writer = IndexWriter.Open(_directory, Documents.Options(bufferDocuments: 2, mergeFactor: 2)))
        {
            for (var n = 0; n < 12; n++) writer.Add(Documents.Small($"d{n}", "x"));
            writer.Commit(new Dictionary<string, string> { ["k"] = "v" });
        }

        using var reader = IndexReader.Open(_directory);
        Assert.Equal((12, "v"), (reader.DocCount, reader.UserData["k"]));
        Assert.True(reader.Segments.Count < 6, $"{reader.Segments.Count} segments");
    }
}
