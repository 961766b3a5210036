using Dateline.Index.Querying;

namespace Dateline.Index.Collecting;

/// <summary>Takes the live matches of a search, segment by segment in document order. Structs, so that calls are direct.</summary>
internal interface IHitSink
{
    /// <summary>A segment begins; <paramref name="scorer"/> stands on each document passed to <see cref="Add"/>.</summary>
    void Begin(SegmentContext segment, Scorer scorer);

    /// <summary>A live match, by its id in the segment.</summary>
    void Add(int docId);
}
