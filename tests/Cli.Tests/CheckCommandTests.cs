using System.Text.Json;
using Dateline.Index.Store;

namespace Dateline.Cli.Tests;

/// <summary><c>dateline check</c>: whole, damaged, repaired and brought back.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dateline-check-").FullName;

    private string Data => Path.Combine(_root, "data");

    private string Index => Path.Combine(Data, "index");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<CliResult> RunAsync(params string[] arguments) => CliFixture.RunInAsync(Data, arguments);

    /// <summary>One run of indexing an article, so one segment each.</summary>
    private async Task<string> AddAsync(string name)
    {
        var file = Path.Combine(_root, name + ".txt");
        await File.WriteAllTextAsync(
            file, $"The story of {name}\n\nThe {name} was seen near the river on Monday, people in the town of "
                + $"{name} said.\n");
        Assert.Equal(0, (await RunAsync("index", file)).Code);
        return file;
    }

    private void Flip(string pattern)
    {
        var file = Directory.GetFiles(Index, pattern).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    [Fact]
    public async Task Check_WholeArchive_IsClean()
    {
        await AddAsync("heron");
        await AddAsync("otter");
        var result = await RunAsync("check");
        Assert.Equal(0, result.Code);
        Assert.Contains("clean: 2 documents", result.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check", Index)).Code);
        Assert.Equal(0, (await RunAsync("check", "--repair")).Code);
    }

    [Fact]
    public async Task Check_DamagedSegment_IsNamedAndNothingChanges()
    {
        await AddAsync("heron");
        await AddAsync("otter");
        Flip("_1.fdt");
        var before = Directory.GetFiles(Index).Order(StringComparer.Ordinal)
            .ToDictionary(file => file, File.ReadAllBytes);
        var result = await RunAsync("check", "--json");
        Assert.Equal(5, result.Code);
        var json = JsonDocument.Parse(result.Out).RootElement;
        Assert.False(json.GetProperty("clean").GetBoolean());
        var damaged = Assert.Single(json.GetProperty("segments").EnumerateArray(),
            segment => segment.GetProperty("damaged").GetBoolean());
        Assert.Equal("_1", damaged.GetProperty("name").GetString());
        Assert.Equal("_1.fdt", damaged.GetProperty("problems")[0].GetProperty("file").GetString());
        Assert.Equal(before.Keys, Directory.GetFiles(Index).Order(StringComparer.Ordinal));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Theory]
    [InlineData("_1.fdt")]
    [InlineData("_1.si")]
    [InlineData("_1_Lucene84_0.tmd")]
    public async Task Repair_DamagedSegment_KeepsTheRestAndNamesTheLostArticle(string damage)
    {
        await AddAsync("heron");
        var otter = await AddAsync("otter");
        await AddAsync("badger");
        Flip(damage);
        var result = await RunAsync("check", "--repair");
        Assert.Equal(0, result.Code);
        Assert.Contains("writes commit 4 with 2 intact segments and without _1", result.Out, StringComparison.Ordinal);
        Assert.Contains("otter.txt", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("heron.txt", result.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check")).Code);
        Assert.Equal(1, (await RunAsync("search", "otter")).Code);
        Assert.Equal(0, (await RunAsync("search", "heron")).Code);
        Assert.Contains("1 indexed, 0 unchanged", (await RunAsync("index", otter)).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("search", "otter")).Code);
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task Repair_WhileAnotherWriterHasTheIndex_IsRefused()
    {
        await AddAsync("heron");
        using var directory = new FileDirectory(Index);
        using var held = directory.LockForWriting();
        var result = await RunAsync("check", "--repair");
        Assert.Equal(4, result.Code);
        Assert.Contains("already open for writing", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task Repair_UnreadableCommit_IsRefusedWithAdvice()
    {
        await AddAsync("heron");
        Flip("segments_*");
        var result = await RunAsync("check", "--repair");
        Assert.Equal(5, result.Code);
        Assert.Contains("segments_1", result.Out, StringComparison.Ordinal);
        Assert.Contains("restore the folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FolderThatIsNotThere_IsRefusedAndNotMade()
    {
        var missing = Path.Combine(_root, "none");
        Assert.Equal(2, (await RunAsync("check", missing)).Code);
        Assert.Equal(4, (await RunAsync("check")).Code);
        Assert.False(Directory.Exists(missing) || Directory.Exists(Data));
    }
}
