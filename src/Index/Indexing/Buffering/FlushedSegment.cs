using Dateline.Index.Indexing.Segments;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>A segment just written.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Numbers">The ascending operation number of each document.</param>
internal sealed record FlushedSegment(WriterSegment Segment, long[] Numbers);
