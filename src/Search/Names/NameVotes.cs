namespace Dateline.Search.Names;

/// <summary>
/// The tags that the words of a document got in a first reading, so that a second can draw the tokens of one word
/// toward each other: a name is mostly the same wherever a text repeats it. Reused; not thread-safe.
/// </summary>
internal sealed class NameVotes
{
    // In the unit of the weights: what a word gets toward a tag that very many of its other tokens all have.
    private const int Unanimous = 100;

    private const int Tags = 4;
    private const int Stride = Tags + 1;

    private uint[] _keys = new uint[256];
    private byte[] _counts = new byte[256 * Stride];

    /// <summary>Forgets the last document and makes room for this many tokens.</summary>
    public void Reset(int tokens)
    {
        var slots = 256;
        while (slots < tokens * 2)
            slots *= 2;
        if (slots > _keys.Length || slots * 16 < _keys.Length)
            (_keys, _counts) = (new uint[slots], new byte[slots * Stride]);
        Array.Clear(_keys);
        Array.Clear(_counts);
    }

    /// <summary>Counts the labels of a sentence; only sentences in ordinary case vote.</summary>
    public void Add(ReadOnlySpan<TokenFacts> sentence, SentenceManner manner, ReadOnlySpan<byte> labels)
    {
        if (manner.Case != SentenceCase.Ordinary)
            return;
        for (var at = 0; at < sentence.Length; at++)
        {
            if (!HasVote(sentence, at, labels[at]))
                continue;
            var slot = Slot(sentence[at].Lower);
            _keys[slot] = Stored(sentence[at].Lower);
            ref var count = ref _counts[(slot * Stride) + (labels[at] >> 2)];
            count += (byte)(count < byte.MaxValue ? 1 : 0);
        }
    }

    /// <summary>Adds to a sentence's scores what its words got elsewhere.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="manner">How it is written.</param>
    /// <param name="labels">Its labels in the first reading, which are not counted for themselves.</param>
    /// <param name="scores">Scores of <see cref="NameDecoder.Score"/>.</param>
    /// <returns>False when nothing was added.</returns>
    public bool Apply(
        ReadOnlySpan<TokenFacts> sentence, SentenceManner manner, ReadOnlySpan<byte> labels, Span<short> scores)
    {
        var added = false;
        for (var at = 0; at < sentence.Length; at++)
        {
            var isOrdinary = manner.Case == SentenceCase.Ordinary;
            if (sentence[at].Case == CasePattern.None
                || (sentence[at].Case == CasePattern.Lower && isOrdinary && labels[at] == NameLabels.Outside))
                continue;
            var own = isOrdinary && HasVote(sentence, at, labels[at]) ? labels[at] >> 2 : -1;
            added |= Add(_counts.AsSpan(Slot(sentence[at].Lower) * Stride, Stride), own,
                scores.Slice(at * NameLabels.Weighted, NameLabels.Weighted));
        }

        return added;
    }

    private static bool Add(ReadOnlySpan<byte> counts, int own, Span<short> scores)
    {
        var others = own < 0 ? 0 : -1;
        foreach (var count in counts)
            others += count;
        if (others <= 0)
            return false;
        for (var label = 0; label < NameLabels.Weighted; label++)
        {
            var agreeing = counts[label >> 2] - (label >> 2 == own ? 1 : 0);
            scores[label] += (short)(Unanimous * agreeing / (others + 1));
        }

        return true;
    }

    // A word outside names votes where its capital says that it could have been one.
    private static bool HasVote(ReadOnlySpan<TokenFacts> sentence, int at, byte label) =>
        label != NameLabels.Outside
            || (at > 0 && sentence[at].Case is not (CasePattern.None or CasePattern.Lower));

    private static uint Stored(uint key) => key | 1;

    private int Slot(uint key)
    {
        key = Stored(key);
        var mask = _keys.Length - 1;
        var slot = (int)WordHash.Mix(key) & mask;
        while (_keys[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }
}
