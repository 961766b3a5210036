using System.Buffers;
using Dateline.Search.Text;

namespace Dateline.Search.Stories;

/// <summary>
/// The set of a text's shingles: runs of <see cref="Words"/> words, case folded and without punctuation, each as a
/// 32-bit hash. Comparing the sets of two texts tells how much of one occurs in the other, whatever the order of its
/// paragraphs (Broder, "On the resemblance and containment of documents", 1997). Immutable; the same text gives the
/// same set on every machine.
/// </summary>
public sealed class TextShingles
{
    /// <summary>Words in a shingle.</summary>
    public const int Words = 5;

    // Winnowing (Schleimer, Wilkerson, Aiken 2003): of every run of this many shingles the least hash is an anchor, so
    // two texts that share such a run share an anchor. One shingle in about (run + 1) / 2 becomes one.
    private const int AnchorRun = 40;

    private readonly uint[] _sorted;

    private TextShingles(uint[] sorted, uint[] anchors)
    {
        _sorted = sorted;
        Anchors = anchors;
    }

    /// <summary>Number of different shingles; 0 for a text of fewer than <see cref="Words"/> words.</summary>
    public int Count => _sorted.Length;

    /// <summary>The few shingles by which copies of the text are looked up, ascending.</summary>
    public IReadOnlyList<uint> Anchors { get; }

    /// <summary>Reads a text; the time is linear in its length.</summary>
    public static TextShingles Of(ReadOnlySpan<char> text)
    {
        var words = ArrayPool<uint>.Shared.Rent(text.Length / 2 + 1);
        try
        {
            var count = HashWords(text, words);
            var inOrder = count < Words ? [] : new uint[count - Words + 1];
            for (var k = 0; k < inOrder.Length; k++)
                inOrder[k] = Mix(words.AsSpan(k, Words));
            var anchors = Winnow(inOrder);
            return new TextShingles(SortedDistinct(inOrder), anchors);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(words);
        }
    }

    /// <summary>How many shingles both have.</summary>
    public int SharedWith(TextShingles other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int at = 0, otherAt = 0, shared = 0;
        while (at < _sorted.Length && otherAt < other._sorted.Length)
        {
            var (mine, theirs) = (_sorted[at], other._sorted[otherAt]);
            if (mine == theirs) shared++;
            if (mine <= theirs) at++;
            if (theirs <= mine) otherAt++;
        }

        return shared;
    }

    // FNV-1a over the UTF-16 units of each word in lower case; returns the number of words.
    private static int HashWords(ReadOnlySpan<char> text, Span<uint> words)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var hash = Fnv1a.Seed;
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++)
                hash = Fnv1a.Add(hash, char.ToLowerInvariant(text[at]));
            words[count++] = hash;
        }

        return count;
    }

    private static uint Mix(ReadOnlySpan<uint> words)
    {
        var hash = 0x9E3779B97F4A7C15ul;
        foreach (var word in words)
        {
            hash = (hash ^ word) * 0xFF51AFD7ED558CCDul;
            hash ^= hash >> 32;
        }

        return (uint)hash;
    }

    private static uint[] Winnow(uint[] hashes)
    {
        if (hashes.Length == 0)
            return [];
        List<uint> anchors = [];
        var least = -1;
        for (var end = Math.Min(AnchorRun, hashes.Length); end <= hashes.Length; end++)
        {
            var start = Math.Max(0, end - AnchorRun);
            if (least >= start && hashes[least] < hashes[end - 1])
                continue;
            least = least < start ? Least(hashes, start, end) : end - 1;
            anchors.Add(hashes[least]);
        }

        return SortedDistinct([.. anchors]);
    }

    private static int Least(uint[] hashes, int start, int end)
    {
        var least = end - 1;
        for (var k = end - 2; k >= start; k--)
        {
            if (hashes[k] < hashes[least])
                least = k;
        }

        return least;
    }

    private static uint[] SortedDistinct(uint[] hashes)
    {
        var sorted = (uint[])hashes.Clone();
        Array.Sort(sorted);
        var count = 0;
        foreach (var hash in sorted)
        {
            if (count == 0 || sorted[count - 1] != hash)
                sorted[count++] = hash;
        }

        return sorted[..count];
    }
}
