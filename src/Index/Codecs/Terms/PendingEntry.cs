using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.Terms;

/// <summary>A term, or a finished block, that waits to be put into a block.</summary>
internal struct PendingEntry
{
    /// <summary>Where the entry's bytes (the term, or the block's prefix) start in the writer's byte stack.</summary>
    public int Start;

    /// <summary>Length of those bytes.</summary>
    public int Length;

    /// <summary>Position of the first block of the group in <c>.tim</c>; -1 for a term.</summary>
    public long BlockPointer;

    /// <summary>The term's statistics and pointers.</summary>
    public TermState State;

    /// <summary>True for a term.</summary>
    public readonly bool IsTerm => BlockPointer < 0;
}
