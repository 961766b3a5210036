using System.Text.Json.Nodes;

namespace Dateline.Cli.Tests;

public sealed class BriefingsCommandTests : IDisposable
{
    private const string First = "The ministers met in Moscow on Monday and agreed on peace talks, their spokesmen said after the meeting.";
    private const string Second = "Police in Moscow said 40 people who marched against the peace talks of the ministers had been detained.";

    private readonly string _root = Directory.CreateTempSubdirectory("dateline-briefings-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Briefings_SavedShownRefreshedComparedAndRemoved()
    {
        await Index("a.txt", First);
        Assert.Equal(ExitCode.NoMatch, (await Run("briefings")).Code);
        var saved = await Run("brief", "peace talks Moscow", "--save", "--depth", "20");
        Assert.Equal(ExitCode.Ok, saved.Code);
        var id = Assert.Single((await Run("briefings")).Out.TrimEnd().Split('\n')).Split(' ')[0];
        Assert.Contains($"saved as {id}", saved.Error, StringComparison.Ordinal);
        Assert.Equal(saved.Out, (await Run("briefings", "show", id)).Out);
        Assert.Equal(ExitCode.Ok, (await Run("verify", id)).Code);

        await Index("b.txt", Second);
        var refreshed = await Run("briefings", "refresh", id, "--format", "json", "--save");

        var briefing = JsonNode.Parse(refreshed.Out)!;
        Assert.Equal(20, briefing["header"]!["request"]!["depth"]!.GetValue<int>());
        Assert.Equal("new", Assert.Single(briefing["changes"]!["changes"]!.AsArray())!["kind"]!.GetValue<string>());
        var later = (await Run("briefings")).Out.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]).Single(other => other != id);
        var compared = await Run("briefings", "compare", id, later, "--format", "txt");
        Assert.Contains("WHAT CHANGED", compared.Out, StringComparison.Ordinal);
        Assert.Contains("1 new", compared.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, (await Run("briefings", "remove", later)).Code);
        Assert.Equal(ExitCode.NoMatch, (await Run("briefings", "remove", later)).Code);
        Assert.Equal(ExitCode.Unavailable, (await Run("briefings", "show", later)).Code);
    }

    [Fact]
    public async Task Brief_SinceAFile_SaysWhatChanged()
    {
        await Index("a.txt", First);
        var file = Path.Combine(_root, "earlier.json");
        await Run("brief", "peace talks Moscow", "--format", "json", "--output", file);
        await Index("b.txt", Second);

        var brief = await Run("brief", "peace talks Moscow", "--since", file);

        Assert.Contains("## What changed", brief.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unavailable, (await Run("brief", "x", "--since", "no-such-briefing")).Code);
    }

    [Fact]
    public async Task Brief_ModelWithoutAddress_NamesTheVariable()
    {
        await Index("a.txt", First);

        var brief = await Run("brief", "peace talks Moscow", "--model");

        Assert.Equal(ExitCode.Usage, brief.Code);
        Assert.Contains("DATELINE_MODEL_URL", brief.Error, StringComparison.Ordinal);
    }

    private async Task Index(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, "in"));
        await File.WriteAllTextAsync(Path.Combine(_root, "in", name), text + "\n\nNothing else was said about the matter on that day.\n");
        await Run("index", Path.Combine(_root, "in"));
    }

    private Task<CliResult> Run(params string[] arguments) => CliFixture.RunInAsync(Path.Combine(_root, "data"), arguments);
}
