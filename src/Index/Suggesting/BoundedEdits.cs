namespace Dateline.Index.Suggesting;

/// <summary>
/// Edit distance to one word, given up as soon as it exceeds a bound: insertions, deletions, replacements and swaps of
/// neighbours of UTF-16 units (restricted Damerau-Levenshtein), with one machine word per row (Hyyrö, "A Bit-Vector
/// Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003). Not thread-safe.
/// </summary>
internal sealed class BoundedEdits
{
    /// <summary>Longest word, in UTF-16 units.</summary>
    public const int MaxLength = 64;

    private readonly ulong[] _ascii = new ulong[128]; // bit k: unit k of the word is this one
    private readonly Dictionary<char, ulong> _others = [];
    private readonly int _length;

    /// <param name="word">1 to <see cref="MaxLength"/> units.</param>
    public BoundedEdits(ReadOnlySpan<char> word)
    {
        ArgumentOutOfRangeException.ThrowIfZero(word.Length, nameof(word));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(word.Length, MaxLength, nameof(word));
        _length = word.Length;
        for (var k = 0; k < word.Length; k++)
        {
            if (char.IsAscii(word[k])) _ascii[word[k]] |= 1UL << k;
            else _others[word[k]] = _others.GetValueOrDefault(word[k]) | 1UL << k;
        }
    }

    /// <summary>The distance, or <paramref name="most"/> + 1 when it is larger.</summary>
    public int Distance(ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(other.Length - _length) > most) return most + 1;
        var (up, down, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var last = 1UL << (_length - 1);
        var distance = _length;
        for (var k = 0; k < other.Length; k++)
        {
            var here = char.IsAscii(other[k]) ? _ascii[other[k]] : _others.GetValueOrDefault(other[k]);
            diagonal = (((~diagonal & here) << 1) & before) | (((here & up) + up) ^ up) | here | down;
            var right = down | ~(diagonal | up);
            var left = diagonal & up;
            if ((right & last) != 0) distance++;
            if ((left & last) != 0) distance--;
            if (distance - (other.Length - k - 1) > most) return most + 1; // each unit left lowers it by one at best
            right = right << 1 | 1;
            up = left << 1 | ~(diagonal | right);
            down = right & diagonal;
            before = here;
        }

        return Math.Min(distance, most + 1);
    }
}
