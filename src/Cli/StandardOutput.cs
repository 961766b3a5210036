using System.Runtime.InteropServices;

namespace Dateline.Cli;

/// <summary>The reader of standard output has gone (<c>dateline … | head</c>): nothing is left to do.</summary>
internal sealed class OutputClosedException : IOException
{
    public OutputClosedException()
        : base("Standard output is closed.")
    {
    }
}

/// <summary>
/// Standard output that tells when its reader has gone. The runtime ignores SIGPIPE and its own console stream swallows
/// the error, so that a long export would run to its end for nobody.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int BrokenPipe = 32;
    private const int Interrupted = 4;
    private const int TryAgain = 11;

    private StandardOutput()
    {
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        while (count > 0)
        {
            var chunk = offset == 0 ? buffer : buffer[offset..(offset + count)];
            var written = (int)write(1, chunk, count);
            if (written < 0)
                Check(Marshal.GetLastPInvokeError());
            else
                (offset, count) = (offset + written, count - written);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void Check(int error)
    {
        if (error is BrokenPipe)
            throw new OutputClosedException();
        if (error is TryAgain)
            Thread.Sleep(1); // a terminal set to non-blocking by another process
        else if (error is not Interrupted)
            throw new IOException($"Writing to standard output failed: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint write(int descriptor, byte[] buffer, nint count);
}
