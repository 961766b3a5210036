namespace Dateline.Index.Store;

/// <summary>
/// A directory's files, each opened anew for one pass from front to back: what the pass has read is given back now and
/// then, so that it does not fill the process's resident memory. One thread.
/// </summary>
internal sealed class ScanDirectory(IndexDirectory directory) : IndexDirectory
{
    private const long StepBytes = 32 << 20;

    private readonly List<IndexInput> _opened = [];
    private long _position;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListFiles() => directory.ListFiles();

    /// <inheritdoc/>
    public override bool Exists(string name) => directory.Exists(name);

    /// <inheritdoc/>
    public override IndexInput Open(string name)
    {
        var input = directory.Open(name);
        _opened.Add(input);
        return input;
    }

    /// <summary>
    /// Tells how many bytes the pass has come to, from 0 again in each of its parts; every so many, the memory of all
    /// files opened is given back.
    /// </summary>
    public void Passed(long position)
    {
        if (position >= _position && position - _position < StepBytes) return;
        _position = position;
        Release();
    }

    /// <summary>Gives the memory of all files opened back.</summary>
    public void Release()
    {
        foreach (var input in _opened) input.Release(0, input.Length);
    }

    /// <inheritdoc/>
    public override IndexOutput Create(string name) => directory.Create(name);

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names) => directory.Sync(names);

    /// <inheritdoc/>
    public override void Rename(string from, string to) => directory.Rename(from, to);

    /// <inheritdoc/>
    public override void Delete(string name) => directory.Delete(name);

    /// <inheritdoc/>
    public override IDisposable LockForWriting() => directory.LockForWriting();
}
