using System.Text.Json;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Reading;

public sealed class IndexReaderTests
{
    [Fact]
    public void Open_IndexThatLuceneWrote_HasItsDocuments()
    {
        using var directory = new FileDirectory(Fixture.Path("tiny"));
        using var reader = IndexReader.Open(directory);
        var stored = Enumerable.Range(0, reader.MaxDoc)
            .Select(docId =>
                reader.Segments[reader.SegmentOf(docId)].Stored(docId - reader.DocBase(reader.SegmentOf(docId))))
            .Select(fields => fields.ToLookup(field => field.Name, field => field.Value)).ToList();
        var lines = File.ReadLines(Fixture.Path("tiny.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(lines.Count, reader.DocCount);
        foreach (var (document, line) in stored.Zip(lines))
        {
            Assert.Equal(line.GetProperty("id").GetString(), document["id"].Single());
            if (line.TryGetProperty("body", out var body)) Assert.Equal(body.GetString(), document["body"].Single());
        }
    }

    [Fact]
    public void Search_OnAnOldReader_KeepsItsMemoryAfterFilesAreGone()
    {
        using var folder = new TempFolder();
        var cursor = OpenCursorAndDropEverything(folder.Path);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var count = 0;
        while (cursor.Next() != DocCursor.NoMoreDocs)
            for (var left = cursor.Freq; left > 0; left--) count += cursor.NextPosition() >= 0 ? 1 : 0;
        Assert.Equal(3000, count);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static PostingsCursor OpenCursorAndDropEverything(string folder)
    {
        using var directory = new FileDirectory(folder);
        using var writer = IndexWriter.Open(directory, Documents.Options());
        for (var n = 0; n < 1000; n++) writer.Add(Documents.Small($"d{n}", "word word word"));
        writer.Commit();
        using var reader = IndexReader.Open(directory);
        var terms = reader.Segments[0].Terms("body")!;
        Assert.True(terms.TryFind("word"u8, out var state));
        var cursor = terms.Postings(state, PostingsParts.Positions);
        writer.Delete("body", "word");
        writer.Commit();
        Assert.DoesNotContain("_0.si", directory.ListFiles());
        return cursor;
    }

    [Fact]
    public void SegmentOf_EveryDocument_HoldsIt()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Documents.Options(bufferDocuments: 3));
        for (var n = 0; n < 10; n++) writer.Add(Documents.Small($"d{n}", "x"));
        using var reader = writer.OpenReader();
        for (var docId = 0; docId < 10; docId++)
        {
            var segment = reader.SegmentOf(docId);
            Assert.Equal($"d{docId}", reader.Segments[segment].Stored(docId - reader.DocBase(segment))[0].Value);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.SegmentOf(10));
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Segments);
    }
}
