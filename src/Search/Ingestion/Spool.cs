namespace Dateline.Search.Ingestion;

/// <summary>Makes a forward stream one that seeks: in memory while it is small, in a temporary file beyond.</summary>
internal sealed class Spool : IDisposable
{
    private const int MemoryBytes = 16 << 20;
    private const long MostBytes = 8L << 30;

    private Stream? _copy;

    /// <summary>The stream itself if it seeks, else a copy of it, at its beginning.</summary>
    /// <exception cref="IOException">Too large, or no room for the copy.</exception>
    public Stream Seekable(Stream stream)
    {
        if (stream.CanSeek)
            return stream;
        _copy = new MemoryStream();
        var chunk = new byte[64 << 10];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (_copy is MemoryStream memory && memory.Length + read > MemoryBytes)
                _copy = ToFile(memory);
            if (_copy.Length + read > MostBytes)
                throw new InvalidDataException(
                    $"it is over {MostBytes >> 30} GiB inside its container; unpack that first");
            _copy.Write(chunk, 0, read);
        }

        _copy.Position = 0;
        return _copy;
    }

    public void Dispose() => _copy?.Dispose();

    private static FileStream ToFile(MemoryStream memory)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 << 10,
            FileOptions.DeleteOnClose);
        memory.WriteTo(file);
        return file;
    }
}
