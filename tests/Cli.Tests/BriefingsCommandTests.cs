using System.Text.Json.Nodes;

namespace Dateline.Cli.Tests;

public sealed class BriefingsCommandTests : IDisposable
{
    private const string First = "The ministers met in Moscow on Monday and agreed on peace talks, their spokesmen "
        + "said after the meeting.";
    private const string Second = "Police in Moscow said 40 people who marched against the peace talks of the "
        + "ministers had been detained.";

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
        var later = (await Run("briefings")).Out.TrimEnd().Split('\n').Select(line => line.Split(' ')[0])
            .Single(other => other != id);
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

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("20120716-093000-PEACE")]
    public async Task Briefings_NameThatIsNoBriefing_IsNamedAndReachesNothing(string name)
    {
        await Index("a.txt", First);

        var (show, remove) = (await Run("briefings", "show", name), await Run("briefings", "remove", name));

        Assert.Equal((ExitCode.Unavailable, ExitCode.NoMatch), (show.Code, remove.Code));
        Assert.Contains(name, show.Error, StringComparison.Ordinal);
        Assert.Contains(name, remove.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unavailable, (await Run("briefings", "show", new string('a', 5000))).Code);
    }

    [Fact]
    public async Task Briefings_DamagedAndStrangeFiles_AreListedPlainlyAndHideNoOther()
    {
        await Index("a.txt", First);
        await Run("brief", "peace talks Moscow", "--save");
        var folder = Path.Combine(_root, "data", "briefings");
        var saved = Assert.Single(Directory.GetFiles(folder));
        var strange = (await File.ReadAllTextAsync(saved))
            .Replace("peace talks Moscow", "peace\\u001b[31m\\ntalks", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "20110101-000000-strange.json"), strange);
        await File.WriteAllTextAsync(Path.Combine(folder, "20110102-000000-cut.json"), strange[..500]);

        var list = await Run("briefings");

        var lines = list.Out.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("cannot be read:", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', list.Out);
        Assert.Contains("is no saved briefing", (await Run("briefings", "show", "20110102-000000-cut")).Error,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await Run("briefings", "remove", "20110102-000000-cut")).Code);
    }

    [Fact]
    public async Task Brief_SaveWhereNothingCanBeWritten_PrintsItAndSaysWhyItIsNotSaved()
    {
        await Index("a.txt", First);
        await File.WriteAllTextAsync(Path.Combine(_root, "data", "briefings"),
            "a file stands where the folder should be");

        var brief = await Run("brief", "peace talks Moscow", "--save");

        Assert.Equal(ExitCode.Unavailable, brief.Code);
        Assert.Contains("cannot be saved in", brief.Error, StringComparison.Ordinal);
        Assert.Contains("# Briefing", brief.Out, StringComparison.Ordinal);
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
        await File.WriteAllTextAsync(Path.Combine(_root, "in", name),
            text + "\n\nNothing else was said about the matter on that day.\n");
        await Run("index", Path.Combine(_root, "in"));
    }

    private Task<CliResult> Run(params string[] arguments) =>
        CliFixture.RunInAsync(Path.Combine(_root, "data"), arguments);
}
