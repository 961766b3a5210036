using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>The last step of writing a segment, the same for flushing and merging.</summary>
internal static class SegmentWriting
{
    /// <summary>Writes <c>.si</c> over the files created.</summary>
    public static SegmentInfo Finish(
        IndexDirectory directory, SegmentFiles files, IReadOnlyList<string> otherFiles, string source,
        LuceneVersion minVersion)
    {
        var info = new SegmentInfo
        {
            Name = files.Segment,
            Id = files.Id,
            MaxDoc = files.MaxDoc,
            MinVersion = minVersion,
            Files = [.. files.Created, .. otherFiles, files.FileName(SegmentInfoFormat.Extension)],
            Diagnostics = new Dictionary<string, string> { ["source"] = source, ["writer"] = "Dateline" },
            Attributes = new Dictionary<string, string> { [SegmentInfo.StoredModeKey] = SegmentInfo.FastMode },
        };
        SegmentInfoFormat.Write(directory, info);
        return info;
    }
}
