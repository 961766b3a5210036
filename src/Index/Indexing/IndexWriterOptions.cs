using Dateline.Index.Analysis;

namespace Dateline.Index.Indexing;

/// <summary>How an <see cref="IndexWriter"/> works.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Cuts text fields into terms.</summary>
    public required Analyzer Analyzer { get; init; }

    /// <summary>Heap bytes buffered before a segment is written; at most 1 GiB is used.</summary>
    public long BufferBytes { get; init; } = 64L << 20;

    /// <summary>Documents buffered before a segment is written.</summary>
    public int BufferDocuments { get; init; } = int.MaxValue;

    /// <summary>So many segments of similar size are merged into one at commit; 0 turns merging off.</summary>
    public int MergeFactor { get; init; } = 10;
}
