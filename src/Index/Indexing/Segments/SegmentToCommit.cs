using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Segments;

/// <summary>A segment as the commit under way will have it.</summary>
/// <param name="Segment">The segment, which may be changed or merged away meanwhile.</param>
/// <param name="State">What the commit says of it.</param>
/// <param name="View">The live documents to write first; null when a file has them already.</param>
internal sealed record SegmentToCommit(WriterSegment Segment, SegmentCommit State, DiskSegmentReader? View)
{
    /// <summary>Writes the live-docs file the state refers to.</summary>
    public void WriteLiveDocs(IndexDirectory directory)
    {
        if (View is not null) LiveDocsFormat.Write(directory, State, View.LiveBits);
    }
}
