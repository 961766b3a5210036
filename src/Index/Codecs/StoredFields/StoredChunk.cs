using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>One thread's view of a chunk: its header, and access to raw bytes of its documents.</summary>
internal sealed class StoredChunk
{
    private const int KeptBytes = 1 << 20;
    private const long MaxRatio = 1100; // deflate reaches 1032 raw bytes for one, LZ4 255

    [ThreadStatic]
    private static StoredChunk? _ofThread;

    private readonly StoredSliceReader _slices = new();
    private int[] _fieldCounts = [];
    private int[] _lengths = [];
    private byte[] _raw = [];
    private bool _sliced;

    /// <summary>A chunk whose buffers the calling thread reuses from read to read.</summary>
    public static StoredChunk OfThread => _ofThread ??= new StoredChunk();

    /// <summary>First document.</summary>
    public int FirstDoc { get; private set; }

    /// <summary>Number of documents.</summary>
    public int DocCount { get; private set; }

    /// <summary>Raw bytes of all documents together.</summary>
    public int RawLength { get; private set; }

    public int FieldCount(int inChunk) => _fieldCounts[inChunk];

    public int Length(int inChunk) => _lengths[inChunk];

    /// <summary>Where a document's raw bytes start.</summary>
    public int Start(int inChunk)
    {
        var start = 0;
        foreach (var length in _lengths.AsSpan(0, inChunk)) start += length;
        return start;
    }

    /// <summary>Reads the header; the input covers the chunk and is left at its content.</summary>
    public void ReadHeader(IndexInput input, int firstDoc, int docCount)
    {
        FirstDoc = input.ReadVInt();
        var token = input.ReadVInt();
        DocCount = (int)((uint)token >> 1);
        _sliced = (token & 1) != 0;
        if (FirstDoc != firstDoc || DocCount != docCount)
            throw input.Corrupt(
                $"chunk holds {DocCount} documents from {FirstDoc}, the index says {docCount} from {firstDoc}");
        if (DocCount is < 1 or > StoredFieldsFormat.MaxChunkDocs)
            throw input.Corrupt($"chunk holds {DocCount} documents");
        if (_lengths.Length < DocCount)
        {
            _lengths = new int[Math.Max(DocCount, StoredFieldsFormat.ChunkDocs)];
            _fieldCounts = new int[_lengths.Length];
        }

        SavedInts.Read(input, _fieldCounts.AsSpan(0, DocCount));
        SavedInts.Read(input, _lengths.AsSpan(0, DocCount));
        var total = 0L;
        foreach (var length in _lengths.AsSpan(0, DocCount)) total += length;
        if (total > Math.Min(Array.MaxLength, input.Remaining * MaxRatio + 1024))
            throw input.Corrupt($"chunk of {input.Remaining} bytes claims {total} raw bytes");
        RawLength = (int)total;
    }

    /// <summary>Raw bytes of the chunk from a position on; valid until the next call.</summary>
    public ReadOnlySpan<byte> Extract(IndexInput input, bool deflate, int chunkBytes, int from, int length)
    {
        if (_raw.Length < length || (_raw.Length > KeptBytes && length < KeptBytes)) _raw = new byte[length];
        var raw = _raw.AsSpan(0, length);
        var sliceBytes = _sliced ? chunkBytes : RawLength;
        for (var at = 0L; at < (long)from + length; at += sliceBytes)
        {
            var slice = (int)Math.Min(sliceBytes, RawLength - at);
            var start = (int)Math.Max(from - at, 0);
            var end = (int)Math.Min((long)from + length - at, slice);
            var part = end > start ? raw.Slice((int)(at + start) - from, end - start) : default;
            _slices.Read(input, deflate, slice, Math.Min(start, slice), part);
        }

        return raw;
    }
}
