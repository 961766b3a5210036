using System.Numerics;

namespace Dateline.Index.Collecting;

/// <summary>A set of documents of one segment, one bit each.</summary>
public sealed class DocBits(int maxDoc)
{
    private readonly ulong[] _words = new ulong[(maxDoc + 63) / 64];

    /// <summary>Documents the set can hold: 0 to MaxDoc - 1.</summary>
    public int MaxDoc => maxDoc;

    /// <summary>The bits; bit d % 64 of word d / 64 stands for document d.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    internal ulong[] WordArray => _words;

    /// <summary>Adds a document.</summary>
    public void Add(int docId) => _words[docId >> 6] |= 1UL << docId;

    /// <summary>Adds several documents.</summary>
    public void Add(ReadOnlySpan<int> docs)
    {
        var words = _words;
        foreach (var docId in docs) words[docId >> 6] |= 1UL << docId;
    }

    /// <summary>True when the document is in the set.</summary>
    public bool Contains(int docId) => (_words[docId >> 6] >> docId & 1) != 0;

    /// <summary>Number of documents in the set.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>
    /// First document of the set at or after <paramref name="docId"/>, or <see cref="int.MaxValue"/>.
    /// </summary>
    public int NextFrom(int docId)
    {
        if (docId >= maxDoc) return int.MaxValue;
        var at = docId >> 6;
        var word = _words[at] >> docId << docId;
        while (word == 0)
        {
            if (++at == _words.Length) return int.MaxValue;
            word = _words[at];
        }

        return (at << 6) + BitOperations.TrailingZeroCount(word);
    }

    /// <summary>A set of its own with the same documents.</summary>
    public DocBits Clone()
    {
        var copy = new DocBits(maxDoc);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>Adds the documents of <paramref name="other"/>, which is of the same segment.</summary>
    public void UnionWith(DocBits other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var k = 0; k < _words.Length; k++) _words[k] |= other._words[k];
    }

    /// <summary>
    /// Keeps only documents that are set in <paramref name="words"/>, laid out as <see cref="Words"/>.
    /// </summary>
    internal void IntersectWith(ReadOnlySpan<ulong> words)
    {
        for (var k = 0; k < _words.Length; k++) _words[k] &= words[k];
    }

    /// <summary>Keeps only documents that are also in <paramref name="other"/>, which is of the same segment.</summary>
    public void IntersectWith(DocBits other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var k = 0; k < _words.Length; k++) _words[k] &= other._words[k];
    }
}
