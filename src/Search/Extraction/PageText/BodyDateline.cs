using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PageText;

/// <summary>The place words at the head of a finished body.</summary>
internal static class BodyDateline
{
    public static Evidence? Find(string body)
    {
        if (!Datelines.TryParse(body, out var dateline) || !dateline.HasPlace)
            return null;
        var (start, length) = dateline.Place.GetOffsetAndLength(body.Length);
        return new Evidence(EvidenceField.Body, start, start + length, body.Substring(start, length), "dateline");
    }
}
