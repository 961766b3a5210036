using System.Runtime.InteropServices;
using Dateline.Index.Collecting;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// The documents of many terms. They are gathered as a set when the cursor is first moved, or for the first documents
/// of the segment alone when no more are wanted.
/// </summary>
internal sealed class TermsUnionCursor(
    SegmentReader segment, FieldTerms terms, CancellationToken cancellation) : DocCursor
{
    private const int TermsPerCheck = 64;

    private readonly List<TermState> _states = [];
    private BitsCursor? _all;
    private long _cost;

    public override int DocId => _all?.DocId ?? -1;

    public override long Cost => Math.Min(_cost, segment.MaxDoc);

    /// <summary>The whole set.</summary>
    public BitsCursor All => _all ??= new BitsCursor(Gather(DocCursor.NoMoreDocs), Cost);

    /// <summary>Adds a term; not after a move.</summary>
    public void Add(in TermState state)
    {
        _states.Add(state);
        _cost += state.DocFreq;
    }

    public override int Next() => All.Next();

    public override int Advance(int target) => All.Advance(target);

    /// <summary>The documents below a limit.</summary>
    public DocBits Gather(int limit)
    {
        var bits = new DocBits(Math.Min(limit, segment.MaxDoc));
        var documents = terms.Documents();
        for (var k = 0; k < _states.Count; k++)
        {
            if (k % TermsPerCheck == 0) cancellation.ThrowIfCancellationRequested();
            documents.AddTo(bits, CollectionsMarshal.AsSpan(_states)[k]);
        }

        return bits;
    }
}
