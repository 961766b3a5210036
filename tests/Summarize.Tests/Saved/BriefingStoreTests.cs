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

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
