namespace Dateline.Index.Store;

/// <summary>
/// The writer's lock on a folder, understood by Apache Lucene too: a record lock over the whole range of
/// <c>write.lock</c> (LUCENE87 section 19). Record locks belong to the process and fall when any descriptor of the file
/// is closed, so a set of the folders locked by this process is asked first and the file is not opened a second time.
/// </summary>
internal sealed class WriteLock : IDisposable
{
    public const string FileName = "write.lock";
    private static readonly HashSet<string> Held = new(StringComparer.Ordinal);

    private readonly string _key;
    private FileStream? _file;

    private WriteLock(string key, FileStream file)
    {
        _key = key;
        _file = file;
    }

    public static WriteLock Take(string folder)
    {
        var key = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        lock (Held)
        {
            if (!Held.Add(key))
                throw new IndexLockedException($"The index in {folder} is already open for writing in this process.");
        }

        try
        {
            return new WriteLock(key, LockFile(folder));
        }
        catch
        {
            lock (Held) Held.Remove(key);
            throw;
        }
    }

    private static FileStream LockFile(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            if (OperatingSystem.IsMacOS())
                throw new PlatformNotSupportedException("Record locks need Linux or Windows.");
            file.Lock(0, long.MaxValue);
            return file;
        }
        catch (IOException e)
        {
            var holder = Posix.LockHolder(file.SafeFileHandle);
            file.Dispose();
            var who = holder > 0 ? $"process {holder}" : "another process";
            throw new IndexLockedException(
                $"The index in {folder} is being written by {who}. Wait until it is done, or write to another folder.",
                e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_file is null) return;
        _file.Dispose();
        _file = null;
        lock (Held) Held.Remove(_key);
    }
}
