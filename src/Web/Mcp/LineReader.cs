namespace Dateline.Web.Mcp;

/// <summary>A line without its end, valid until the next is read.</summary>
/// <param name="Bytes">At most the reader's bound.</param>
/// <param name="Cut">True when the line went on beyond the bound.</param>
internal readonly record struct BoundedLine(ReadOnlyMemory<byte> Bytes, bool Cut);

/// <summary>
/// Reads lines of which none takes more memory than a bound: what goes beyond is read and thrown away. A last line need
/// not end.
/// </summary>
/// <param name="stream">Where from.</param>
/// <param name="longest">Longest line, in bytes.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private const int Step = 16 * 1024;

    private byte[] _buffer = new byte[Step];
    private int _start;
    private int _searched;
    private int _end;

    /// <summary>The next line; null at the end.</summary>
    public async ValueTask<BoundedLine?> ReadAsync(CancellationToken cancellationToken)
    {
        for (var cut = false; ;)
        {
            var newline = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (newline >= 0)
                return Take(_searched + newline, 1, cut);
            if (_end - _start > longest)
                (_end, cut) = (_start + longest, true);
            _searched = _end;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return _end > _start ? Take(_end, 0, cut) : null;
        }
    }

    private BoundedLine Take(int end, int newline, bool cut)
    {
        var length = Math.Min(end - _start, longest);
        var line = new BoundedLine(_buffer.AsMemory(_start, length), cut || end - _start > longest);
        _start = _searched = end + newline;
        return line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _searched, _end) = (0, _searched - _start, _end - _start);
        }

        if (_buffer.Length - _end < Step)
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, longest + (2L * Step)));
        // A read of a terminal or pipe may not be woken by cancelling: then it is left behind.
        var reading = stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).AsTask();
        var read = await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
