using Dateline.Search.Extraction.PageText;

namespace Dateline.Search.Extraction;

/// <summary>Where the report itself begins in a body that keeps its dateline ("BEIRUT, June 3 (Reuters) - ").</summary>
public static class BodyStart
{
    /// <summary>First UTF-16 unit after the dateline; 0 when the body has none.</summary>
    public static int AfterDateline(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Datelines.TryParse(body, out var dateline) && dateline.Length < body.Length ? dateline.Length : 0;
    }
}
