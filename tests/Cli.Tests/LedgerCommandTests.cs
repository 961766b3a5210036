namespace Dateline.Cli.Tests;

public sealed class LedgerCommandTests : IDisposable
{
    private const string Words =
        "The ministers met in Moscow on Monday and agreed to meet again, their spokesmen said after the talks. ";

    private readonly string _root = Directory.CreateTempSubdirectory("dateline-ledger-").FullName;

    private string Data => Path.Combine(_root, "data");

    private string Inputs => Path.Combine(_root, "in");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Ledger_OfAMixedRun_CountsListsAndFilters()
    {
        Write("a.txt", Words);
        Write("b.txt", "");
        Write("c.xml", "<other/>");
        Assert.Equal(ExitCode.SomeFailed, (await Run("index", Inputs)).Code);

        var counts = await Run("ledger");
        var failed = await Run("ledger", "--outcome", "failed");
        var json = await Run("ledger", "--reason", "empty", "--json");

        Assert.Contains("1      unsupported", counts.Out, StringComparison.Ordinal);
        Assert.Contains("3  inputs", counts.Out, StringComparison.Ordinal);
        Assert.Contains("failed (unsupported)  c.xml: c.xml is XML", Assert.Single(failed.Out.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
        Assert.Contains("\"origin\":\"b.txt\"", Assert.Single(json.Out.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoMatch, (await Run("ledger", "--vanished")).Code);
        Assert.Equal(ExitCode.Usage, (await Run("ledger", "--outcome", "lost")).Code);
    }

    [Fact]
    public async Task Remove_TakesOutAndStaysOut()
    {
        Write("a.txt", Words);
        Write("b.txt", Words + "Nothing else was said.");
        await Run("index", Inputs);

        Assert.Equal(ExitCode.Ok, (await Run("remove", "a.txt")).Code);
        Assert.Equal(ExitCode.NoMatch, (await Run("remove", "a.txt")).Code);
        Assert.Contains("1 unchanged", (await Run("index", Inputs)).Error, StringComparison.Ordinal);
        Assert.Single((await Run("search", "--limit", "0", "--jsonl", "ministers")).Out.TrimEnd().Split('\n'));
        File.Delete(Path.Combine(Inputs, "b.txt"));
        Assert.Contains("1 inputs of earlier runs", (await Run("index", Inputs)).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await Run("remove", "--vanished")).Code);
        Assert.Contains("1 indexed", (await Run("index", "--restore", Inputs)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AfterTheArticleChanged_HoldsAgainstTheVersionCited()
    {
        Write("a.txt", "Talks in Moscow\n\nUpdated 8:47 PM EDT, Mon July 16, 2012\n\n" + Words
            + "Nothing else was said about the talks in Moscow.\n");
        await Run("index", Inputs);
        var briefing = Path.Combine(_root, "b.json");
        Assert.Equal(ExitCode.Ok, (await Run("brief", "talks Moscow", "--format", "json", "--output", briefing)).Code);
        Write("a.txt", "Talks in Moscow\n\nUpdated 8:47 PM EDT, Mon July 16, 2012\n\nThe talks in Moscow were called "
            + "off on Tuesday, a spokesman said in a statement.\n");
        await Run("index", Inputs);

        var report = await Run("verify", briefing);

        Assert.Equal(ExitCode.NoMatch, report.Code);
        Assert.Contains("in the version cited", report.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("changed  ", report.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_IndexesWhatIsAddedAndStopsCleanly()
    {
        Write("a.txt", Words);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var watching = CliFixture.RunInAsync(Data, stop.Token, "index", "--watch", Inputs);
        await Until(() => Entries() == 1);
        Write("b.txt", Words + "Nothing else was said.");
        await Until(() => Entries() == 2);
        await stop.CancelAsync();

        var result = await watching;

        Assert.Equal(ExitCode.Ok, result.Code);
        Assert.Contains("stopped watching", result.Error, StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> done)
    {
        for (var round = 0; round < 600 && !done(); round++)
            await Task.Delay(100);
        Assert.True(done());
    }

    private int Entries() =>
        File.Exists(Path.Combine(Data, "ledger.jsonl"))
            ? File.ReadAllLines(Path.Combine(Data, "ledger.jsonl")).Length : 0;

    private Task<CliResult> Run(params string[] arguments) => CliFixture.RunInAsync(Data, arguments);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Inputs);
        File.WriteAllText(Path.Combine(Inputs, name), text);
    }
}
