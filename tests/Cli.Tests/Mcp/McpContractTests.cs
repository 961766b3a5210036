using System.Text.Json;

namespace Dateline.Cli.Tests.Mcp;

/// <summary>
/// One query gives the same answer to a client of the protocol as on the command line and in the API.
/// </summary>
[Collection(McpCollection.Name)]
public sealed class McpContractTests(McpFixture fixture)
{
    [Theory]
    [InlineData("")]
    [InlineData("Moscow talks")]
    [InlineData("place:(syria/homs OR lebanon) -place:turkey")]
    [InlineData("actor:lavrov published:2012-06..2012-07")]
    [InlineData("homz place:hms")]
    [InlineData("is:undated count:stories")]
    public async Task Search_AnyQuery_AgreesWithCommandAndApi(string query)
    {
        var mcp = await fixture.CallAsync("search", new { query, counts = true });
        var command = Json((await CliFixture.RunInAsync(fixture.Seeds.Data, "search", query, "--json")).Out);
        var api = Json(await fixture.Seeds.Client.GetStringAsync(
            new Uri($"/api/search?q={Uri.EscapeDataString(query)}", UriKind.Relative)));
        string[] names =
            ["query", "warnings", "total", "hits", "facets", "missing", "histogram", "undated", "version"];
        foreach (var name in names)
        {
            Assert.True(JsonElement.DeepEquals(command.GetProperty(name),
                mcp.GetProperty(name)), $"{name} differs from the command's");
            Assert.True(
                JsonElement.DeepEquals(api.GetProperty(name), mcp.GetProperty(name)), $"{name} differs from the API's");
        }
    }

    [Theory]
    [InlineData("", "newest")]
    [InlineData("syria -actor:annan", "relevance")]
    public async Task Search_PageByPage_ListsEveryArticleOnce(string query, string sort)
    {
        var stream = (await CliFixture.RunInAsync(fixture.Seeds.Data, "search",
            query, "--jsonl", "--limit", "0", "--sort", sort)).Out;
        string[] expected = [.. stream.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => Id(Json(line)))];
        List<string> found = [];
        for (int? offset = 0; offset is { } at;)
        {
            var page = await fixture.CallAsync("search", new { query, sort, limit = 4, offset = at });
            found.AddRange(page.GetProperty("hits").EnumerateArray().Select(Id));
            Assert.Equal(expected.Length, page.GetProperty("total").GetInt32());
            Assert.Equal(expected.Length - found.Count, page.GetProperty("left").GetInt32());
            offset = page.TryGetProperty("nextOffset", out var next) ? next.GetInt32() : null;
        }

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("place", "syria", null, null)]
    [InlineData("place", "", null, "syria")]
    [InlineData("actor", "talks", "lavr", null)]
    [InlineData("source", "-source:norrland", null, null)]
    [InlineData("date", "published:2012-07", null, null)]
    public async Task Facets_AnyDimension_AgreeWithTheCommand(string dimension, string query, string? find,
        string? below)
    {
        var mcp = await fixture.CallAsync("facets", new { dimension, query, find, below, limit = 20 });
        List<string> line = ["facets", query, "--dimension", dimension, "--json"];
        if (find is not null) line.AddRange(["--find", find]);
        if (below is not null) line.AddRange(["--below", below]);
        var command = Json((await CliFixture.RunInAsync(fixture.Seeds.Data, [.. line])).Out);
        foreach (var property in command.EnumerateObject())
            Assert.True(JsonElement.DeepEquals(property.Value, mcp.GetProperty(property.Name)), property.Name);
    }

    [Fact]
    public async Task Facets_WithMoreThanListed_SaySo()
    {
        var some = await fixture.CallAsync("facets", new { dimension = "actor", limit = 3 });
        var all = await fixture.CallAsync("facets", new { dimension = "actor", limit = 100 });
        Assert.True(some.GetProperty("more").GetBoolean());
        Assert.False(all.GetProperty("more").GetBoolean());
        Assert.Equal(all.GetProperty("distinctValues").GetInt32(), all.GetProperty("values").GetArrayLength());
    }

    [Fact]
    public async Task Briefing_AsJson_IsTheCommandsByteForByteAndVerifies()
    {
        const string topic = "peace talks in Moscow";
        var result = await fixture.CallRawAsync("brief", new { topic, format = "json", length = "brief" });
        var command = (await CliFixture.RunInAsync(fixture.Seeds.Data, "brief",
            topic, "--format", "json", "--length", "brief")).Out;
        Assert.True(JsonElement.DeepEquals(Json(command), result.StructuredContent!.Value));
        var report = await fixture.CallAsync("verify", new { briefing = result.StructuredContent });
        Assert.True(report.GetProperty("allOk").GetBoolean());
        Assert.InRange(report.GetProperty("citations").GetInt32(), 5, 1000);
        var changed = command.Replace("\"quote\": \"", "\"quote\": \"not ", StringComparison.Ordinal);
        report = await fixture.CallAsync("verify", new { briefing = Json(changed) });
        Assert.Equal(report.GetProperty("citations").GetInt32(), report.GetProperty("differing").GetInt32());
        Assert.Equal(report.GetProperty("differing").GetInt32(), report.GetProperty("checks").GetArrayLength());
    }

    [Fact]
    public async Task Briefing_AsMarkdown_IsTheCommands()
    {
        var result = await fixture.CallRawAsync("brief",
            new { topic = "homs", asOf = "2012-07-01", sections = (string[])["timeline", "gaps"] });
        var command = await CliFixture.RunInAsync(
            fixture.Seeds.Data, "brief", "homs", "--as-of", "2012-07-01", "--sections", "timeline,gaps",
            "--format", "md");
        Assert.Equal(command.Out, McpFixture.TextOf(result));
        Assert.Equal("homs", result.StructuredContent!.Value.GetProperty("header").GetProperty("topic").GetString());
    }

    [Fact]
    public async Task WhyAndTogether_OfAValue_LeadToQueriesThatFindSoMany()
    {
        var why = await fixture.CallAsync("why", new { value = "actor:lavrov", query = "Moscow", limit = 2 });
        Assert.Equal(await Total(why.GetProperty("canonicalQuery").GetString()!), why.GetProperty("total").GetInt32());
        var lines = (
            await CliFixture.RunInAsync(fixture.Seeds.Data, "why", "actor:lavrov", "Moscow", "--jsonl", "-n", "2")).Out;
        Assert.Equal(
            lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => Id(Json(line))),
            why.GetProperty("articles").EnumerateArray().Select(Id));

        var together = await fixture.CallAsync("together", new { query = "Moscow", with = "actor:lavrov", limit = 3 });
        foreach (var count in together.GetProperty("rows")[0].GetProperty("actors").EnumerateArray())
            Assert.Equal(await Total(count.GetProperty("query").GetString()!), count.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Archive_AndLedger_CountWhatTheCommandCounts()
    {
        var archive = await fixture.CallAsync("archive");
        Assert.Equal(await Total(""), archive.GetProperty("articles").GetInt32());
        Assert.Equal(await Total("is:undated"), archive.GetProperty("undated").GetInt32());
        var undated = await fixture.CallAsync("ledger", new { undated = true, limit = 2 });
        var lines = (await CliFixture.RunInAsync(fixture.Seeds.Data, "ledger", "--undated", "--json")).Out
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, undated.GetProperty("total").GetInt32());
        Assert.True(JsonElement.DeepEquals(Json(lines[1]), undated.GetProperty("entries")[1]));
        Assert.Equal(lines.Length - 2, undated.GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task Article_ById_IsTheCommandsWithItsSpans()
    {
        var id = Id((await fixture.CallAsync("search", new { query = "homs" })).GetProperty("hits")[0]);
        var mcp = await fixture.CallAsync("article", new { id });
        var command = Json((await CliFixture.RunInAsync(fixture.Seeds.Data, "show", id, "--json")).Out);
        foreach (var name in (string[])["title", "body", "published", "evidence", "eventDates", "contentHash"])
            Assert.True(JsonElement.DeepEquals(command.GetProperty(name), mcp.GetProperty(name)), name);
        var (places, expected) = (mcp.GetProperty("places"), command.GetProperty("places"));
        Assert.Equal(expected.GetArrayLength(), places.GetArrayLength());
        Assert.True(JsonElement.DeepEquals(expected[0].GetProperty("mentions"), places[0].GetProperty("mentions")));
        var resource = await fixture.Client.ReadResourceAsync("dateline://article/" + id);
        var contents = Assert.IsType<ModelContextProtocol.Protocol.TextResourceContents>(
            Assert.Single(resource.Contents));
        Assert.Equal(mcp.GetProperty("body").GetString(), Json(contents.Text).GetProperty("body").GetString());
    }

    private async Task<int> Total(string query) =>
        (await fixture.CallAsync("search", new { query, limit = 0 })).GetProperty("total").GetInt32();

    private static string Id(JsonElement hit) => hit.GetProperty("id").GetString()!;

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
