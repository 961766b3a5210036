namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// One logical line: trimmed, not empty; a paragraph hard-wrapped over several physical lines is one.
/// </summary>
internal struct PageLine
{
    /// <summary>First unit in the source.</summary>
    public int Start;

    /// <summary>Unit after the last.</summary>
    public int End;

    /// <summary>Number of the block (lines without a blank line between them) it stands in.</summary>
    public int Block;

    /// <summary>Number of words.</summary>
    public int Words;

    /// <summary>Ends like a sentence.</summary>
    public bool Closed;

    /// <summary>Hash of its text, to find repeated lines.</summary>
    public ulong Hash;

    /// <summary>Its look.</summary>
    public LineKind Kind;

    public readonly int Length => End - Start;

    public readonly ReadOnlySpan<char> Of(string source) => source.AsSpan(Start, End - Start);

    /// <summary>True when its text begins with a dateline.</summary>
    public readonly bool IsDatelined(string source) =>
        Kind == LineKind.Prose && Datelines.TryParse(Of(source), out var dateline)
        && (dateline.HasOutlet || dateline.HasPlace);
}
