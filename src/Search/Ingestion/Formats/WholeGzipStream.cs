using System.IO.Compression;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// Unpacks gzip, and tells when it is cut short, which the base library passes over in silence. One more member with a
/// mark in it is put behind the packed bytes: when these end where a member ends, the mark comes out last.
/// </summary>
internal sealed class WholeGzipStream : ForwardStream
{
    private static readonly byte[] Mark = [.. "end of packed data"u8];
    private static readonly byte[] MarkMember = Pack(Mark);

    private readonly GZipStream _unpacked;
    private readonly byte[] _held = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Unpacks a stream, which it does not own.</summary>
    public WholeGzipStream(Stream packed) =>
        _unpacked = new GZipStream(new FollowedStream(packed, MarkMember), CompressionMode.Decompress);

    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= Mark.Length && !_ended)
            Fill();
        // The last bytes are held back until it is known whether they are the mark.
        var length = Math.Min(buffer.Length, _ended ? _end - _start : _end - _start - Mark.Length);
        _held.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _held.AsSpan(_start, _end - _start).CopyTo(_held);
        (_start, _end) = (0, _end - _start);
        var read = _unpacked.Read(_held.AsSpan(_end));
        _end += read;
        if (read > 0)
            return;
        _ended = true;
        if (!_held.AsSpan(0, _end).EndsWith(Mark))
            throw new InvalidDataException("it ends in the middle of packed data, or in bytes that are not packed");
        _end -= Mark.Length;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private sealed class FollowedStream(Stream stream, ReadOnlyMemory<byte> suffix) : ForwardStream
    {
        private ReadOnlyMemory<byte> _suffix = suffix;

        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
                return read;
            var length = Math.Min(buffer.Length, _suffix.Length);
            _suffix.Span[..length].CopyTo(buffer);
            _suffix = _suffix[length..];
            return length;
        }
    }
}
