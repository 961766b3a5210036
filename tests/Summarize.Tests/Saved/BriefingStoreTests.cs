using System.Text.Json;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Saved;

namespace Dateline.Summarize.Tests.Saved;

public sealed class BriefingStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly FixedTime _time = new(new DateTimeOffset(2012, 7, 16, 9, 30, 0, TimeSpan.Zero));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Save_ThenOpen_GivesTheSameBriefing()
    {
        var briefing = Brief("strike dockers Korvik");

        var id = Store().Save(briefing).Id;

        Assert.Equal("20120716-093000-strike-dockers-korvik", id);
        Assert.Equal(BriefingJson.Write(briefing), BriefingJson.Write(Store().Open(id)!));
        var listed = Assert.Single(Store().List());
        Assert.Equal((id, "strike dockers Korvik", _time.GetUtcNow()), (listed.Id, listed.Topic, listed.Saved));
    }

    [Fact]
    public void Save_TwiceInOneSecond_KeepsBoth()
    {
        var first = Store().Save(Brief("strike")).Id;
        var second = Store().Save(Brief("strike")).Id;

        Assert.NotEqual(first, second);
        Assert.Equal(2, Store().List().Count);
    }

    [Fact]
    public void List_DamagedFile_IsNamedAndHidesNoOther()
    {
        var id = Store().Save(Brief("strike")).Id;
        File.WriteAllText(Path.Combine(_folder, "20110101-000000-broken.json"), "{\"schema\":");

        var listed = Store().List();

        Assert.Equal([id, "20110101-000000-broken"], listed.Select(entry => entry.Id));
        Assert.Null(listed[0].Problem);
        Assert.NotNull(listed[1].Problem);
        Assert.Throws<JsonException>(() => Store().Open("20110101-000000-broken"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("20120716-093000-strike/../../x")]
    [InlineData("20120716-093000-STRIKE")]
    [InlineData("")]
    public void Open_NameThatIsNoId_ReachesNoFile(string id)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "..", Path.GetFileName(_folder) + "-secret.json"), "{}");

        Assert.Null(Store().Open(id));
        Assert.False(Store().Remove(id));
        File.Delete(Path.Combine(_folder, "..", Path.GetFileName(_folder) + "-secret.json"));
    }

    [Fact]
    public void Open_FileNamedLikeNoId_IsNeverReached()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "none.json"), BriefingJson.Write(Brief("strike")));

        Assert.Null(Store().Open("../x"));
        Assert.Null(Store().Open(new string('a', 5000)));
    }

    [Fact]
    public async Task Save_ManyAtOnceInOneSecond_KeepsAll()
    {
        var briefing = Brief("strike");

        var saved = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store().Save(briefing).Id)));

        Assert.Equal(16, saved.Distinct().Count());
        Assert.Equal(saved.Order(StringComparer.Ordinal),
            Store().List().Select(entry => entry.Id).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(_folder), file => Assert.EndsWith(".json", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Save_DiskFull_SaysSoAndLeavesNothingBehind()
    {
        var first = Store().Save(Brief("strike")).Id;
        var full = new BriefingStore(_folder, _time) { Create = static path => new FullDisk(path) };

        var error = Assert.Throws<IOException>(() => full.Save(Brief("strike")));

        Assert.Equal($"The briefing cannot be saved in {_folder}: No space left on device", error.Message);
        Assert.Equal([first + ".json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Save_FolderThatCannotBeMade_SaysWhy()
    {
        File.WriteAllText(_folder, "a file stands where the folder should be");
        try
        {
            Assert.Contains($"cannot be saved in {_folder}",
                Assert.Throws<IOException>(() => Store().Save(Brief("strike"))).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    [Fact]
    public void List_FileCutShort_IsNamedAndCanBeRemoved()
    {
        var id = Store().Save(Brief("strike")).Id;
        var path = Path.Combine(_folder, id + ".json");
        File.WriteAllText(path, File.ReadAllText(path)[..^200]);

        Assert.NotNull(Assert.Single(Store().List()).Problem);
        Assert.True(Store().Remove(id));
        Assert.Empty(Store().List());
    }

    [Fact]
    public void Remove_TakesOneAway()
    {
        var id = Store().Save(Brief("strike")).Id;

        Assert.True(Store().Remove(id));
        Assert.False(Store().Remove(id));
        Assert.Empty(Store().List());
    }

    private static Briefing Brief(string topic) => new BriefingWriter(new ArticleList(
        Make.Article("a", "A strike of dockers closed the northern terminal of Korvik on Monday.")))
        .Write(new BriefingRequest { Topic = topic }).Briefing!;

    private BriefingStore Store() => new(_folder, _time);

    // Takes a few bytes and no more.
    private sealed class FullDisk(string path) : MemoryStream
    {
        private readonly FileStream _file = new(path, FileMode.CreateNew);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _file.Write(buffer[..10]);
            throw new IOException("No space left on device");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            _file.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
