using Dateline.Index.Store;

namespace Dateline.Index.Tests.Survival;

/// <summary>The machine stops at a chosen write, sync, rename or delete; nothing works after that.</summary>
internal sealed class SimulatedCrashException() : IOException("the machine stopped");

/// <summary>What became of data that was not made durable.</summary>
internal enum Unsynced
{
    Lost,
    Torn,

    /// <summary>Written out in any order: some files whole, some in part, some empty, some not at all.</summary>
    Reordered,
}

/// <summary>A directory that stops after a number of steps and shows what a restart would find.</summary>
internal sealed class CrashingDirectory(int stepsToLive) : IndexDirectory
{
    private readonly MemoryDirectory _files = new();
    private readonly HashSet<string> _durable = [];
    private readonly Dictionary<string, byte[]> _deleted = [];
    private int _steps;

    public int Steps => _steps;

    /// <summary>
    /// The files after a restart; with <paramref name="deletesUndone"/>, deletions of durable files had not reached the
    /// disk.
    /// </summary>
    public MemoryDirectory Restart(Unsynced unsynced, bool deletesUndone)
    {
        var random = new Random(_steps);
        var found = new MemoryDirectory();
        foreach (var name in _files.ListFiles())
        {
            var content = _files.Read(name);
            if (_durable.Contains(name)) found.Write(name, content);
            else if (unsynced == Unsynced.Torn) found.Write(name, content[..(content.Length / 2)]);
            else if (unsynced == Unsynced.Reordered && random.Next(3) > 0) found.Write(name, InPart(content, random));
        }

        if (!deletesUndone) return found;
        foreach (var (name, content) in _deleted)
            if (!found.Exists(name)) found.Write(name, content);
        return found;
    }

    // Pages that did not reach the disk read as zeros when the length did.
    private static byte[] InPart(ReadOnlySpan<byte> content, Random random)
    {
        var bytes = content.ToArray();
        if (random.Next(2) == 0) bytes.AsSpan(random.Next(bytes.Length + 1)).Clear();
        return bytes;
    }

    public override IReadOnlyList<string> ListFiles() => _files.ListFiles();

    public override bool Exists(string name) => _files.Exists(name);

    public override IndexInput Open(string name) => _files.Open(name);

    public override IDisposable LockForWriting() => _files.LockForWriting();

    public override IndexOutput Create(string name)
    {
        Step();
        return new Output(this, _files.Create(name));
    }

    public override void Sync(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            Step();
            Assert.True(_files.Exists(name), name);
            _durable.Add(name);
        }
    }

    public override void Rename(string from, string to)
    {
        Step();
        _files.Rename(from, to);
        if (_durable.Remove(from)) _durable.Add(to);
    }

    public override void Delete(string name)
    {
        Step();
        if (_durable.Remove(name)) _deleted[name] = _files.Read(name).ToArray();
        _files.Delete(name);
    }

    private void Step()
    {
        if (_steps >= stepsToLive) throw new SimulatedCrashException();
        _steps++;
    }

    private sealed class Output(CrashingDirectory directory, IndexOutput inner) : IndexOutput(inner.Name)
    {
        protected override void Flush(ReadOnlySpan<byte> bytes)
        {
            directory.Step();
            inner.WriteBytes(bytes);
        }

        protected override void Dispose(bool disposing)
        {
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
