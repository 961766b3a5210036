using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Search.Archive;
using Dateline.Web;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Cli.Tests;

/// <summary>
/// People merge two actors, undo it, split one, restart, and read the articles again: page, API and command line give
/// the same right numbers each time.
/// </summary>
public sealed partial class CurationContractTests : IAsyncLifetime
{
    private const string Council = "syrian-national-council";
    private const string Coalition = "syrian-national-coalition";
    private const string Envoy = "kofi-annan";
    private const string Other = "another-annan";

    private readonly string _data = Directory.CreateTempSubdirectory("dateline-curated-").FullName;
    private readonly string _articles = Directory.CreateTempSubdirectory("dateline-articles-").FullName;
    private LuceneArchive? _archive;
    private WebApplication? _app;
    private HttpClient Client { get; set; } = new();

    public async Task InitializeAsync()
    {
        foreach (var seed in Directory.EnumerateFiles(Seeds(), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_articles, Path.GetRelativePath(Seeds(), seed));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(seed, copy);
        }

        await Index();
        await Start();
    }

    public async Task DisposeAsync()
    {
        await Stop();
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_articles, recursive: true);
    }

    [Fact]
    public async Task Counts_MergedUndoneSplitRestartedAndReadAgain_AreRightEverywhere()
    {
        var (council, coalition, envoy) = (await Ids(Council), await Ids(Coalition), await Ids(Envoy));
        var others = envoy.Take(2).ToHashSet();
        Assert.True(council.Count > 0 && coalition.Except(council).Any() && envoy.Count > others.Count);

        var merged = Json(
            await Command("curate", "merge", $"actor:{Coalition}", "--into", $"actor:{Council}", "--note", "test"));
        Assert.Equal((1L, "active", coalition.Count),
            (Id(merged), Text(merged, "state"), merged.GetProperty("articles").GetInt32()));
        await Check((Council, [.. council, .. coalition]), (Coalition, null), (Envoy, envoy));
        var old = Json(await Client.GetStringAsync(Url("/api/search?q=actor:" + Coalition)));
        Assert.Equal("curated-value", Text(old.GetProperty("warnings")[0], "code"));
        Assert.Equal(council.Union(coalition).Count(), old.GetProperty("total").GetInt32());
        Assert.Contains(
            $"actor:{Coalition} was merged into actor:{Council}",
            await Client.GetStringAsync(Url("/?q=actor:" + Coalition)),
            StringComparison.Ordinal);

        using (var undone = await Client.PostAsync(Url("/api/curation/1/undo"), null))
            Assert.Equal(HttpStatusCode.Created, undone.StatusCode);
        await Check((Council, council), (Coalition, coalition), (Envoy, envoy));

        var split = await PostForm(
            $"/why?value=actor:={Envoy}&article={others.First()}",
            [("operation", "split"), ("value", $"actor:={Envoy}"), ("name", "Another Annan"),
                .. others.Select(id => ("article", id))]);
        Assert.Contains("Record 3: Split", split, StringComparison.Ordinal);
        (string, IEnumerable<string>?)[] expected =
            [(Council, council), (Coalition, coalition), (Envoy, envoy.Except(others)), (Other, others)];
        await Check(expected);

        await CheckTogether("");
        await CheckTogether($"count:stories actor:={Other}");

        await Stop();
        await Start();
        await Check(expected);

        File.AppendAllText(Directory.EnumerateFiles(_articles, "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).First(), "\n\nThe end of it.\n");
        await Index();
        await Check(expected);

        await Stop();
        Directory.Delete(Path.Combine(_data, "index"), recursive: true);
        File.Delete(Path.Combine(_data, "ledger.jsonl"));
        await Index();
        await Start();
        await Check(expected);

        var undoneAgain = await PostForm("/curation", [("operation", "undo"), ("undoes", "2")]);
        Assert.Contains("Record 4: Undid record 2", undoneAgain, StringComparison.Ordinal);
        await Check((Council, [.. council, .. coalition]), (Coalition, null), (Envoy, envoy.Except(others)),
            (Other, others));
        var list = (await Command("curate", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Json).ToList();
        Assert.Equal(["active", "undone", "active", "active"], list.Select(item => Text(item, "state")));
    }

    [Fact]
    public async Task Record_ThatMeansNothingOrComesFromAnotherSite_IsRefusedAndNothingIsWritten()
    {
        foreach (var arguments in (string[][])
        [
            ["hide", "actor:nobody-of-that-name"], ["merge", "actor:" + Council, "--into", "place:syria"],
            ["rename", Council, "Council"], ["retype", "actor:" + Council, "cabal"], ["undo", "12"],
            ["split", "actor:" + Envoy, "--name", "X", "--spelling", "Nobody"], ["hide", "place:lavrov"],
            ["merge", "actor:" + Council, "--into", "actor:" + Council], ["pin", "--to", "syria"],
        ])
        {
            var run = await CliFixture.RunInAsync(_data, ["curate", .. arguments]);
            Assert.Equal((2, ""), (run.Code, run.Out));
            Assert.StartsWith("dateline: ", run.Error, StringComparison.Ordinal);
        }

        foreach (var (header, value) in ((string, string)[])[("Sec-Fetch-Site", "cross-site"),
            ("Origin", "http://elsewhere.example")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Url("/api/curation"))
            {
                Content = JsonContent.Create(new { operation = "hide", values = new[] { "actor:" + Council } }),
            };
            request.Headers.Add(header, value);
            using var answer = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var withoutToken = new Dictionary<string, string> { ["operation"] = "hide", ["value"] = "actor:" + Council };
        using (var content = new FormUrlEncodedContent(withoutToken))
        using (var answer = await Client.PostAsync(Url("/curation/records"), content))
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await PostForm(
            $"/why?value=actor:={Council}",
            [("operation", "hide"), ("value", "actor:nobody"), ("back", "//elsewhere.example")]);
        Assert.Contains("Nothing was written", page, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example\"", page, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_data, "curation.jsonl")));
    }

    // Null: the value is nowhere; asked for by its old id it leads elsewhere.
    private async Task Check(params (string Actor, IEnumerable<string>? Articles)[] expected)
    {
        var facets = Json(await Client.GetStringAsync(Url("/api/search?q=&limit=0&facetLimit=1000")))
            .GetProperty("facets").GetProperty("actor");
        var counts = facets.EnumerateArray().ToDictionary(value => Text(value, "value").TrimStart('='),
            value => value.GetProperty("count").GetInt32());
        var command = Json(await Command("facets", "--dimension", "actor", "-n", "1000", "--json"))
            .GetProperty("values")
            .EnumerateArray().ToDictionary(value => Text(value, "value").TrimStart('='),
                value => value.GetProperty("count").GetInt32());
        Assert.Equal(counts, command);
        foreach (var (actor, articles) in expected)
        {
            if (articles is null)
            {
                Assert.False(counts.ContainsKey(actor));
                continue;
            }

            var ids = articles.ToHashSet();
            var query = "actor:=" + actor;
            Assert.Equal(ids.Order(), (await Ids(actor)).Order());
            Assert.Equal((actor, ids.Count), (actor, counts.GetValueOrDefault(actor)));
            Assert.Equal((actor, ids.Count),
                (actor, Json(await Command("search", query, "--json")).GetProperty("total").GetInt32()));
            Assert.Equal((actor, ids.Count), (actor,
                Json(await Client.GetStringAsync(Url("/api/search?q=" + query))).GetProperty("total").GetInt32()));
            var page = await Client.GetStringAsync(Url("/?q=" + query));
            Assert.Equal((actor, ids.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                (actor, TotalOnPage().Match(page).Groups[1].Value));
            var all = Json(await Client.GetStringAsync(Url("/api/search?q=-" + query + "&limit=0")))
                .GetProperty("total").GetInt32();
            Assert.Equal(Json(await Client.GetStringAsync(Url("/api/search?q=&limit=0"))).GetProperty("total")
                .GetInt32(), all + ids.Count);
        }
    }

    // Every count is the total of its query, and "why" lists as many articles as the facet says.
    private async Task CheckTogether(string query)
    {
        var together = Json(await Command("together", query, "--json", "-n", "4"));
        var api = await Client.GetStringAsync(Url($"/api/together?limit=4&q={Uri.EscapeDataString(query)}"));
        Assert.Equal(JsonSerializer.Serialize(together), JsonSerializer.Serialize(Json(api)));
        var page = await Client.GetStringAsync(Url($"/together?q={Uri.EscapeDataString(query)}"));
        var counts = 0;
        foreach (var row in together.GetProperty("rows").EnumerateArray())
        {
            var cells = ((string[])["actors", "places", "months"])
                .SelectMany(name => row.GetProperty(name).EnumerateArray());
            foreach (var cell in cells.Prepend(row.GetProperty("value")))
            {
                var (asked, count) = (Text(cell, "query"), cell.GetProperty("count").GetInt32());
                var found =
                    Json(await Client.GetStringAsync(Url("/api/search?limit=0&q=" + Uri.EscapeDataString(asked))));
                Assert.Equal((asked, count), (asked, found.GetProperty("total").GetInt32()));
                Assert.Contains(System.Net.WebUtility.HtmlEncode(Uri.EscapeDataString(asked)), page,
                    StringComparison.Ordinal);
                counts++;
            }

            var value = $"actor:={Text(row.GetProperty("value"), "value")}";
            var why = Json(
                await Client.GetStringAsync(Url($"/api/why?limit=100&value={value}&q={Uri.EscapeDataString(query)}")));
            var articles = why.GetProperty("articles").EnumerateArray().ToList();
            Assert.Equal(why.GetProperty("total").GetInt32(), articles.Count);
            Assert.All(articles, article => Assert.True(
                article.GetProperty("values").EnumerateArray().Single().GetProperty("mentions").GetArrayLength() > 0));
        }

        Assert.True(counts > 4);
    }

    private async Task<string> PostForm(string page, (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Client.GetStringAsync(Url(page)));
        Assert.True(token.Success);
        using var content = new FormUrlEncodedContent(fields.Prepend((token.Groups[1].Value, token.Groups[2].Value))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await Client.PostAsync(Url("/curation/records"), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<List<string>> Ids(string actor)
    {
        var export = await Client.GetStringAsync(Url("/api/export?q=actor:=" + actor));
        var articles = export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json).ToList();
        Assert.All(articles, article => Assert.Contains(
            article.GetProperty("actors").EnumerateArray(), value => Text(value, "id") == actor));
        return [.. articles.Select(article => Text(article, "id"))];
    }

    private async Task Index() => Assert.Equal(0, (await CliFixture.RunInAsync(_data, "index", _articles)).Code);

    private async Task<string> Command(params string[] arguments)
    {
        var run = await CliFixture.RunInAsync(_data, arguments);
        Assert.True(run.Code is 0 or 1, run.Error);
        return run.Out;
    }

    private async Task Start()
    {
        _archive = LuceneArchive.Open(new DataFolder(_data));
        _app = WebHost.Build(_archive, port: 0);
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    private async Task Stop()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _archive?.Dispose();
        (_app, _archive) = (null, null);
    }

    private static Uri Url(string path) => new(path, UriKind.Relative);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static long Id(JsonElement item) => item.GetProperty("record").GetProperty("id").GetInt64();

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    [GeneratedRegex("name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("data-total=\"([0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex TotalOnPage();

    private static string Seeds()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln"))) return Path.Combine(folder.FullName, "seeds");
        throw new InvalidOperationException("The tests run inside the checkout.");
    }
}
