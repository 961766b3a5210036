using Dateline.Index.Collecting;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>Adds the documents of one term after another to a set, with one buffer for all of them.</summary>
internal sealed class BlockDocsCollector(PostingsInputs inputs, FieldInfo field) : DocsCollector
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly IndexInput _input = inputs.Docs.Clone();
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _freqs = field.HasFreqs ? new int[BlockSize] : [];

    public override void AddTo(DocBits bits, in TermState state)
    {
        var limit = bits.MaxDoc;
        if (state.DocFreq == 1)
        {
            if (state.SingletonDoc < limit) bits.Add(state.SingletonDoc);
            return;
        }

        _input.Position = state.DocPointer;
        var lastDoc = -1;
        for (var left = state.DocFreq; left > 0 && lastDoc < limit;)
        {
            var docs = _docs.AsSpan(0, Math.Min(left, BlockSize));
            if (docs.Length == BlockSize) ReadPacked(lastDoc);
            else
                DocBlocks.ReadTail(
                    _input, lastDoc, inputs.MaxDoc, docs, _freqs.AsSpan(0, Math.Min(docs.Length, _freqs.Length)));
            lastDoc = docs[^1];
            left -= docs.Length;
            while (!docs.IsEmpty && docs[^1] >= limit) docs = docs[..^1];
            bits.Add(docs);
        }
    }

    private void ReadPacked(int lastDoc)
    {
        DocBlocks.ReadPacked(_input, lastDoc, inputs.MaxDoc, _docs);
        if (field.HasFreqs) PackedBlock.SkipPatched(_input);
    }
}
