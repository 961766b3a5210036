using Dateline.Index.Store;

namespace Dateline.Index.Tests.Survival;

/// <summary>Calls that reach the disk.</summary>
internal enum DiskCall
{
    List,
    Open,
    Create,
    Write,
    Sync,
    Rename,
    Delete,
}

/// <summary>
/// A directory in which one call to the disk, by its number, fails, and all later ones until <see cref="Heal"/> when
/// the fault stays. A failed write has written half of its bytes.
/// </summary>
/// <param name="message">What the disk says.</param>
/// <param name="stays">A full disk stays full for writing; a bad moment passes.</param>
internal sealed class FaultyDirectory(string message, bool stays) : IndexDirectory
{
    private readonly MemoryDirectory _files = new();
    private readonly Lock _gate = new();
    private int _failAt = int.MaxValue;
    private int _calls;

    /// <summary>The call that failed; null while none has.</summary>
    public DiskCall? Failed { get; private set; }

    /// <summary>The disk as it is, without faults.</summary>
    public MemoryDirectory Files => _files;

    /// <summary>Lets the call of that number fail, counted from now.</summary>
    public void FailAt(int call)
    {
        lock (_gate) (_failAt, _calls) = (call, 0);
    }

    /// <summary>Ends the fault.</summary>
    public void Heal() => FailAt(int.MaxValue);

    public override IReadOnlyList<string> ListFiles()
    {
        Call(DiskCall.List);
        return _files.ListFiles();
    }

    public override bool Exists(string name) => _files.Exists(name);

    public override IndexInput Open(string name)
    {
        Call(DiskCall.Open);
        return _files.Open(name);
    }

    public override IndexOutput Create(string name)
    {
        Call(DiskCall.Create);
        return new Output(this, _files.Create(name));
    }

    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (var _ in names) Call(DiskCall.Sync);
        _files.Sync(names);
    }

    public override void Rename(string from, string to)
    {
        Call(DiskCall.Rename);
        _files.Rename(from, to);
    }

    public override void Delete(string name)
    {
        Call(DiskCall.Delete);
        _files.Delete(name);
    }

    public override IDisposable LockForWriting() => _files.LockForWriting();

    private void Call(DiskCall call)
    {
        lock (_gate)
        {
            _calls++;
            if (_calls < _failAt || (_calls > _failAt && !(stays && call is DiskCall.Create or DiskCall.Write))) return;
            Failed ??= call;
            throw new IOException(message);
        }
    }

    private sealed class Output(FaultyDirectory directory, IndexOutput inner) : IndexOutput(inner.Name)
    {
        private bool _disposed;

        protected override void Flush(ReadOnlySpan<byte> bytes)
        {
            try
            {
                directory.Call(DiskCall.Write);
            }
            catch
            {
                inner.WriteBytes(bytes[..(bytes.Length / 2)]);
                throw;
            }

            inner.WriteBytes(bytes);
        }

        protected override void Dispose(bool disposing)
        {
            if (_disposed) return;
            _disposed = true;
            try
            {
                FlushBuffer();
            }
            finally
            {
                inner.Dispose();
                base.Dispose(disposing);
            }
        }
    }
}
