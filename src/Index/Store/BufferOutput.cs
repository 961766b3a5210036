namespace Dateline.Index.Store;

/// <summary>
/// An <see cref="IndexOutput"/> into memory, for parts whose length must be known before they are written.
/// </summary>
public sealed class BufferOutput(string name = "(memory)") : IndexOutput(name, 256, checksummed: false)
{
    private byte[] _bytes = new byte[1024];
    private int _count;

    /// <summary>All bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            FlushBuffer();
            return _bytes.AsSpan(0, _count);
        }
    }

    /// <summary>Empties the buffer for reuse; the memory is kept.</summary>
    public void Clear()
    {
        Restart();
        _count = 0;
    }

    /// <summary>Appends the content to another output.</summary>
    public void CopyTo(IndexOutput output) => output.WriteBytes(Written);

    /// <inheritdoc/>
    protected override void Flush(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _count)
            Array.Resize(ref _bytes, (int)Math.Max((long)_bytes.Length * 2, (long)_count + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }
}
