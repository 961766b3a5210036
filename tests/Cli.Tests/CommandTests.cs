using System.Text.Json;

namespace Dateline.Cli.Tests;

public sealed class CommandTests(CliFixture fixture) : IClassFixture<CliFixture>
{
    [Fact]
    public void Index_Folder_SaysWhatBecameOfItOnStandardError()
    {
        Assert.Equal(0, fixture.Indexed.Code);
        Assert.Empty(fixture.Indexed.Out);
        Assert.Contains("3 inputs", fixture.Indexed.Error, StringComparison.Ordinal);
        Assert.Contains("3 indexed, 0 unchanged, 0 duplicates, 0 without text, 0 left out, 0 failed",
            fixture.Indexed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Json_PrintsQueryTotalHitsAndFacets()
    {
        var result = await fixture.RunAsync("search", "talks", "published:2012-07..2012-07", "--json");
        Assert.Equal(0, result.Code);
        var json = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal("talks published:2012-07..2012-07", json.GetProperty("query").GetProperty("text").GetString());
        Assert.Equal("talks published:2012-07", json.GetProperty("query").GetProperty("canonical").GetString());
        Assert.Equal(1, json.GetProperty("total").GetInt32());
        Assert.Equal(0, json.GetProperty("undated").GetInt32());
        Assert.Equal(0, json.GetProperty("warnings").GetArrayLength());
        var hit = Assert.Single(json.GetProperty("hits").EnumerateArray());
        Assert.Equal("2012-07-16", hit.GetProperty("published").GetString());
        Assert.Equal("Envoy meets minister for talks", hit.GetProperty("title").GetString());
        Assert.Contains("talks", hit.GetProperty("snippet").GetString(), StringComparison.Ordinal);
        var facets = json.GetProperty("facets");
        Assert.Equal(["place", "actor", "source", "date"], facets.EnumerateObject().Select(facet => facet.Name));
        Assert.Contains(facets.GetProperty("place").EnumerateArray(), value =>
            value.GetProperty("value").GetString() == "russia" && value.GetProperty("count").GetInt32() == 1);
        Assert.Equal(1, json.GetProperty("histogram").EnumerateArray().Sum(bucket =>
            bucket.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("place:syria/homs", 1)]
    [InlineData("actor:lavrov", 1)]
    [InlineData("is:undated", 1)]
    [InlineData("\"peace talks\"", 1)]
    [InlineData("published:2012-06..2012-07", 2)]
    [InlineData("syria OR bread", 3)]
    public async Task Search_EveryForm_GivesTheSameTotal(string query, int total)
    {
        var json = JsonDocument.Parse((await fixture.RunAsync("search", query, "--json")).Out).RootElement;
        Assert.Equal(total, json.GetProperty("total").GetInt32());
        var lines = (await fixture.RunAsync("search", query, "--jsonl", "--limit", "0")).Out;
        Assert.Equal(total, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var facet = JsonDocument.Parse(
            (await fixture.RunAsync("facets", query, "--dimension", "source", "--json")).Out).RootElement;
        Assert.Equal(total, facet.GetProperty("total").GetInt32());
        var histogram = json.GetProperty("histogram").EnumerateArray()
            .Sum(bucket => bucket.GetProperty("count").GetInt32());
        Assert.Equal(total, histogram + json.GetProperty("undated").GetInt32());
        var list = await fixture.RunAsync("search", query);
        Assert.Contains(total == 1 ? "1 article" : $"{total} articles", list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_NoMatch_ExitsWith1()
    {
        var result = await fixture.RunAsync("search", "zebra", "--json");
        Assert.Equal(1, result.Code);
        Assert.Equal(0, JsonDocument.Parse(result.Out).RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Search_UnknownField_ExitsWith2AndPointsAtIt()
    {
        var result = await fixture.RunAsync("search", "syria", "plcae:homs");
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Out);
        Assert.Contains("unknown field 'plcae' at 6: did you mean 'place'?", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n  syria plcae:homs\n        ^^^^^^\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_BadQueryWithJson_PrintsTheErrorsAsData()
    {
        var result = await fixture.RunAsync("search", "place:", "--json");
        Assert.Equal(2, result.Code);
        var error = JsonDocument.Parse(result.Out).RootElement.GetProperty("errors")[0];
        Assert.Equal("empty-value", error.GetProperty("code").GetString());
        Assert.Equal(0, error.GetProperty("position").GetInt32());
    }

    [Fact]
    public async Task Search_UnknownValue_WarnsAndFindsNothing()
    {
        var result = await fixture.RunAsync("search", "actor:lavrow", "--json");
        Assert.Equal(1, result.Code);
        var warning = Assert.Single(JsonDocument.Parse(result.Out).RootElement.GetProperty("warnings")
            .EnumerateArray());
        Assert.Equal("unknown-value", warning.GetProperty("code").GetString());
        Assert.Contains("actor:lavrov", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "talks", "--limit", "-1")]
    [InlineData("search", "talks", "--sort", "sideways")]
    [InlineData("facets", "--dimension", "colour")]
    [InlineData("show")]
    [InlineData("index")]
    [InlineData("frobnicate")]
    [InlineData("brief")]
    [InlineData("brief", "talks", "--depth", "0")]
    [InlineData("brief", "talks", "--as-of", "yesterday")]
    [InlineData("brief", "talks", "--sections", "weather")]
    [InlineData("brief", "talks", "--length", "huge")]
    [InlineData("serve", "--port", "65536")]
    public async Task Usage_Wrong_ExitsWith2(params string[] arguments)
    {
        var result = await fixture.RunAsync(arguments);
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Out);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_Missing_ExitsWith4AndSaysHowToMakeOne()
    {
        foreach (var command in new[] { new[] { "search", "x" }, ["facets"], ["show", "0123456789abcdef"],
            ["brief", "x"], ["serve"] })
        {
            var result = await CliFixture.RunInAsync(fixture.PathOf("no-such-data"), command);
            Assert.Equal(4, result.Code);
            Assert.Contains("dateline index --data", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Archive_Damaged_ExitsWith5()
    {
        var data = fixture.PathOf("damaged");
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "index", fixture.PathOf("in"))).Code);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "index"), "segments_*"))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 0xFF;
            File.WriteAllBytes(file, bytes);
        }

        var result = await CliFixture.RunInAsync(data, "search", "talks");
        Assert.Equal(5, result.Code);
        Assert.Contains("segments_", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_AnyFileDamagedAnywhere_AnswersOrSaysSo()
    {
        var data = fixture.PathOf("flipped");
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "index", fixture.PathOf("in"))).Code);
        List<int> codes = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "index")).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var at in Enumerable.Range(1, 5).Select(part => bytes.Length * part / 6)
                .Where(at => at < bytes.Length))
            {
                var flipped = (byte[])bytes.Clone();
                flipped[at] ^= 0x55;
                File.WriteAllBytes(file, flipped);
                codes.Add((await CliFixture.RunInAsync(data, "search", "talks OR bread", "--json")).Code);
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.All(codes, code => Assert.Contains(code, new[] { 0, 1, 5 }));
        Assert.Contains(5, codes);
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "search", "talks")).Code);
    }

    [Fact]
    public async Task Index_SomeBad_ExitsWith3AndIndexesTheRest()
    {
        var folder = Directory.CreateDirectory(fixture.PathOf("mixed")).FullName;
        File.Copy(fixture.PathOf("talks.txt"), Path.Combine(folder, "talks.txt"));
        File.WriteAllBytes(Path.Combine(folder, "bad.txt"), [0, 1, 2, 0, 0, 3]);
        var result = await CliFixture.RunInAsync(fixture.PathOf("mixed-data"), "index", folder, fixture.PathOf("gone"));
        Assert.Equal(3, result.Code);
        Assert.Contains("1 indexed", result.Error, StringComparison.Ordinal);
        Assert.Contains("2 failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("bad.txt: binary", result.Error, StringComparison.Ordinal);
        Assert.Contains("gone: not-found", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_File_PrintsFlatValuesWithTheirSpans()
    {
        var result = await fixture.RunAsync("extract", fixture.PathOf("talks.txt"));
        Assert.Equal(0, result.Code);
        var json = JsonDocument.Parse(
            Assert.Single(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(
            [
                "id", "origin", "title", "body", "outlet", "byline", "url", "published", "publishedInstant",
                "publishedRule", "story", "estimatedPublished", "added", "contentHash", "extractionVersion", "evidence",
                "eventDates", "places", "actors",
            ],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2012-07-16", json.GetProperty("published").GetString());
        var body = json.GetProperty("body").GetString()!;
        foreach (var date in json.GetProperty("eventDates").EnumerateArray()
            .Where(date => date.GetProperty("field").GetString() == "body"))
            Assert.Equal(date.GetProperty("quote").GetString(),
                body[date.GetProperty("start").GetInt32()..date.GetProperty("end").GetInt32()]);
        Assert.Contains(json.GetProperty("actors").EnumerateArray(),
            actor => actor.GetProperty("kind").GetString() == "person");
        Assert.Contains(json.GetProperty("places").EnumerateArray(),
            place => place.TryGetProperty("geonamesId", out _));
    }

    [Fact]
    public async Task Show_Article_PrintsItOrExitsWith1()
    {
        var hits = JsonDocument.Parse(
            (await fixture.RunAsync("search", "bread", "--json")).Out).RootElement.GetProperty("hits");
        var id = hits[0].GetProperty("id").GetString()!;
        var text = await fixture.RunAsync("show", id);
        Assert.Equal(0, text.Code);
        Assert.StartsWith("Bread prices rise\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("undated", text.Out, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await fixture.RunAsync("show", id, "--json")).Out).RootElement;
        Assert.Equal(id, json.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.String, json.GetProperty("added").ValueKind);
        Assert.Equal(1, (await fixture.RunAsync("show", "ffffffffffffffff")).Code);
    }

    [Fact]
    public async Task Facets_Find_ListsOnlyMatchingValues()
    {
        var result = await fixture.RunAsync("facets", "--dimension", "place", "--find", "hom");
        Assert.Contains("[syria/homs]", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("[russia", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BriefAndVerify_SavedBriefing_HoldsUntilASourceChanges()
    {
        var data = fixture.PathOf("brief-data");
        var folder = Directory.CreateDirectory(fixture.PathOf("brief-in")).FullName;
        var source = Path.Combine(folder, "talks.txt");
        File.Copy(fixture.PathOf("talks.txt"), source);
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "index", folder)).Code);
        var file = fixture.PathOf("briefing.json");
        Assert.Equal(
            0, (await CliFixture.RunInAsync(data, "brief", "peace talks", "--format", "json", "--output", file)).Code);
        var intact = await CliFixture.RunInAsync(data, "verify", file);
        Assert.Equal((0, ""), (intact.Code, intact.Out));
        File.WriteAllText(
            source, File.ReadAllText(source).Replace("peace talks", "piece talks", StringComparison.Ordinal));
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "index", folder)).Code);
        var changed = await CliFixture.RunInAsync(data, "verify", file);
        Assert.Equal(1, changed.Code);
        Assert.Contains("changed", changed.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await CliFixture.RunInAsync(data, "verify", source)).Code);
        Assert.Equal(4, (await CliFixture.RunInAsync(data, "verify", fixture.PathOf("no-briefing.json"))).Code);
    }

    [Fact]
    public async Task Verify_SourceEditedButNotIndexedAgain_SaysSo()
    {
        var data = fixture.PathOf("edited-data");
        var folder = Directory.CreateDirectory(fixture.PathOf("edited-in")).FullName;
        var source = Path.Combine(folder, "talks.txt");
        File.Copy(fixture.PathOf("talks.txt"), source);
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "index", folder)).Code);
        var file = fixture.PathOf("edited.json");
        Assert.Equal(
            0, (await CliFixture.RunInAsync(data, "brief", "peace talks", "--format", "json", "--output", file)).Code);
        var original = File.ReadAllText(source);
        File.WriteAllText(source, original.Replace("peace talks", "piece talks", StringComparison.Ordinal));
        var changed = await CliFixture.RunInAsync(data, "verify", file);
        Assert.Equal(1, changed.Code);
        Assert.Contains($"changed since it was indexed ({source})", changed.Out, StringComparison.Ordinal);
        var asJson = JsonDocument.Parse((await CliFixture.RunInAsync(data, "verify", file, "--json")).Out).RootElement;
        Assert.Contains(asJson.GetProperty("checks").EnumerateArray(),
            check => check.GetProperty("status").GetString() == "changed");
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "verify", file, "--archive-only")).Code);
        File.WriteAllText(source, "");
        Assert.Contains("is empty", (await CliFixture.RunInAsync(data, "verify", file)).Out, StringComparison.Ordinal);
        File.Delete(source);
        var gone = await CliFixture.RunInAsync(data, "verify", file);
        Assert.Equal((0, ""), (gone.Code, gone.Out));
        Assert.Contains($"{source} was not compared", gone.Error, StringComparison.Ordinal);
        File.WriteAllText(source, original);
        Assert.Equal(0, (await CliFixture.RunInAsync(data, "verify", file)).Code);
    }

    [Fact]
    public async Task Suggest_Beginning_PrintsOneJsonObjectASuggestion()
    {
        var result = await fixture.RunAsync("suggest", "talks", "lavr", "--jsonl");
        Assert.Equal(0, result.Code);
        var first = JsonDocument.Parse(result.Out.Split('\n')[0]).RootElement;
        Assert.Equal("actor", first.GetProperty("kind").GetString());
        Assert.StartsWith("talks actor:", first.GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Contains("lavrov]", (await fixture.RunAsync("suggest", "lavr")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await fixture.RunAsync("suggest", "zzzz")).Code);
    }

    [Fact]
    public async Task Facets_Below_PrintsOneLevel()
    {
        var result = await fixture.RunAsync("facets", "--dimension", "place", "--below", "syria");
        Assert.Equal(0, result.Code);
        Assert.Contains("[syria/homs]", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("[syria]", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await fixture.RunAsync("facets", "--below", "syria", "--find", "x")).Code);
    }

    [Fact]
    public async Task Search_UnknownWord_SaysWhatToTry()
    {
        var result = await fixture.RunAsync("search", "minsiter");
        Assert.Equal(1, result.Code);
        Assert.Contains("try: minister", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_OneFolderAfterAnother_KeepsFilesOfTheSameName()
    {
        var data = fixture.PathOf("two-data");
        foreach (var (name, article) in new[] { ("first", "talks.txt"), ("second", "bread.txt") })
        {
            var folder = Directory.CreateDirectory(fixture.PathOf(name)).FullName;
            File.Copy(fixture.PathOf(article), Path.Combine(folder, "page.txt"));
            Assert.Contains("1 indexed", (await CliFixture.RunInAsync(data, "index", folder)).Error,
                StringComparison.Ordinal);
        }

        var lines = (await CliFixture.RunInAsync(data, "search", "", "--jsonl", "--limit", "0")).Out;
        Assert.Equal(2, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var again = await CliFixture.RunInAsync(data, "index", fixture.PathOf("second"), fixture.PathOf("first"));
        Assert.Contains("0 indexed, 2 unchanged", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("search", "--help")]
    [InlineData("index", "--help")]
    [InlineData("extract", "--help")]
    [InlineData("facets", "--help")]
    [InlineData("suggest", "--help")]
    [InlineData("show", "--help")]
    [InlineData("brief", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("serve", "--help")]
    public async Task Help_Command_ShowsUsageExamplesAndExitCodes(params string[] arguments)
    {
        var result = await fixture.RunAsync(arguments);
        Assert.Equal(0, result.Code);
        Assert.Contains("dateline", result.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", result.Out, StringComparison.Ordinal);
        if (arguments.Length > 1)
            Assert.Contains("Examples:", result.Out, StringComparison.Ordinal);
    }
}
