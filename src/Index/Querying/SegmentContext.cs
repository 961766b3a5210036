using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>A segment and its place in the index.</summary>
/// <param name="Ordinal">Position among the segments.</param>
/// <param name="DocBase">Id of its first document in the whole index.</param>
/// <param name="Reader">Its content.</param>
public sealed record SegmentContext(int Ordinal, int DocBase, SegmentReader Reader);
