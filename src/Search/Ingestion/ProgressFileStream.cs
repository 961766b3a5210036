namespace Dateline.Search.Ingestion;

/// <summary>A file that tells how far its reading has come.</summary>
internal sealed class ProgressFileStream(string path, Action<long> tell) : FileStream(path, Options)
{
    private static readonly FileStreamOptions Options = new() { BufferSize = 0 };

    private long _furthest;

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        Tell();
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        Tell();
        return read;
    }

    // The end is looked at first in some formats; that is not progress, so only small steps count.
    private void Tell()
    {
        const long LargestStep = 1 << 20;
        var position = Position;
        if (position <= _furthest || position - _furthest > LargestStep)
            return;
        tell(position - _furthest);
        _furthest = position;
    }
}
