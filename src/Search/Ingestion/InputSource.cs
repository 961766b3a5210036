namespace Dateline.Search.Ingestion;

/// <summary>
/// Bytes to be read as some format: a file, standard input, or a part of a container. Read once, forward, unless the
/// stream seeks.
/// </summary>
internal sealed class InputSource : IDisposable
{
    /// <summary>Bytes of the beginning that formats are told by.</summary>
    public const int HeadBytes = 4096;

    private readonly Stream _owned;
    private readonly Stream _stream;

    /// <summary>Takes a look at the beginning.</summary>
    /// <param name="origin">See <see cref="InputResult"/>.</param>
    /// <param name="name">The name that tells its format, such as the file's or an address's last part.</param>
    /// <param name="stream">Its bytes; disposed with this.</param>
    public InputSource(string origin, string name, Stream stream)
    {
        (Origin, Name, _owned) = (origin, name, stream);
        var head = new byte[HeadBytes];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Head = head.AsMemory(0, length);
        if (stream.CanSeek)
        {
            stream.Position = 0;
            _stream = stream;
        }
        else
        {
            _stream = new PrefixedStream(Head, stream);
        }
    }

    public string Origin { get; }

    public string Name { get; }

    /// <summary>Media type that an HTTP or mail header declares, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Charset that an HTTP or mail header declares, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Address it was fetched from, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Containers around it.</summary>
    public int Depth { get; init; }

    /// <summary>What it and everything it is packed in expanded to.</summary>
    public required Expansion Expansion { get; init; }

    /// <summary>The first bytes, at most <see cref="HeadBytes"/>.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>All bytes from the beginning.</summary>
    public Stream Stream => _stream;

    /// <summary>All bytes, or null when there are more than the limit.</summary>
    public byte[]? ReadAll(int limitBytes) => BoundedBytes.Read(_stream, limitBytes);

    public void Dispose() => _owned.Dispose();
}
