using System.Globalization;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// The content of an HTTP body in chunks. Crawlers also record bodies they have joined already, or chunks with wrong
/// lengths: what does not begin with a length is given as it is.
/// </summary>
internal sealed class ChunkedStream(LineStream stream) : ForwardStream
{
    private const int LongestLine = 256;

    private ReadOnlyMemory<byte> _plain;
    private long _left;
    private bool _asIs;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (!_plain.IsEmpty)
            return TakePlain(buffer);
        if (_asIs)
            return stream.Read(buffer);
        if (_left == 0 && !_ended)
            Begin();
        if (!_plain.IsEmpty)
            return TakePlain(buffer);
        if (_left == 0 || buffer.IsEmpty)
            return 0;
        var read = stream.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left = read == 0 ? 0 : _left - read;
        _ended |= read == 0;
        if (_left == 0 && !_ended)
            stream.ReadLine(LongestLine);
        return read;
    }

    private void Begin()
    {
        var line = new MemoryStream();
        if (!stream.ReadLine(line, LongestLine))
        {
            _ended = true;
            return;
        }

        var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
        var size = bytes.Span.TrimEnd("\r\n "u8);
        if (size.IndexOf((byte)';') is >= 0 and var extension)
            size = size[..extension].TrimEnd((byte)' ');
        if (size.Length is > 0 and <= 8
            && int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length)
                && length >= 0)
            (_left, _ended) = (length, length == 0);
        else
            (_plain, _asIs) = (bytes, true);
    }

    private int TakePlain(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, _plain.Length);
        _plain.Span[..length].CopyTo(buffer);
        _plain = _plain[length..];
        return length;
    }
}
