using Microsoft.Win32.SafeHandles;

namespace Dateline.Index.Store;

/// <summary>Writes one new file of a folder; the buffer of <see cref="IndexOutput"/> is the only one.</summary>
internal sealed class FileOutput(string name, string path) : IndexOutput(name)
{
    private readonly SafeFileHandle _handle =
        File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);

    private long _written;
    private bool _disposed;

    protected override void Flush(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, _written);
        _written += bytes.Length;
    }

    protected override void Dispose(bool disposing)
    {
        var first = !_disposed;
        _disposed = true;
        try
        {
            if (first) FlushBuffer();
        }
        finally
        {
            _handle.Dispose();
            base.Dispose(disposing);
        }
    }
}
