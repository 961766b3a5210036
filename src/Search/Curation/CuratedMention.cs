using Dateline.Search.Articles;

namespace Dateline.Search.Curation;

/// <summary>A mention of a value, or a value without any, while curation moves it.</summary>
/// <param name="source">Number of the value it was taken for.</param>
/// <param name="mention">The mention; null for a value without any.</param>
/// <param name="key">How records know it, see <see cref="Values"/>.</param>
internal sealed class CuratedMention(int source, Evidence? mention, string key)
{
    public int Source => source;

    public Evidence? Mention => mention;

    public string Key => key;

    public required string Value { get; set; }

    public List<long> MovedBy { get; } = [];

    /// <summary>True when it is of another than it was taken for, not of the same under another id.</summary>
    public bool IsOther { get; private set; }

    public void MoveTo(string value, CurationRecord by)
    {
        Value = value;
        MovedBy.Add(by.Id);
        IsOther |= by.Operation is not CurationOperation.Merge;
    }
}
