using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>The raw bytes of the open chunk; keeps its memory from chunk to chunk.</summary>
internal sealed class StoredChunkBuffer() : IndexOutput("(stored chunk)", 256, checksummed: false)
{
    private byte[] _bytes = new byte[1 << 16];
    private int _flushedBytes;

    /// <summary>Bytes since the last <see cref="Clear"/>.</summary>
    public int Length
    {
        get
        {
            FlushBuffer();
            return _flushedBytes;
        }
    }

    /// <summary>The bytes themselves; valid until the next write.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        FlushBuffer();
        _flushedBytes = 0;
    }

    /// <inheritdoc/>
    protected override void Flush(ReadOnlySpan<byte> bytes)
    {
        var needed = checked(_flushedBytes + bytes.Length);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, needed)));
        bytes.CopyTo(_bytes.AsSpan(_flushedBytes));
        _flushedBytes = needed;
    }
}
