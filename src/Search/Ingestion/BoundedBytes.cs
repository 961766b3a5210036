namespace Dateline.Search.Ingestion;

/// <summary>Streams to arrays, within bounds.</summary>
internal static class BoundedBytes
{
    /// <summary>All bytes, or null when there are more than the limit.</summary>
    public static byte[]? Read(Stream stream, int limitBytes)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 << 10];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > limitBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads on to the end and keeps nothing.</summary>
    public static void Skip(Stream stream)
    {
        var chunk = new byte[64 << 10];
        while (stream.Read(chunk) > 0)
        {
        }
    }
}
