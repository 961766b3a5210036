using System.Diagnostics;

namespace Dateline.Cli.Tests;

/// <summary>
/// What is said of a command line that is wrong: one sentence with what to write instead, and exit code 2.
/// </summary>
public sealed class UsageTests(CliFixture fixture) : IClassFixture<CliFixture>
{
    [Theory]
    [InlineData("there is no option '--jsn': did you mean '--json'?", "search", "--jsn", "homs")]
    [InlineData("there is no option '--lenght': did you mean '--length'?", "brief", "--lenght", "full", "homs")]
    [InlineData("there is no option '--wtch': did you mean '--watch'?", "index", "--wtch", "in")]
    [InlineData("there is no option '--jsn': did you mean '--json'?", "show", "--jsn", "id")]
    [InlineData("there is no command 'serch': did you mean 'search'?", "serch", "homs")]
    [InlineData("there is no command 'mrege': did you mean 'merge'?", "curate", "mrege", "actor:a")]
    [InlineData("--limit is 'x': give a whole number, 0 or more.", "search", "homs", "-n", "x")]
    [InlineData("--limit is '-1': give a whole number, 0 or more.", "facets", "homs", "--limit", "-1")]
    [InlineData("--limit is '1.5': give a whole number, 0 or more.", "suggest", "homs", "-n", "1.5")]
    [InlineData("--limit is '51': give a whole number from 1 to 50.", "together", "-n", "51")]
    [InlineData("--depth is 'all': give a whole number from 1 to 200.", "brief", "homs", "--depth", "all")]
    [InlineData("--port is '65536': give a whole number from 0 to 65535.", "serve", "--port", "65536")]
    [InlineData("--sort is 'best': give one of relevance, newest, oldest.", "search", "--sort", "best")]
    [InlineData("--by is 'week': give one of day, month, year.", "search", "--by", "week")]
    [InlineData(
        "--dimension is 'homs': give one of place, actor, source, date.", "facets", "--dimension", "place", "homs")]
    [InlineData("--format is 'doc': give one of md, html, json, txt.", "brief", "homs", "--format", "doc")]
    [InlineData(
        "--outcome is 'bad': give one of indexed, duplicate, no-text, failed, skipped, removed.", "ledger", "--outcome",
        "bad")]
    [InlineData("'x' is no number of a record; see: dateline curate list", "curate", "undo", "x")]
    [InlineData("the topic is empty: say what to brief on, or * for everything.", "brief", " ")]
    public async Task Word_Wrong_IsToldWithWhatToWriteInstead(string message, params string[] arguments)
    {
        var result = await fixture.RunAsync(arguments);
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Equal($"dateline: {message}", result.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task Word_BehindTwoHyphens_IsNoOption()
    {
        using var error = new StringWriter();
        using var output = new StringWriter();
        using var io = new CliIo { Out = output, Error = error };
        var code = await DatelineCommand.RunAsync(
            ["search", "--data", fixture.PathOf("data"), "--json", "--", "--homs"], io);
        Assert.Equal(0, code);
        Assert.Contains("\"text\": \"--homs\"", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "-bread")]
    [InlineData("search", "-place:syria", "bread")]
    [InlineData("facets", "-n", "1", "--dimension", "place", "--dimension", "ACTOR")]
    [InlineData("search", "--sort", "NEWEST")]
    public async Task Words_Right_AreTaken(params string[] arguments) =>
        Assert.Equal(0, (await fixture.RunAsync(arguments)).Code);

    [Fact]
    public async Task Help_OfASubcommand_HasTheExamplesOfItsCommand()
    {
        var help = (await fixture.RunAsync("briefings", "remove", "--help")).Out;
        Assert.Contains("dateline briefings compare", help, StringComparison.Ordinal);
        Assert.DoesNotContain("dateline remove", help, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Output_ThatCannotBeWritten_IsAnErrorNotACrash()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no device that is always full.");
        var program = Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll");
        using var shell = Process.Start(new ProcessStartInfo(
            "bash", ["-c", $"dotnet '{program}' search --data '{fixture.PathOf("data")}' > /dev/full"])
        {
            RedirectStandardError = true,
        })!;
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(4, shell.ExitCode);
        Assert.EndsWith("dateline: Writing to standard output failed: No space left on device.\n", error,
            StringComparison.Ordinal);
    }
}
