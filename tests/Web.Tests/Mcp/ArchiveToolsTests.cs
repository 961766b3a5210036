using System.Text.Json;
using Dateline.Index;
using Dateline.Web.Hosting;
using Dateline.Web.Mcp;

namespace Dateline.Web.Tests.Mcp;

[Collection(SeedSiteTests.Name)]
public sealed class ArchiveToolsTests(SeedSite site)
{
    [Fact]
    public async Task Call_LongerThanItsTime_IsStoppedAndSaysWhatToDo()
    {
        using var tools = Tools(time: new Hasty());
        var answer = await tools.RunAsync("search", Forever, CancellationToken.None);
        Assert.True(answer.IsError);
        Assert.Contains("narrow the query", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Cancelled_EndsWithoutAnswer()
    {
        using var tools = Tools();
        using var stop = new CancellationTokenSource();
        var call = tools.RunAsync("search", Forever, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Calls_BeyondTheQueue_AreRefusedAndTheOthersAnswered()
    {
        using var tools = Tools();
        var gate = new TaskCompletionSource<ToolAnswer>();
        Task<ToolAnswer>[] calls = [.. Enumerable.Range(0, 70)
            .Select(_ => tools.RunAsync("search", _ => gate.Task, CancellationToken.None))];
        var refused = calls.Where(static call => call.IsCompleted).ToList();
        gate.SetResult(new ToolAnswer { Text = "done" });
        await Task.WhenAll(calls);
        Assert.Equal(6, refused.Count);
        Assert.All(refused, call => Assert.True(call.Result.IsError));
        Assert.Equal(64, calls.Count(static call => call.Result.Text == "done"));
        Assert.Equal("done", (await tools.RunAsync("search", _ => gate.Task, CancellationToken.None)).Text);
    }

    [Fact]
    public async Task Failure_OfTheArchive_BecomesAnAnswer()
    {
        using var talk = new StringWriter();
        using var tools = Tools(talk);
        var damaged = await tools.RunAsync("search", _ => throw new CorruptIndexException("_0.cfs", 12, "is cut"),
            CancellationToken.None);
        var gone = await tools.RunAsync("search", _ => throw new FileNotFoundException("_0.cfs is gone"),
            CancellationToken.None);
        Assert.Equal("", talk.ToString());
        var defect = await tools.RunAsync("search", _ => throw new InvalidOperationException("secret"),
            CancellationToken.None);
        Assert.True(damaged.IsError && gone.IsError && defect.IsError);
        Assert.Contains("_0.cfs", damaged.Text, StringComparison.Ordinal);
        Assert.Equal("_0.cfs is gone", gone.Text);
        Assert.DoesNotContain("secret", defect.Text, StringComparison.Ordinal);
        Assert.Contains("secret", talk.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Article_InParts_JoinsToItsBodyAndHoldsEveryMentionOnce()
    {
        var longest = site.Archive.Export(Search.Querying.ArchiveQuery.All).MaxBy(article => article.Body.Length)!;
        var (body, mentions) = ("", 0);
        for (int? offset = 0; offset is { } at;)
        {
            var part = ArticleTools.Article(site.Archive, longest.Id, at, 100, evidence: true).Data!;
            Assert.Equal(at, (int)part["bodyStart"]!);
            body += (string)part["body"]!;
            mentions += part["places"]!.AsArray().Concat(part["actors"]!.AsArray())
                .SelectMany(value => value!["mentions"]!.AsArray())
                .Count(mention => (string)mention!["field"]! == "body" && (int)mention["start"]! >= at);
            offset = (int?)part["nextOffset"];
        }

        Assert.Equal(longest.Body, body);
        var known = longest.Places.SelectMany(place => place.Mentions)
            .Concat(longest.Actors.SelectMany(actor => actor.Mentions));
        Assert.Equal(known.Count(mention => mention.Field == Search.Articles.EvidenceField.Body), mentions);
    }

    [Fact]
    public void Schemas_OfAllTools_AreStrictAndTheirDefaultsAccepted()
    {
        using var tools = Tools();
        foreach (var tool in tools.All)
        {
            var schema = tool.Describe().InputSchema;
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            foreach (var property in schema.GetProperty("properties").EnumerateObject())
            {
                Assert.NotEmpty(property.Value.GetProperty("description").GetString()!);
                if (!property.Value.TryGetProperty("default", out var standard)) continue;
                Assert.Null(tool.Parameters.Single(parameter => parameter.Name == property.Name).Problem(standard));
            }
        }
    }

    [Theory]
    [InlineData("search", """{"limit":"10"}""", "limit is \"10\": give a whole number from 0 to 100.")]
    [InlineData("search", """{"limit":101}""", "limit is 101: give a whole number from 0 to 100.")]
    [InlineData("search", """{"limit":1.5}""", "limit is 1.5: give a whole number from 0 to 100.")]
    [InlineData("search", """{"query":7}""", "query is 7: give a string.")]
    [InlineData("search", """{"counts":"yes"}""", "counts is \"yes\": give true or false.")]
    [InlineData("search", """{"sort":"Newest"}""", "sort is \"Newest\": give one of relevance, newest, oldest.")]
    [InlineData("facets", """{"query":"x"}""", "dimension is missing: give one of place, actor, source, date.")]
    [InlineData("facets", """{"dimension":null}""", "dimension is missing: give one of place, actor, source, date.")]
    [InlineData(
        "brief", """{"topic":"x","sections":["timelines"]}""",
        "sections is [\"timelines\"]: give a list of any of bottom-line, ")]
    [InlineData("archive", """{"verbose":true}""", "archive has no parameter 'verbose': it takes none.")]
    [InlineData(
        "article", """{"Id":"x"}""",
        "article has no parameter 'Id'. Did you mean 'id'? It takes id, offset, length, evidence.")]
    public void Arguments_Wrong_AreRefusedWithWhatToGive(string name, string json, string problem)
    {
        using var tools = Tools();
        var tool = tools.Find(name, out _)!;
        Assert.Null(
            ToolArguments.Read(tool, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json), out var told));
        Assert.StartsWith(problem, told, StringComparison.Ordinal);
    }

    private static async Task<ToolAnswer> Forever(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return new ToolAnswer { Text = "never" };
    }

    private ArchiveTools Tools(TextWriter? talk = null, TimeProvider? time = null) => new(
        new ArchiveSources(site.Archive, new BriefingDesk(site.Archive, null, null), new ShownLedger(site.Folder)),
        talk ?? TextWriter.Null, time ?? TimeProvider.System);

    // Every timer is due at once.
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
