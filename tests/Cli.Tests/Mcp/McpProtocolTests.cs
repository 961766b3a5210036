using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol;

namespace Dateline.Cli.Tests.Mcp;

/// <summary>The protocol itself, spoken with the built program.</summary>
[Collection(McpCollection.Name)]
public sealed class McpProtocolTests(McpFixture fixture)
{
    [Fact]
    public async Task Tools_Listed_OnlyReadAndAreThoseOfTheHelp()
    {
        var tools = await fixture.Client.ListToolsAsync();
        Assert.All(tools, static tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, static tool => Assert.NotEmpty(tool.Description));
        var help = await CliFixture.RunInAsync(fixture.Seeds.Data, "mcp", "--help");
        Assert.Contains(string.Join(", ", tools.Select(static tool => tool.Name)) + ".", Unwrapped(help.Out),
            StringComparison.Ordinal);
        Assert.Contains("never instructions", fixture.Client.ServerInstructions, StringComparison.Ordinal);
        Assert.Equal("dateline", fixture.Client.ServerInfo!.Name);
        Assert.Equal("dateline://article/{id}",
            Assert.Single(await fixture.Client.ListResourceTemplatesAsync()).UriTemplate);
    }

    [Theory]
    [InlineData("search", """{"query":"plase:homs"}""", "did you mean 'place'?")]
    [InlineData("search", """{"query":"(homs"}""", "never closed")]
    [InlineData("search", """{"q":"homs"}""", "It takes query,")]
    [InlineData("search", """{"limit":100000}""", "from 0 to 100")]
    [InlineData("article", """{"id":"../../etc/passwd"}""", "has no article")]
    [InlineData("why", """{"value":"lavrov"}""", "write actor:sergey-lavrov")]
    [InlineData("together", """{"with":"source:cnn"}""", "no single place or actor")]
    [InlineData("brief", """{"topic":"  "}""", "say what to brief on")]
    [InlineData("brief", """{"topic":"homs","asOf":"yesterday"}""", "write a day as")]
    [InlineData("brief", """{"topic":"homs","since":"../ledger"}""", "no saved briefing")]
    [InlineData("verify", "{}", "either id or briefing")]
    [InlineData("verify", """{"briefing":{"schema":1}}""", "no briefing")]
    [InlineData("facets", """{"dimension":"place","find":"a","below":"b"}""", "not both")]
    public async Task Call_ThatIsWrong_SaysWhatToDoInstead(string tool, string arguments, string message)
    {
        var result = await fixture.CallRawAsync(tool, JsonSerializer.Deserialize<JsonElement>(arguments));
        Assert.True(result.IsError);
        Assert.Contains(message, McpFixture.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueryError_AsData_NamesThePlaceAndTheSuggestion()
    {
        var result = await fixture.CallRawAsync("search", new { query = "homs plase:x" });
        var error = result.StructuredContent!.Value.GetProperty("errors")[0];
        Assert.Equal(("unknown-field", 5, "place"),
            (error.GetProperty("code").GetString(), error.GetProperty("position").GetInt32(),
                error.GetProperty("suggestion").GetString()));
    }

    [Fact]
    public async Task Unknown_ToolOrResource_IsRefusedByName()
    {
        var tool = await Assert.ThrowsAsync<McpProtocolException>(() => fixture.CallRawAsync("serch"));
        Assert.Contains("Did you mean 'search'?", tool.Message, StringComparison.Ordinal);
        string[] uris =
            ["file:///etc/passwd", "dateline://article/none", "dateline://article/..%2F..%2Fledger.jsonl"];
        foreach (var uri in uris)
            await Assert.ThrowsAsync<McpProtocolException>(async () => await fixture.Client.ReadResourceAsync(uri));
    }

    [Fact]
    public async Task Calls_AtTheSameTime_AnswerAsOneByOne()
    {
        string[] queries = ["", "homs", "\"peace talks\"", "actor:lavrov", "place:syria published:2012-07", "zzzz"];
        List<string> alone = [];
        foreach (var query in queries)
            alone.Add(McpFixture.TextOf(await fixture.CallRawAsync("search", new { query, counts = true })));
        var together = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
            McpFixture.TextOf(await fixture.CallRawAsync("search",
                new { query = queries[number % queries.Length], counts = true }))));
        Assert.All(together.Index(), answer => Assert.Equal(alone[answer.Index % queries.Length], answer.Item));
    }

    [Fact]
    public async Task Call_Cancelled_IsGivenUpAndTheServerGoesOn()
    {
        using var stop = new CancellationTokenSource();
        var call = fixture.CallRawAsync("brief", new { topic = "syria", length = "full" }, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(23, (await fixture.CallAsync("archive")).GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Lines_PipedIn_AreAllAnsweredBeforeTheEnd()
    {
        const string version = "2025-06-18";
        using var server = Start(fixture.Seeds.Data);
        var output = server.StandardOutput.ReadToEndAsync();
        await server.StandardInput.WriteAsync(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"VERSION","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"homs","limit":1}}}
            this is no message
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search","arguments":{"query":"ENDLESS"}}}
            {"jsonrpc":"2.0","id":"four","method":"tools/call","params":{"name":"suggest","arguments":{"query":"Sırrı Süreyya 中"}}}

            """.Replace("VERSION", version, StringComparison.Ordinal)
                .Replace("ENDLESS", new string('x', 9 << 20), StringComparison.Ordinal));
        server.StandardInput.Close();
        List<JsonElement> answers = [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json)];
        await server.WaitForExitAsync();

        Assert.Equal(0, server.ExitCode);
        Assert.All(answers, static answer => Assert.Equal("2.0", answer.GetProperty("jsonrpc").GetString()));
        var initialized = Answer(answers, "1").GetProperty("result");
        Assert.Equal(version, initialized.GetProperty("protocolVersion").GetString());
        Assert.True(initialized.GetProperty("capabilities").TryGetProperty("tools", out _));
        var found = Answer(answers, "2").GetProperty("result").GetProperty("content")[0].GetProperty("text")
            .GetString()!;
        Assert.Equal(7, Json(found).GetProperty("total").GetInt32());
        Assert.True(Answer(answers, "\"four\"").TryGetProperty("result", out _));
        Assert.Contains("at most 8388608 bytes",
            Answer(answers, "3").GetProperty("error").GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.Equal(-32700, Answer(answers, "null").GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(5, answers.Count);
    }

    [Fact]
    public async Task Archive_ChangedByAnotherProcess_IsSeenAtOnce()
    {
        using var folder = new CliFixture();
        await using var client = await McpFixture.ConnectAsync(folder.PathOf("data"));
        Assert.Equal(1, await Total());
        await File.WriteAllTextAsync(
            folder.PathOf("in", "more.txt"), "Second report from Homs\n\nUpdated 9:12 AM EDT, Sat June 30, 2012\n\n"
            + "BEIRUT (Norrland) - People left the old city of Homs in Syria on Saturday, residents said, and the "
            + "road to the south was open.\n");
        Assert.Equal(0, (await folder.RunAsync("index", folder.PathOf("in"))).Code);
        Assert.Equal(2, await Total());

        async Task<int> Total() =>
            (await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "homs" }))
            .StructuredContent!.Value.GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task Reader_OfTheAnswersGone_EndsTheProcess()
    {
        using var server = Start(fixture.Seeds.Data);
        server.StandardOutput.Close();
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, server.ExitCode);
    }

    [SkippableFact]
    public async Task Interrupt_WhileWaiting_EndsInOrder()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signal.");
        using var server = Start(fixture.Seeds.Data);
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        await server.StandardOutput.ReadLineAsync();
        using var kill =
            Process.Start("kill", ["-INT", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, server.ExitCode);
    }

    [Fact]
    public async Task Folder_WithoutArchive_IsToldOnStandardErrorAlone()
    {
        using var server = Start(Path.Combine(fixture.Seeds.Data, "none"));
        var output = await server.StandardOutput.ReadToEndAsync();
        await server.WaitForExitAsync();
        Assert.Equal((4, ""), (server.ExitCode, output));
        Assert.Contains("There is no archive", await server.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static Process Start(string data) =>
        Process.Start(new ProcessStartInfo("dotnet", [McpFixture.Program, "mcp", "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        })!;

    private static JsonElement Answer(List<JsonElement> answers, string id) =>
        answers.Single(answer => answer.TryGetProperty("id", out var given) && given.GetRawText() == id);

    private static string Unwrapped(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
