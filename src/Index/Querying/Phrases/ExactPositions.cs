namespace Dateline.Index.Querying;

/// <summary>
/// Places of one document where the parts of a phrase stand exactly. The starts that the first part allows are thinned
/// out by the others one after another; positions of a part are read only while there are starts left, and no further
/// than the last of them needs.
/// </summary>
/// <param name="parts">The parts, rarest first.</param>
internal sealed class ExactPositions(PhrasePart[] parts)
{
    private const int Few = 4;

    private int[] _starts = new int[16];
    private int[] _positions = new int[16];

    /// <summary>The number of places in the current document, in which all parts occur.</summary>
    public int Frequency()
    {
        var first = parts[0];
        var count = first.Postings.ReadPositions(ref _starts, int.MaxValue);
        foreach (ref var start in _starts.AsSpan(0, count)) start -= first.Offset;
        for (var k = 1; k < parts.Length && count > 0; k++) count = Keep(_starts.AsSpan(0, count), parts[k]);
        return count;
    }

    // Moves the starts that the part allows to the front.
    private int Keep(Span<int> starts, PhrasePart part)
    {
        var read = part.Postings.ReadPositions(ref _positions, starts[^1] + part.Offset);
        var positions = _positions.AsSpan(0, read);
        return starts.Length <= Few
            ? KeepFew(starts, positions, part.Offset) : KeepMany(starts, positions, part.Offset);
    }

    private static int KeepFew(Span<int> starts, ReadOnlySpan<int> positions, int offset)
    {
        var kept = 0;
        foreach (var start in starts)
        {
            if (positions.Contains(start + offset)) starts[kept++] = start;
        }

        return kept;
    }

    private static int KeepMany(Span<int> starts, ReadOnlySpan<int> positions, int offset)
    {
        var (kept, at) = (0, 0);
        foreach (var start in starts)
        {
            while (at < positions.Length && positions[at] < start + offset) at++;
            if (at == positions.Length) break;
            if (positions[at] == start + offset) starts[kept++] = start;
        }

        return kept;
    }
}
