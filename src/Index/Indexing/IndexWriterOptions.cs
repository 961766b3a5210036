using Dateline.Index.Analysis;

namespace Dateline.Index.Indexing;

/// <summary>How an <see cref="IndexWriter"/> works.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Cuts text fields into terms.</summary>
    public required Analyzer Analyzer { get; init; }

    /// <summary>
    /// Heap bytes that all threads together may buffer; when they are used up the largest buffer is written to a
    /// segment. A single buffer has at most 1 GiB.
    /// </summary>
    public long BufferBytes { get; init; } = 64L << 20;

    /// <summary>Documents one thread buffers before a segment is written.</summary>
    public int BufferDocuments { get; init; } = int.MaxValue;

    /// <summary>
    /// So many segments of similar size are merged into one, in the background; 0 turns merging off.
    /// </summary>
    public int MergeFactor { get; init; } = 10;

    /// <summary>Merges that run at once; at least 1.</summary>
    public int MergeThreads { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>Background merging makes no segment larger than this many bytes.</summary>
    public long MaxMergedBytes { get; init; } = 5L << 30;

    /// <summary>Smaller segments count as being of this size, in bytes, so that they are merged soon.</summary>
    public long FloorSegmentBytes { get; init; } = 2L << 20;
}
