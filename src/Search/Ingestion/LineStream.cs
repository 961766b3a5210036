using System.Text;

namespace Dateline.Search.Ingestion;

/// <summary>A stream of which lines and bytes are read in turn.</summary>
internal sealed class LineStream(Stream stream) : ForwardStream
{
    private readonly byte[] _buffer = new byte[32 << 10];
    private int _start;
    private int _end;

    /// <summary>True when nothing is left.</summary>
    public bool AtEnd => _start == _end && !Fill();

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            if (buffer.Length >= _buffer.Length)
                return stream.Read(buffer);
            if (!Fill())
                return 0;
        }

        var length = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    /// <summary>
    /// The next line without its end, decoded as Latin-1 or UTF-8 where it is that; null at the end. What is over the
    /// limit of a line is dropped.
    /// </summary>
    public string? ReadLine(int maxBytes)
    {
        var line = new MemoryStream();
        if (!ReadLine(line, maxBytes))
            return null;
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length).TrimEnd("\r\n"u8);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>
    /// Appends the next line with its end; false at the end. What is over the limit is dropped; the line end is not.
    /// </summary>
    public bool ReadLine(MemoryStream line, int maxBytes)
    {
        var any = false;
        var left = maxBytes;
        while (_start < _end || Fill())
        {
            any = true;
            var rest = _buffer.AsSpan(_start, _end - _start);
            var end = rest.IndexOf((byte)'\n');
            var part = rest[..(end < 0 ? rest.Length : end)];
            line.Write(part[..Math.Min(part.Length, left)]);
            left -= Math.Min(part.Length, left);
            _start += part.Length;
            if (end < 0)
                continue;
            _start++;
            line.WriteByte((byte)'\n');
            break;
        }

        return any;
    }

    private bool Fill()
    {
        (_start, _end) = (0, stream.Read(_buffer));
        return _end > 0;
    }
}
