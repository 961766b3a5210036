namespace Dateline.Index.Reading;

/// <summary>
/// The documents of one term in one segment, with frequency and, if asked for, positions and offsets.
/// </summary>
public abstract class PostingsCursor : DocCursor
{
    private int[]? _single; // document and frequency of a cursor that decodes no blocks

    /// <summary>
    /// The current document and those after it that are decoded already; at least one. Legal only on a document; valid
    /// until the next move.
    /// </summary>
    public virtual ReadOnlySpan<int> BlockDocs
    {
        get
        {
            _single ??= new int[2];
            _single[0] = DocId;
            return _single.AsSpan(0, 1);
        }
    }

    /// <summary>Frequencies of <see cref="BlockDocs"/>.</summary>
    public virtual ReadOnlySpan<int> BlockFreqs
    {
        get
        {
            _single ??= new int[2];
            _single[1] = Freq;
            return _single.AsSpan(1, 1);
        }
    }

    /// <summary>
    /// Does what that many calls of <see cref="DocCursor.Next"/> do; <paramref name="count"/> is from 1 to the length
    /// of <see cref="BlockDocs"/>.
    /// </summary>
    public virtual int Pass(int count) => Next();

    /// <summary>Occurrences in the current document; 1 where frequencies are not indexed.</summary>
    public abstract int Freq { get; }

    /// <summary>
    /// Next token position in the current document, ascending. May be called <see cref="Freq"/> times a document.
    /// Returns -1 when positions are not indexed or were not asked for.
    /// </summary>
    public abstract int NextPosition();

    /// <summary>
    /// Reads the positions of the current document up to the first above <paramref name="upTo"/>, that one included,
    /// and returns how many they are. May be called once a document, instead of <see cref="NextPosition"/>.
    /// </summary>
    /// <param name="positions">Receives them from index 0; grown as needed.</param>
    /// <param name="upTo">Positions beyond are not needed.</param>
    internal virtual int ReadPositions(ref int[] positions, int upTo)
    {
        var count = 0;
        for (var left = Freq; left > 0 && (count == 0 || positions[count - 1] <= upTo); left--)
        {
            var position = NextPosition();
            if (position < 0) break;
            if (count == positions.Length) Array.Resize(ref positions, Math.Max(8, 2 * count));
            positions[count++] = position;
        }

        return count;
    }

    /// <summary>First UTF-16 unit of the token last returned; -1 without offsets.</summary>
    public abstract int StartOffset { get; }

    /// <summary>Unit after the token last returned; -1 without offsets.</summary>
    public abstract int EndOffset { get; }

    /// <summary>
    /// Looks ahead without moving: finds a range of documents that starts at or before <paramref name="target"/> and
    /// returns its last document (<see cref="DocCursor.NoMoreDocs"/> when it reaches to the end); <see cref="Impacts"/>
    /// then bound every document of that range from <paramref name="target"/> on. Targets must not decrease.
    /// </summary>
    public abstract int AdvanceShallow(int target);

    /// <summary>
    /// Competitive (freq, norm) pairs of the range last found by <see cref="AdvanceShallow"/>, norms ascending
    /// (unsigned) and freqs ascending. Never empty after that call.
    /// </summary>
    public abstract ReadOnlySpan<Impact> Impacts { get; }
}

/// <summary>
/// An upper bound for scoring: no document of the range has a higher frequency at this norm or a smaller one.
/// </summary>
/// <param name="Freq">Term frequency.</param>
/// <param name="Norm">Length byte, 0 to 255; 1 where the field has no norms.</param>
public readonly record struct Impact(int Freq, int Norm);

/// <summary>What a postings cursor must decode.</summary>
[Flags]
public enum PostingsParts
{
    /// <summary>Document ids only.</summary>
    Docs = 0,

    /// <summary>Frequencies.</summary>
    Freqs = 1,

    /// <summary>Positions (implies frequencies).</summary>
    Positions = 3,

    /// <summary>Offsets (implies positions).</summary>
    Offsets = 7,
}
