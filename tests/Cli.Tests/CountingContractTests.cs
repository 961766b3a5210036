using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Search.Archive;
using Dateline.Web;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Cli.Tests;

/// <summary>
/// One query gives one number wherever it is asked: page, API, command line, facets, histogram, export.
/// </summary>
public sealed partial class CountingContractTests(CountingContractTests.SeedArchive seeds)
    : IClassFixture<CountingContractTests.SeedArchive>
{
    [Theory]
    [InlineData("")]
    [InlineData("Moscow talks")]
    [InlineData("\"peace talks\"")]
    [InlineData("place:syria/homs")]
    [InlineData("place:(syria/homs OR lebanon) -place:turkey")]
    [InlineData("actor:lavrov")]
    [InlineData("actor:\"Kofi Annan\" Moscow")]
    [InlineData("source:norrland")]
    [InlineData("published:2012-06..2012-07")]
    [InlineData("published:2012")]
    [InlineData("event:2012-07-16")]
    [InlineData("is:undated")]
    [InlineData("place:none")]
    [InlineData("demonstrat* OR shell*")]
    [InlineData("(homs OR hama) -annan")]
    [InlineData("zzzz")]
    public async Task EveryCount_OfOneQuery_IsTheSame(string query)
    {
        var command = Json((await CliFixture.RunInAsync(seeds.Data, "search", query, "--json")).Out);
        var total = command.GetProperty("total").GetInt32();
        var escaped = Uri.EscapeDataString(query);
        var api =
            Json(await seeds.Client.GetStringAsync(new Uri($"/api/search?q={escaped}&limit=0", UriKind.Relative)));
        var export = await seeds.Client.GetStringAsync(new Uri($"/api/export?q={escaped}", UriKind.Relative));
        var stream = (await CliFixture.RunInAsync(seeds.Data, "search", query, "--jsonl", "--limit", "0")).Out;

        Assert.Equal(total, api.GetProperty("total").GetInt32());
        Assert.Equal(total, await PageTotal(escaped));
        Assert.Equal(total, Lines(export));
        Assert.Equal(total, Lines(stream));
        foreach (var answer in (JsonElement[])[command, api])
            Assert.Equal(total, Dated(answer) + answer.GetProperty("undated").GetInt32());
    }

    [Theory]
    [InlineData("talks")]
    [InlineData("talks place:russia/moscow")]
    [InlineData("-actor:lavrov syria")]
    public async Task EveryFacetCount_IsTheTotalOfTheSearchItLeadsTo(string query)
    {
        var facets = Json(await seeds.Client.GetStringAsync(
            new Uri($"/api/search?q={Uri.EscapeDataString(query)}&limit=0&facetLimit=1000", UriKind.Relative)))
            .GetProperty("facets");
        var parsed = Search.Querying.ArchiveQuery.Parse(query).Query!;
        var checkedValues = 0;
        foreach (var dimension in Enum.GetValues<FacetDimension>())
        {
            var values = facets.GetProperty(Search.Archive.Json.EnumNames.Kebab(dimension));
            foreach (var value in values.EnumerateArray().Where(value => !value.GetProperty("excluded").GetBoolean()))
            {
                var alone = Search.Querying.QueryFacets.Without(parsed, dimension);
                var narrowed = Search.Querying.QueryFacets.WithFacet(
                    alone, dimension, value.GetProperty("value").GetString()!);
                var found =
                    Json((await CliFixture.RunInAsync(
                        seeds.Data, "search", narrowed.Canonical, "--json", "--limit", "1")).Out);
                Assert.Equal(
                    (narrowed.Canonical, value.GetProperty("count").GetInt32()),
                    (narrowed.Canonical, found.GetProperty("total").GetInt32()));
                checkedValues++;
            }
        }

        Assert.True(checkedValues > 10);
    }

    private async Task<int> PageTotal(string escaped)
    {
        var page = await seeds.Client.GetStringAsync(new Uri($"/?q={escaped}", UriKind.Relative));
        return int.Parse(TotalOnPage().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("data-total=\"([0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex TotalOnPage();

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static int Dated(JsonElement answer) =>
        answer.GetProperty("histogram").EnumerateArray().Sum(bucket => bucket.GetProperty("count").GetInt32());

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    /// <summary>The seed articles, indexed by the command line and served on a free port.</summary>
    public sealed class SeedArchive : IAsyncLifetime
    {
        private LuceneArchive? _archive;
        private WebApplication? _app;

        public string Data { get; } = Directory.CreateTempSubdirectory("dateline-counts-").FullName;

        public HttpClient Client { get; private set; } = new();

        public async Task InitializeAsync()
        {
            Assert.Equal(0, (await CliFixture.RunInAsync(Data, "index", Seeds())).Code);
            _archive = LuceneArchive.Open(new DataFolder(Data));
            _app = WebHost.Build(_archive, port: 0);
            await _app.StartAsync();
            Client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        }

        public async Task DisposeAsync()
        {
            Client.Dispose();
            if (_app is not null) await _app.DisposeAsync();
            _archive?.Dispose();
            Directory.Delete(Data, recursive: true);
        }

        private static string Seeds()
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
                    return Path.Combine(folder.FullName, "seeds");
            throw new InvalidOperationException("The tests run inside the checkout.");
        }
    }
}
