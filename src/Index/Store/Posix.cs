using System.Runtime.InteropServices;

namespace Dateline.Index.Store;

/// <summary>The few system calls the base library does not offer. On Windows they do nothing.</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;
    private const int LinuxGetLock = 5;
    private const int DoNotNeed = 4;
    private const int ThreadPriority = 0; // PRIO_PROCESS; 0 of it is the calling thread on Linux
    private const short WriteLockType = 1;
    private const short UnlockedType = 2;

    /// <summary>Makes the folder's list of names durable (fsync on the folder itself).</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = OpenPath(folder, ReadOnly);
        if (descriptor < 0) throw Failure("open", folder);
        try
        {
            if (SyncDescriptor(descriptor) != 0) throw Failure("fsync", folder);
        }
        finally
        {
            _ = CloseDescriptor(descriptor);
        }
    }

    /// <summary>
    /// Process that holds a record lock on the open file; 0 when none does or the system does not say.
    /// </summary>
    public static int LockHolder(SafeHandle file)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return 0;
        var query = new RecordLock { Type = WriteLockType };
        return QueryLock(file, LinuxGetLock, ref query) == 0 && query.Type != UnlockedType ? query.Process : 0;
    }

    /// <summary>
    /// Drops the whole pages of a range of a shared read-only file mapping from the process (madvise with
    /// MADV_DONTNEED): they stay in the system's cache. Advice only: what fails changes nothing but memory in use.
    /// </summary>
    public static void DropPages(nint address, long length)
    {
        if (!OperatingSystem.IsLinux()) return;
        var page = (nint)Environment.SystemPageSize;
        var start = (address + page - 1) / page * page;
        var end = (address + (nint)length) / page * page;
        if (end > start) _ = Advise(start, end - start, DoNotNeed);
    }

    /// <summary>
    /// Makes the calling thread one that others go before: it runs at full speed when a processor is free (Linux keeps
    /// nice values by thread). There is no way back for a thread of an ordinary user.
    /// </summary>
    public static void LowerPriorityOfThread(int nice)
    {
        if (OperatingSystem.IsLinux()) _ = SetPriority(ThreadPriority, 0, nice);
    }

    private static IOException Failure(string call, string path) =>
        new($"{call} failed on {path}: {Marshal.GetLastPInvokeErrorMessage()}");

    /// <summary><c>struct flock</c> of 64-bit Linux; a length of 0 means to the end of the file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct RecordLock
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenPath(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int CloseDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nint length, int advice);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int nice);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int QueryLock(SafeHandle descriptor, int command, ref RecordLock query);
}
