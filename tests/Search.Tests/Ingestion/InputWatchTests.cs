using Dateline.Search.Ingestion;
using Dateline.Search.Tests.Ingestion.Formats;

namespace Dateline.Search.Tests.Ingestion;

public sealed class InputWatchTests : InputFiles
{
    [Fact]
    public async Task Next_NewAndChangedFiles_AreReportedOnceWhenSettled()
    {
        var old = Write("old.txt", "Text.");
        using var watch = new InputWatch(
            new InputReader(), [Folder], TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var added = Write("new.txt", "More text.");
        var first = new HashSet<string>(await watch.NextAsync(stop.Token));
        Write("old.txt", "Longer text.");

        Assert.Equal([added], first);
        Assert.Equal([old], await watch.NextAsync(stop.Token));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch.NextAsync(soon.Token));
    }

    [Fact]
    public void Read_OnlySomeFiles_KeepsTheirOrigins()
    {
        Write("a/x.txt", "One.");
        var wanted = Write("b/x.txt", "Two.");

        var results = new InputReader().Only(path => path == wanted).Read([Folder]);

        Assert.Equal("b/x.txt", Assert.Single(results).Origin);
    }

    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("**/*.txt", "a.txt", "d/b.txt", "d/e/c.txt")]
    [InlineData("d/?.txt", "b.txt")]
    [InlineData("d/**", "b.txt", "e/c.txt")]
    public void Read_Pattern_GivesWhatFits(string pattern, params string[] origins)
    {
        Write("a.txt", "One.");
        Write("d/b.txt", "Two.");
        Write("d/e/c.txt", "Three.");
        Write("x.md", "Four.");

        var results = new InputReader().Read([Path.Combine(Folder, pattern)]).OfType<InputItem>();

        Assert.Equal(origins, results.Select(result => result.Origin).Where(origin => origin != "x.md").Order());
    }
}
