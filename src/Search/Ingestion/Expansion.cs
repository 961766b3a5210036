namespace Dateline.Search.Ingestion;

/// <summary>
/// Keeps packed files from expanding without bound: what comes out of all layers together may be a fixed allowance plus
/// so many times what went in.
/// </summary>
internal sealed class Expansion(InputLimits limits)
{
    private long _in;
    private long _out;

    /// <summary>Bytes of the file itself were read.</summary>
    public void AddInput(long bytes) => _in += bytes;

    /// <summary>Bytes were unpacked.</summary>
    /// <exception cref="ExpansionException">Too many.</exception>
    public void AddOutput(long bytes)
    {
        _out += bytes;
        if (_out - limits.ExpansionFreeBytes > _in * limits.ExpansionRatio)
        {
            throw new ExpansionException(
                $"{_in:N0} bytes unpack to over {_out >> 20:N0} MiB, more than {limits.ExpansionRatio} times as much");
        }
    }

    /// <summary>A view of a stream whose bytes count as unpacked.</summary>
    public Stream Unpacked(Stream stream) => new CountedStream(stream, AddOutput);

    /// <summary>A view of a stream whose bytes count as read.</summary>
    public Stream Packed(Stream stream) => new CountedStream(stream, AddInput);
}

/// <summary>A packed file expands beyond its bound.</summary>
internal sealed class ExpansionException(string message) : IOException(message);
