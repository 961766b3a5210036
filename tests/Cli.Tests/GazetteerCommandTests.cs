namespace Dateline.Cli.Tests;

public sealed class GazetteerCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dateline-gazetteer-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Gazetteer_AddedThenRemoved_IsUsedAtTheNextIndexing()
    {
        Directory.CreateDirectory(Path.Combine(_root, "in"));
        File.WriteAllText(Path.Combine(_root, "in", "a.txt"),
            "Shells fell in Qasr Tellun on Monday, and three people were killed there, the Syrian state agency said "
                + "in a report.\n");
        File.WriteAllText(
            Path.Combine(_root, "own.tsv"), "Qasr Tellun\t35.1\t36.7\tsyria/hama\nBroken\tnorth\teast\tsyria\n");
        await Run("index", Path.Combine(_root, "in"));
        Assert.Equal(ExitCode.NoMatch, (await Run("gazetteer", "list")).Code);

        var added = await Run("gazetteer", "add", Path.Combine(_root, "own.tsv"));
        Assert.Equal(ExitCode.SomeFailed, added.Code);
        Assert.Contains("line 2: 'north' and 'east'", added.Error, StringComparison.Ordinal);
        Assert.StartsWith("own: 1 new places", added.Out, StringComparison.Ordinal);
        Assert.StartsWith("own  1 places", (await Run("gazetteer", "list")).Out, StringComparison.Ordinal);

        await Run("index", Path.Combine(_root, "in"));
        Assert.Contains("syria/hama/qasr-tellun",
            (await Run("facets", "--dimension", "place", "--below", "syria/hama")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await Run("gazetteer", "remove", "own")).Code);
        Assert.Equal(ExitCode.NoMatch, (await Run("gazetteer", "remove", "own")).Code);
    }

    private Task<CliResult> Run(params string[] arguments) =>
        CliFixture.RunInAsync(Path.Combine(_root, "data"), arguments);
}
