using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Checking;

/// <summary>
/// The postings of one term: documents, frequencies, positions and offsets in order and as many as the dictionary says;
/// impacts that bound every document; jumps that land where walking does.
/// </summary>
internal sealed class PostingsCheck(
    FieldTerms terms, TermState state, FieldInfo field, NormValues? norms, int maxDoc, ulong[] seen)
{
    private const int Jumps = 8;
    private const int SkipFrom = 128;

    private readonly List<int> _docIds = [];
    private int _bound = -1;

    /// <summary>What is wrong, or null.</summary>
    public string? Run()
    {
        var cursor = terms.Postings(state, PostingsParts.Offsets);
        var impacts = state.DocFreq > SkipFrom ? terms.Postings(state, PostingsParts.Freqs) : null;
        var (last, count, freqs) = (-1, 0, 0L);
        while (cursor.Next() != DocCursor.NoMoreDocs)
        {
            var docId = cursor.DocId;
            if (docId <= last || docId >= maxDoc) return $"document {docId} of {maxDoc} follows {last}";
            last = docId;
            count++;
            freqs += cursor.Freq;
            seen[docId >> 6] |= 1UL << (docId & 63);
            if (cursor.Freq < 1) return $"document {docId} has frequency {cursor.Freq}";
            if (WrongPositions(cursor) is { } what) return $"document {docId}: {what}";
            if (impacts is null) continue;
            _docIds.Add(docId);
            if (!IsBounded(impacts, docId, cursor.Freq))
                return $"document {docId} has frequency {cursor.Freq}, more than its block's impacts allow";
        }

        if (count != state.DocFreq) return $"{count} documents, the dictionary says {state.DocFreq}";
        if (field.HasFreqs && freqs != state.TotalTermFreq)
            return $"{freqs} occurrences, the dictionary says {state.TotalTermFreq}";
        return impacts is null ? null : WrongJump();
    }

    private string? WrongPositions(PostingsCursor cursor)
    {
        if (!field.HasPositions) return null;
        var (last, lastStart) = (-1, 0);
        for (var left = cursor.Freq; left > 0; left--)
        {
            var position = cursor.NextPosition();
            if (position < 0 || position < last) return $"position {position} follows {last}";
            last = position;
            if (!field.HasOffsets) continue;
            if (cursor.StartOffset < lastStart || cursor.EndOffset < cursor.StartOffset)
                return $"offsets {cursor.StartOffset} to {cursor.EndOffset} follow a start of {lastStart}";
            lastStart = cursor.StartOffset;
        }

        return null;
    }

    private bool IsBounded(PostingsCursor impacts, int docId, int freq)
    {
        if (docId > _bound) _bound = impacts.AdvanceShallow(docId);
        var norm = norms?.Get(docId) ?? 1;
        foreach (var impact in impacts.Impacts)
            if (impact.Norm <= norm && impact.Freq >= freq) return true;
        return false;
    }

    private string? WrongJump()
    {
        var cursor = terms.Postings(state, PostingsParts.Positions);
        var step = Math.Max(1, _docIds.Count / Jumps);
        for (var at = step / 2; at < _docIds.Count; at += step)
        {
            var target = _docIds[at];
            if (cursor.Advance(target) is var found && found != target)
                return $"jumping to document {target} leads to {found}";
            if (field.HasPositions && cursor.NextPosition() < 0)
                return $"document {target} has no position after a jump";
        }

        return null;
    }
}
