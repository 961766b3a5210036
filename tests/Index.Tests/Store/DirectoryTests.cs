using System.Diagnostics;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Store;

public sealed class DirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IndexDirectory Create(string kind) =>
        kind == "file" ? new FileDirectory(_folder.Path) : new MemoryDirectory();

    [Theory]
    [InlineData("file")]
    [InlineData("memory")]
    public void Create_ManyValues_ReadsBackWithSameChecksum(string kind)
    {
        using var directory = Create(kind);
        uint checksum;
        using (var output = directory.Create("a"))
        {
            for (var n = 0; n < 100_000; n++) output.WriteVInt(n);
            output.WriteBytes(new byte[200_000]);
            checksum = output.Checksum;
        }

        directory.Sync(["a"]);
        var input = directory.Open("a");
        for (var n = 0; n < 100_000; n++) Assert.Equal(n, input.ReadVInt());
        Assert.Equal(200_000, input.Remaining);
        Assert.Equal(checksum, Crc32.Append(0, input.Span(0, (int)input.Length)));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("memory")]
    public void Names_AfterRenameAndDelete_AreThoseLeft(string kind)
    {
        using var directory = Create(kind);
        foreach (var name in new[] { "b", "a", "c" })
        {
            using var output = directory.Create(name);
            output.WriteString(name);
        }

        var open = directory.Open("a");
        directory.Rename("b", "d");
        directory.Delete("a");
        Assert.Equal(["c", "d"], directory.ListFiles());
        Assert.Equal("a", open.ReadString());
        Assert.False(directory.Exists("a"));
        Assert.Equal(
            "a",
            Assert.Throws<FileNotFoundException>(() => directory.Open("a")).FileName is { } f
                ? Path.GetFileName(f) : null);
        Assert.Throws<FileNotFoundException>(() => directory.Delete("a"));
        Assert.ThrowsAny<IOException>(() => directory.Create("c"));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("memory")]
    public void Open_EmptyFile_HasNoBytes(string kind)
    {
        using var directory = Create(kind);
        directory.Create("a").Dispose();
        var input = directory.Open("a");
        Assert.Equal(0, input.Length);
        Assert.Throws<CorruptIndexException>(() => input.ReadByte());
    }

    [Theory]
    [InlineData("file")]
    [InlineData("memory")]
    public void Lock_SecondWriter_IsRefusedUntilReleased(string kind)
    {
        using var directory = Create(kind);
        using (directory.LockForWriting())
        {
            var refused = Assert.Throws<IndexLockedException>(() => directory.LockForWriting());
            Assert.Contains(kind == "file" ? _folder.Path : "memory", refused.Message, StringComparison.Ordinal);
        }

        directory.LockForWriting().Dispose();
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a/b")]
    public void Open_NameWithPath_IsRefused(string name)
    {
        using var directory = new FileDirectory(_folder.Path);
        Assert.Throws<ArgumentException>(() => directory.Open(name));
    }

    [SkippableFact]
    public void Lock_HeldByAnotherProcess_NamesFolderAndHolder()
    {
        Skip.IfNot(
            OperatingSystem.IsLinux() && File.Exists("/usr/bin/python3"),
            "needs python3 on Linux as the other process");
        using var directory = new FileDirectory(_folder.Path);
        const string Holder = "import fcntl,sys\nf=open(sys.argv[1],'w')\nfcntl.lockf(f,fcntl.LOCK_EX)\n"
            + "print('held',flush=True)\nsys.stdin.read()";
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Holder, Path.Combine(_folder.Path, "write.lock")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var other = Process.Start(start)!;
        Assert.Equal("held", other.StandardOutput.ReadLine());
        var refused = Assert.Throws<IndexLockedException>(() => directory.LockForWriting());
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"process {other.Id}", refused.Message, StringComparison.Ordinal);
        other.StandardInput.Close();
        other.WaitForExit();
        directory.LockForWriting().Dispose();
    }
}
