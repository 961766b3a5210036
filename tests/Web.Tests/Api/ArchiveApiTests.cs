using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dateline.Web.Tests.Api;

[Collection(SeedSiteTests.Name)]
public sealed class ArchiveApiTests(SeedSite site)
{
    [Fact]
    public async Task Search_Words_GivesTheDocumentedShape()
    {
        var answer = await Json("/api/search?q=Moscow%20talks&limit=3");

        Assert.Equal("Moscow talks", answer.GetProperty("query").GetProperty("canonical").GetString());
        Assert.True(answer.GetProperty("total").GetInt32() > 0);
        Assert.InRange(answer.GetProperty("hits").GetArrayLength(), 1, 3);
        var hit = answer.GetProperty("hits")[0];
        foreach (var name in (string[])["id", "title", "outlet", "published", "snippet"])
            Assert.True(hit.TryGetProperty(name, out _), name);
        foreach (var name in (string[])["place", "actor", "source", "date"])
            Assert.True(answer.GetProperty("facets").TryGetProperty(name, out _), name);
    }

    [Theory]
    [InlineData("/api/search?q=plcae%3Asyria", "place")]
    [InlineData("/api/search?q=%22open", "quote")]
    [InlineData("/api/search?q=x&limit=-1", "limit")]
    [InlineData("/api/search?q=x&sort=best", "relevance")]
    [InlineData("/api/search?q=x&filter=y", "filter")]
    [InlineData("/api/search?q=x&histogramBy=week", "month")]
    [InlineData("/api/suggest?q=x&limit=0", "limit")]
    [InlineData("/api/facets/place?find=a&below=b", "below")]
    [InlineData("/api/facets/colour", "actor")]
    [InlineData("/api/briefing", "topic")]
    [InlineData("/api/briefing?topic=x&format=pdf", "html")]
    [InlineData("/api/briefing?topic=x&depth=100000", "Depth")]
    [InlineData("/api/briefing?topic=x&asOf=yesterday", "2012-07-16")]
    [InlineData("/api/briefing?topic=x&length=huge", "brief, normal, full")]
    [InlineData("/api/briefing?topic=x&sections=weather", "bottom-line")]
    public async Task WrongInput_Is400ThatSaysWhatToWrite(string address, string hint)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(hint, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/articles/0000000000000000")]
    [InlineData("/article/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/assets/..%2FProgram.cs")]
    [InlineData("/nowhere")]
    public async Task UnknownThing_Is404(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Article_OfAHit_CarriesEvidenceThatIsItsText()
    {
        var id = (await Json("/api/search?q=Moscow&limit=1")).GetProperty("hits")[0].GetProperty("id").GetString();
        var article = await Json($"/api/articles/{id}");

        var body = article.GetProperty("body").GetString()!;
        var mentions = article.GetProperty("places").EnumerateArray()
            .SelectMany(place => place.GetProperty("mentions").EnumerateArray())
            .Where(mention => mention.GetProperty("field").GetString() == "body").ToList();
        Assert.NotEmpty(mentions);
        Assert.All(mentions, mention => Assert.Equal(
            mention.GetProperty("quote").GetString(),
            body[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task Briefing_RoundTripsThroughVerify()
    {
        var briefing = await site.Client.GetStringAsync(
            new Uri("/api/briefing?topic=peace%20talks%20in%20Moscow", UriKind.Relative));
        var report = await Verify(briefing);

        Assert.True(report.GetProperty("allOk").GetBoolean());
        Assert.True(report.GetProperty("checks").GetArrayLength() >= 8);
    }

    [Theory]
    [InlineData("2012-06-30")]
    [InlineData("2012-07-14")]
    public async Task Briefing_AsOfADay_HasNoSourcePublishedLater(string day)
    {
        var text = await site.Client.GetStringAsync(new Uri($"/api/briefing?topic=Syria&asOf={day}", UriKind.Relative));
        var briefing = JsonDocument.Parse(text).RootElement;

        Assert.NotEqual(0, briefing.GetProperty("sources").GetArrayLength());
        foreach (var source in briefing.GetProperty("sources").EnumerateArray())
            if (source.TryGetProperty("published", out var published) && published.ValueKind == JsonValueKind.String)
                Assert.True(string.CompareOrdinal(published.GetString(), day) <= 0, published.GetString());
        var later = await site.Client.GetStringAsync(new Uri("/api/briefing?topic=Syria", UriKind.Relative));
        Assert.True(JsonDocument.Parse(later).RootElement.GetProperty("sources").GetArrayLength()
            > briefing.GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task Verify_AlteredBriefing_SaysWhichCitation()
    {
        var briefing = await site.Client.GetStringAsync(
            new Uri("/api/briefing?topic=peace%20talks%20in%20Moscow", UriKind.Relative));
        var quote = JsonDocument.Parse(briefing).RootElement.GetProperty("bottomLine")[0].GetProperty("text")
            .GetString()!;
        var report = await Verify(briefing.Replace(quote[..12], "Nobody ever ", StringComparison.Ordinal));

        Assert.False(report.GetProperty("allOk").GetBoolean());
        Assert.Contains(report.GetProperty("checks").EnumerateArray(), check =>
            check.GetProperty("status").GetString() == "changed"
                && check.GetProperty("where").GetString() == "bottomLine[0]");
    }

    [Fact]
    public async Task Verify_NoBriefing_Is400()
    {
        using var content = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await site.Client.PostAsync(new Uri("/api/verify", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Export_HasAsManyRecordsAsTheSearchHasHits()
    {
        var total = (await Json("/api/search?q=Moscow&limit=0")).GetProperty("total").GetInt32();
        var lines = await site.Client.GetStringAsync(new Uri("/api/export?q=Moscow", UriKind.Relative));

        Assert.Equal(total, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Suggest_BeginningOfAName_CompletesTheQueryItFinds()
    {
        var first = (await Json("/api/suggest?q=moscow%20lavr"))[0];
        Assert.Equal("actor", first.GetProperty("kind").GetString());
        var query = first.GetProperty("query").GetString()!;
        Assert.StartsWith("moscow actor:", query, StringComparison.Ordinal);
        var alone = Uri.EscapeDataString(query["moscow ".Length..]);
        Assert.Equal(
            first.GetProperty("count").GetInt32(),
            (await Json($"/api/search?limit=0&q={alone}")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await Json("/api/suggest?q=zzzzzz")).GetArrayLength());
    }

    [Fact]
    public async Task Facets_FirstLevelAndBelow_AreOneLevelEach()
    {
        var first = (await Json("/api/facets/place?q=")).GetProperty("values").EnumerateArray()
            .First(value => value.GetProperty("childCount").GetInt32() > 0);
        var path = first.GetProperty("value").GetString()!;
        Assert.DoesNotContain('/', path);
        var below = (await Json($"/api/facets/place?q=&below={path}&limit=1000")).GetProperty("values");
        Assert.Equal(first.GetProperty("childCount").GetInt32(), below.GetArrayLength());
        Assert.All(below.EnumerateArray(), value => Assert.StartsWith(
            path + "/", value.GetProperty("value").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Facets_OfAnUnknownValue_EchoTheQueryAndWarn()
    {
        var answer = await Json("/api/facets/place?q=" + Uri.EscapeDataString("place:nowhere-at-all  talks"));
        Assert.Equal("place:nowhere-at-all talks", answer.GetProperty("query").GetProperty("canonical").GetString());
        Assert.NotEqual(0, answer.GetProperty("warnings").GetArrayLength());
    }

    [Theory]
    [InlineData("day")]
    [InlineData("month")]
    [InlineData("year")]
    public async Task Search_HistogramByAnyPeriod_AddsUpToTheTotal(string by)
    {
        var answer = await Json($"/api/search?q=talks&limit=0&histogramBy={by}");
        Assert.Equal(by, answer.GetProperty("histogramBy").GetString());
        var dated = answer.GetProperty("histogram").EnumerateArray()
            .Sum(bucket => bucket.GetProperty("count").GetInt32());
        Assert.Equal(answer.GetProperty("total").GetInt32(), dated + answer.GetProperty("undated").GetInt32());
    }

    [Fact]
    public async Task OpenApi_DescribesEveryResource()
    {
        var paths = (await Json("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .Order().ToList();

        Assert.Equal(
            [
                "/api/archive", "/api/articles/{id}", "/api/briefing", "/api/briefings", "/api/briefings/{id}",
                "/api/briefings/{id}/compare", "/api/briefings/{id}/verify", "/api/curation",
                "/api/curation/{id}/undo", "/api/export", "/api/facets/{dimension}", "/api/search", "/api/suggest",
                "/api/together", "/api/verify", "/api/why",
            ],
            paths);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/search?q=")]
    [InlineData("/nowhere")]
    public async Task EveryResponse_CarriesAStrictPolicy(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task ForeignHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<JsonElement> Json(string address) =>
        JsonDocument.Parse(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private async Task<JsonElement> Verify(string briefing)
    {
        using var content = new StringContent(briefing, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await site.Client.PostAsync(new Uri("/api/verify", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
