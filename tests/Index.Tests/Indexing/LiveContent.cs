using Dateline.Index.Reading;

namespace Dateline.Index.Tests.Indexing;

/// <summary>What a reader shows of <see cref="Documents.Small"/> documents.</summary>
internal static class LiveContent
{
    /// <summary>Id and body of every live document, in document order.</summary>
    public static List<(string Id, string Body)> Of(IndexReader reader)
    {
        var found = new List<(string, string)>();
        foreach (var segment in reader.Segments)
            for (var docId = 0; docId < segment.MaxDoc; docId++)
                if (segment.LiveBits.IsEmpty || (segment.LiveBits[docId >> 6] >> docId & 1) != 0)
                    found.Add(((string)segment.Stored(docId)[0].Value, (string)segment.Stored(docId)[1].Value));
        return found;
    }
}
