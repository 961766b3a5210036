using System.Buffers;
using System.Text.Unicode;
using Dateline.Index.Analysis;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// The inverted index of one field while documents come in. Per term one chain of numbers: with positions, for every
/// occurrence (position delta × 2 + 1 if the document is new), [document delta], and with offsets start offset delta,
/// token length; without positions, document deltas.
/// </summary>
internal sealed class PostingsBuffer(string field, IndexOptions options, ByteArena arena) : ITokenSink, IDisposable
{
    private const int MaxNumberBytes = 5;

    private readonly bool _withOffsets = options >= IndexOptions.DocsFreqsPositionsAndOffsets;
    private readonly TermTable _terms = new(arena);
    private State[] _states = PooledArray.Take<State>(32);
    private byte[] _utf8 = new byte[256];
    private byte[] _norms = [];
    private int _docId;
    private int _position;
    private int _offsetBase;
    private int _lastStart;
    private int _length;

    private struct State
    {
        public SliceChain Chain;
        public int LastDoc; // document + 1; 0 = none yet
        public int LastPosition;
        public int LastStart;
    }

    /// <summary>What is kept of every occurrence.</summary>
    public IndexOptions Options => options;

    /// <summary>True when positions and length norms are kept.</summary>
    public bool WithPositions { get; } = options >= IndexOptions.DocsFreqsAndPositions;

    /// <summary>Heap bytes, without the shared arena.</summary>
    public long AllocatedBytes => _terms.AllocatedBytes + _states.Length * 32L + _norms.Length;

    /// <summary>True when at least one term was added.</summary>
    public bool HasTerms => _terms.Count > 0;

    public void Dispose()
    {
        _terms.Dispose();
        PooledArray.Return(ref _states);
    }

    /// <summary>Begins a document.</summary>
    public void StartDocument(int docId)
    {
        _docId = docId;
        _position = -1;
        _offsetBase = 0;
        _lastStart = 0;
        _length = 0;
    }

    /// <summary>Adds one analyzed value to the current document.</summary>
    public void AddText(string text, Analyzer analyzer)
    {
        analyzer.Analyze(text, this);
        _position += analyzer.PositionGap;
        _offsetBase += analyzer.OffsetGap;
    }

    /// <summary>Adds one whole term to the current document of a field without positions; again is no harm.</summary>
    public void AddTerm(string term)
    {
        var number = Number(term);
        ref var state = ref _states[number];
        if (state.LastDoc == _docId + 1) return;
        Span<byte> bytes = stackalloc byte[MaxNumberBytes];
        state.Chain.Append(arena, bytes[..Encode(bytes, 0, (uint)(_docId + 1 - state.LastDoc))]);
        state.LastDoc = _docId + 1;
    }

    /// <summary>Ends a document: its length norm is set.</summary>
    public void FinishDocument()
    {
        if (!WithPositions) return;
        if (_docId >= _norms.Length) Array.Resize(ref _norms, Math.Max(64, Math.Max(_docId + 1, _norms.Length * 2)));
        _norms[_docId] = NormByte.Encode(_length);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement)
    {
        if (positionIncrement < 0 || _position < 0 && positionIncrement == 0)
            throw new ArgumentException($"field \"{field}\": the analyzer gave position increment {positionIncrement}");
        var start = _offsetBase + startOffset;
        if (start < _lastStart || endOffset < startOffset)
            throw new ArgumentException(
                $"field \"{field}\": the analyzer gave offsets {startOffset} to {endOffset} after {_lastStart}");
        _position = checked(_position + positionIncrement);
        _lastStart = start;
        if (positionIncrement > 0) _length++;
        Append(Number(term), start, endOffset - startOffset);
    }

    /// <inheritdoc/>
    public void End(int finalOffset, int trailingPositionIncrement)
    {
        _offsetBase += finalOffset;
        _position += trailingPositionIncrement;
    }

    /// <summary>Hands everything to the terms writer.</summary>
    public void Flush(TermsWriter writer, FieldInfo info, int maxDoc)
    {
        if (!HasTerms) return;
        writer.StartField(info, info.HasNorms ? new NormBytes(Norms(maxDoc)) : null);
        var occurrences = new OccurrenceList();
        using var order = _terms.Sorted();
        foreach (var number in order.Numbers)
        {
            writer.StartTerm(_terms[number]);
            var reader = new SliceChain.Reader(arena, _states[number].Chain);
            if (WithPositions) FlushPositions(writer, ref reader, occurrences);
            else FlushDocs(writer, ref reader);
            writer.FinishTerm();
        }

        writer.FinishField();
    }

    /// <summary>Norm bytes of all documents of the segment.</summary>
    public byte[] Norms(int maxDoc)
    {
        if (_norms.Length != maxDoc) Array.Resize(ref _norms, maxDoc);
        return _norms;
    }

    private static void FlushDocs(TermsWriter writer, ref SliceChain.Reader reader)
    {
        var docId = -1;
        while (!reader.AtEnd)
        {
            docId += (int)reader.ReadNumber();
            writer.StartDoc(docId, 1);
        }
    }

    private void FlushPositions(TermsWriter writer, ref SliceChain.Reader reader, OccurrenceList occurrences)
    {
        var docId = -1;
        while (!reader.AtEnd)
        {
            var head = reader.ReadNumber();
            if ((head & 1) != 0)
            {
                occurrences.WriteTo(writer, docId);
                docId += (int)reader.ReadNumber();
            }

            var position = (int)(head >> 1);
            if (_withOffsets) occurrences.Add(position, (int)reader.ReadNumber(), (int)reader.ReadNumber());
            else occurrences.Add(position, 0, 0);
        }

        occurrences.WriteTo(writer, docId);
    }

    private void Append(int number, int start, int length)
    {
        ref var state = ref _states[number];
        Span<byte> bytes = stackalloc byte[4 * MaxNumberBytes];
        int used;
        if (state.LastDoc != _docId + 1)
        {
            used = Encode(bytes, 0, ((uint)_position << 1) | 1);
            used = Encode(bytes, used, (uint)(_docId + 1 - state.LastDoc));
            if (_withOffsets) used = Encode(bytes, used, (uint)start);
            state.LastDoc = _docId + 1;
        }
        else
        {
            used = Encode(bytes, 0, (uint)(_position - state.LastPosition) << 1);
            if (_withOffsets) used = Encode(bytes, used, (uint)(start - state.LastStart));
        }

        if (_withOffsets) used = Encode(bytes, used, (uint)length);
        state.LastPosition = _position;
        state.LastStart = start;
        state.Chain.Append(arena, bytes[..used]);
    }

    private int Number(ReadOnlySpan<char> term)
    {
        var most = term.Length * 3;
        if (most > _utf8.Length) _utf8 = new byte[Math.Max(most, _utf8.Length * 2)];
        if (Utf8.FromUtf16(term, _utf8, out _, out var length) != OperationStatus.Done
            || length > TermTable.MaxTermBytes)
            throw new ArgumentException(
                $"field \"{field}\": a term of {length} bytes starting \"{term[..Math.Min(40, term.Length)]}\" is "
                    + $"longer than {TermTable.MaxTermBytes}");
        var number = _terms.GetOrAdd(_utf8.AsSpan(0, length));
        if (number == _states.Length) PooledArray.Grow(ref _states);
        return number;
    }

    private static int Encode(Span<byte> bytes, int at, uint value)
    {
        while (value >= 0x80)
        {
            bytes[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[at++] = (byte)value;
        return at;
    }
}
