using System.Text;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Checking;

/// <summary>Reads from a damaged segment what can still be read.</summary>
internal static class SegmentSalvage
{
    /// <summary>Terms of a field that a live document has, up to where reading fails.</summary>
    public static HashSet<string> Terms(IndexDirectory directory, SegmentCommit segment, string field)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var problems = new PartProblems("salvage", "terms", segment.Info.Name);
        ulong[] live = [];
        problems.Try(() => live = LiveDocsFormat.Read(directory, segment));
        problems.Try(() => Walk(directory, segment, field, live, found));
        return found;
    }

    private static void Walk(
        IndexDirectory directory, SegmentCommit segment, string field, ulong[] live, HashSet<string> found)
    {
        using var reader = new SegmentParts(directory, segment).Terms();
        if (reader?.Field(field) is not { } terms) return;
        var cursor = terms.Terms();
        while (cursor.Next())
        {
            var postings = terms.Postings(cursor.State, PostingsParts.Docs);
            for (var docId = postings.Next(); docId != DocCursor.NoMoreDocs; docId = postings.Next())
            {
                if (live.Length > 0 && (live[docId >> 6] >> (docId & 63) & 1) == 0) continue;
                found.Add(Encoding.UTF8.GetString(cursor.Term));
                break;
            }
        }
    }
}
