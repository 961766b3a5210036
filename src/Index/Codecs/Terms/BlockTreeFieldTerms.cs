using System.Runtime.CompilerServices;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>The terms of one field: the index leads to the one block a term can be in (LUCENE87 section 12).</summary>
internal sealed class BlockTreeFieldTerms : FieldTerms
{
    private const int MaxPooledSuffixes = 1 << 20;

    [ThreadStatic]
    private static byte[]? _suffixBuffer;

    private readonly byte[] _minTerm;
    private readonly byte[] _maxTerm;
    private readonly PostingsInputs _postings;

    public BlockTreeFieldTerms(FieldMeta meta, IndexInput terms, IndexInput index, PostingsInputs postings)
    {
        Field = meta.Field;
        TermsInput = terms;
        IndexInput = index;
        RootNode = meta.RootNode;
        RootCode = meta.RootCode;
        TermCount = meta.TermCount;
        SumTotalTermFreq = meta.SumTotalTermFreq;
        SumDocFreq = meta.SumDocFreq;
        DocCount = meta.DocCount;
        (_minTerm, _maxTerm, _postings) = (meta.MinTerm, meta.MaxTerm, postings);
    }

    public FieldInfo Field { get; }

    /// <summary><c>.tim</c>.</summary>
    public IndexInput TermsInput { get; }

    /// <summary>The field's FST within <c>.tip</c>.</summary>
    public IndexInput IndexInput { get; }

    /// <summary>Address of the FST's first node; 0 when only the empty prefix has a block.</summary>
    public int RootNode { get; }

    /// <summary>Code of the empty prefix.</summary>
    public byte[] RootCode { get; }

    public int MaxDoc => _postings.MaxDoc;

    public override long TermCount { get; }

    public override long SumTotalTermFreq { get; }

    public override long SumDocFreq { get; }

    public override int DocCount { get; }

    public override ReadOnlySpan<byte> MinTerm => _minTerm;

    public override ReadOnlySpan<byte> MaxTerm => _maxTerm;

    [SkipLocalsInit]
    public override bool TryFind(ReadOnlySpan<byte> term, out TermState state)
    {
        state = default;
        if (term.SequenceCompareTo(_minTerm) < 0 || term.SequenceCompareTo(_maxTerm) > 0) return false;
        Span<byte> buffer = stackalloc byte[BlockGroup.MaxCodeBytes];
        var walk = Walk(term, buffer);
        while (walk.Next())
        {
        }

        var code = walk.PrefixLength == 0 ? RootCode : walk.Code();
        var suffix = term[walk.PrefixLength..];
        var lead = suffix.IsEmpty ? BlockGroup.NoLead : suffix[0];
        var pointer = BlockGroup.Select(code, lead, IndexInput.Name, out var hasTerms);
        var found = hasTerms && TryFindInBlock(pointer, suffix, out state);
        GC.KeepAlive(this);
        return found;
    }

    private bool TryFindInBlock(long pointer, ReadOnlySpan<byte> suffix, out TermState state)
    {
        var suffixes = _suffixBuffer ??= [];
        var block = TermBlock.Read(TermsInput, pointer, ref suffixes);
        if (suffixes.Length <= MaxPooledSuffixes) _suffixBuffer = suffixes;
        var term = block.FindTerm(suffix, TermsInput.Name);
        state = default;
        if (term < 0) return false;
        state = new TermStateReader(TermsInput, block.StatsPointer).ReadTo(TermsInput, Field, MaxDoc, term);
        return true;
    }

    /// <summary>
    /// The prefixes of a term that have blocks, the empty one (see <see cref="RootCode"/>) not counted.
    /// </summary>
    public PrefixWalk Walk(ReadOnlySpan<byte> term, Span<byte> buffer) =>
        new(IndexInput.Span(0, (int)IndexInput.Length), IndexInput.Name, RootNode, term, buffer);

    public override TermsCursor Terms() => new BlockTreeCursor(this);

    public override PostingsCursor Postings(in TermState state, PostingsParts parts) =>
        new BlockPostingsCursor(_postings, Field, state, parts);

    internal override DocsCollector Documents() => new BlockDocsCollector(_postings, Field);
}
