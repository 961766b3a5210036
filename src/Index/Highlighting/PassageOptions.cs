namespace Dateline.Index.Highlighting;

/// <summary>How passages are cut.</summary>
public sealed record PassageOptions
{
    /// <summary>Most passages to return; default 3.</summary>
    public int MaxPassages { get; init; } = 3;

    /// <summary>
    /// Longest passage in UTF-16 units, from 40 to 2,000; default 240. A longer sentence is cut between words.
    /// </summary>
    public int MaxLength { get; init; } = 240;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxPassages);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 40);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxLength, 2000);
    }
}
