using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Indexing.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>Makes the buffers of a writer and turns them into segments. Thread-safe.</summary>
internal sealed class BufferWriter(
    IndexDirectory directory, IndexWriterOptions options, SegmentNames names, FileKeeper files)
{
    private readonly PagePool _pages = new(options.BufferBytes);

    /// <summary>The fields of the index, which all buffers fill.</summary>
    public FieldRegistry Registry { get; private set; } = new();

    /// <summary>True when a buffer's documents got lost because it could not be written.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Forgets fields and failures; buffers made before must be in use no more.</summary>
    public void Reset() => (Registry, HasFailed) = (new FieldRegistry(), false);

    /// <summary>An empty buffer under a new segment name, whose files are kept from now on.</summary>
    public SegmentBuffer NewBuffer()
    {
        var name = names.Next();
        files.Add(name);
        return new SegmentBuffer(directory, name, SegmentNames.NewId(), Registry, options.Analyzer, _pages);
    }

    /// <summary>Writes a buffer as a segment.</summary>
    public FlushedSegment Write(SegmentBuffer buffer)
    {
        var written = false;
        try
        {
            var flushed = WriteSegment(buffer);
            written = true;
            return flushed;
        }
        finally
        {
            if (!written) HasFailed = true;
        }
    }

    private FlushedSegment WriteSegment(SegmentBuffer buffer)
    {
        var info = SegmentFlusher.Flush(directory, buffer);
        var commit = new SegmentCommit { Info = info, CommitId = SegmentNames.NewId() };
        var flushed = WriterSegment.Open(directory, commit);
        foreach (var docId in buffer.Failed) flushed.Delete(docId);
        return new FlushedSegment(flushed, buffer.Numbers.ToArray());
    }
}
