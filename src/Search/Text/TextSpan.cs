namespace Dateline.Search.Text;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last, not before <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Units in the span.</summary>
    public int Length => End - Start;

    /// <summary>True when the spans share a unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The words themselves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];
}
