using Dateline.Index.Reading;
using Dateline.Index.Scoring;

namespace Dateline.Index.Querying;

/// <summary>
/// Upper bounds of one term's scores by ranges of documents: one per block of its skip data, or the highest score
/// itself where the term has a single block. Questions must come in document order.
/// </summary>
internal sealed class TermBounds
{
    private readonly List<(int End, float Bound)> _blocks = [];
    private int _at;

    /// <summary>Reads the bounds.</summary>
    /// <param name="postings">A cursor of the term's frequencies that is used for nothing else.</param>
    /// <param name="norms">The norms.</param>
    /// <param name="similarity">How the term is scored.</param>
    public TermBounds(PostingsCursor postings, NormValues? norms, Bm25 similarity)
    {
        if (!TryScoreAll(postings, norms, similarity)) ReadBlocks(postings, similarity);
        for (var k = 0; k < _blocks.Count; k++) Highest = Math.Max(Highest, _blocks[k].Bound);
    }

    /// <summary>No document scores higher.</summary>
    public float Highest { get; }

    /// <summary>
    /// No document from <paramref name="from"/> to <paramref name="to"/> scores higher; 0 when there is none.
    /// </summary>
    public float Over(int from, int to)
    {
        MoveTo(from);
        var highest = 0f;
        for (var k = _at; k < _blocks.Count; k++)
        {
            highest = Math.Max(highest, _blocks[k].Bound);
            if (_blocks[k].End >= to) break;
        }

        return highest;
    }

    /// <summary>Last document of the block that <paramref name="docId"/> falls in.</summary>
    public int EndOf(int docId)
    {
        MoveTo(docId);
        return _at < _blocks.Count ? _blocks[_at].End : DocCursor.NoMoreDocs;
    }

    /// <summary>
    /// First document at or after <paramref name="from"/> in a block whose bound is above <paramref name="threshold"/>.
    /// </summary>
    public int FirstAbove(int from, float threshold)
    {
        MoveTo(from);
        while (_at < _blocks.Count)
        {
            if (_blocks[_at].Bound > threshold) return from;
            if (_blocks[_at].End == DocCursor.NoMoreDocs) break;
            from = _blocks[_at++].End + 1;
        }

        return DocCursor.NoMoreDocs;
    }

    private void MoveTo(int docId)
    {
        while (_at < _blocks.Count && _blocks[_at].End < docId) _at++;
    }

    private bool TryScoreAll(PostingsCursor postings, NormValues? norms, Bm25 similarity)
    {
        const int Most = 128; // a packed block; longer lists have skip data
        if (postings.Cost > Most) return false;
        Span<float> scores = stackalloc float[Most];
        for (var docId = postings.Next(); docId != DocCursor.NoMoreDocs;)
        {
            var docs = postings.BlockDocs;
            similarity.Score(docs, postings.BlockFreqs, norms, scores);
            var highest = 0f;
            foreach (var score in scores[..docs.Length]) highest = Math.Max(highest, score);
            _blocks.Add((docs[^1], highest));
            docId = postings.Pass(docs.Length);
        }

        return true;
    }

    private void ReadBlocks(PostingsCursor postings, Bm25 similarity)
    {
        for (var target = 0; ;)
        {
            var end = postings.AdvanceShallow(target);
            var bound = 0f;
            foreach (var impact in postings.Impacts)
                bound = Math.Max(bound, similarity.Score(impact.Freq, impact.Norm));
            _blocks.Add((end, bound));
            if (end == DocCursor.NoMoreDocs) return;
            target = end + 1;
        }
    }
}
