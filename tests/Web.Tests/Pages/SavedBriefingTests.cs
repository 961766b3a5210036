using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dateline.Search.Archive;

namespace Dateline.Web.Tests.Pages;

/// <summary>Saving, reopening, asking again, comparing and deleting briefings, by pages and by the API.</summary>
[Collection(SeedSiteTests.Name)]
public sealed partial class SavedBriefingTests(SeedSite site)
{
    [Fact]
    public async Task Pages_SaveReopenAskAgainAndDelete()
    {
        using var browser = Browser();
        var page = await browser.GetStringAsync(Local("/briefing?topic=peace+talks&length=brief"));

        using var saved = await browser.PostAsync(Local("/briefings/records"), Form(page, "save"));

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var id = saved.RequestMessage!.RequestUri!.Segments[^1];
        var reopened = await saved.Content.ReadAsStringAsync();
        Assert.Contains("citations stand in the archive, word for word", reopened, StringComparison.Ordinal);
        Assert.Contains(id, await browser.GetStringAsync(Local("/briefings")), StringComparison.Ordinal);
        Assert.Contains("What changed", await browser.GetStringAsync(Local($"/briefing?since={id}")),
            StringComparison.Ordinal);

        var list = await browser.GetStringAsync(Local("/briefings"));
        using var gone = await browser.PostAsync(Local("/briefings/records"),
            Form(list[list.IndexOf(id, StringComparison.Ordinal)..], "remove", ("id", id)));
        Assert.Contains($"The briefing {id} is deleted.", await gone.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        using var missing = await browser.GetAsync(Local($"/briefings/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains($"There is no saved briefing '{id}'.",
            WebUtility.HtmlDecode(await missing.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_SaveListVerifyCompareAndDelete()
    {
        using var one = await site.Client.PostAsync(Local("/api/briefings?topic=peace%20talks"), null);
        using var two = await site.Client.PostAsync(Local("/api/briefings?topic=peace%20talks&depth=3"), null);
        var first = (await one.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        var second = (await two.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.Created, one.StatusCode);
        var list = await site.Client.GetFromJsonAsync<JsonNode>(Local("/api/briefings"));
        Assert.Contains(first, list!.AsArray().Select(entry => entry!["id"]!.GetValue<string>()));
        var verified = await site.Client.GetFromJsonAsync<JsonNode>(Local($"/api/briefings/{first}/verify"));
        Assert.True(verified!["allOk"]!.GetValue<bool>());
        Assert.Contains("WHAT CHANGED", await site.Client.GetStringAsync(
            Local($"/api/briefings/{first}/compare?later={second}&format=txt")), StringComparison.Ordinal);
        using var removed = await site.Client.DeleteAsync(Local($"/api/briefings/{second}"));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var missing = await site.Client.GetAsync(Local($"/api/briefings/{second}"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await site.Client.DeleteAsync(Local($"/api/briefings/{first}"));
    }

    [Theory]
    [InlineData("/api/briefings/..%2F..%2Fledger", HttpStatusCode.NotFound)]
    [InlineData("/api/briefings/none?format=pdf", HttpStatusCode.BadRequest)]
    [InlineData("/api/briefing?topic=x&since=none", HttpStatusCode.BadRequest)]
    [InlineData("/api/briefing?topic=x&model=true", HttpStatusCode.BadRequest)]
    [InlineData("/briefings/compare?earlier=a&later=b", HttpStatusCode.NotFound)]
    [InlineData("/briefings/compare", HttpStatusCode.NotFound)]
    [InlineData("/briefings/..%2F..%2Fledger", HttpStatusCode.NotFound)]
    [InlineData("/briefings/%00", HttpStatusCode.BadRequest)]
    [InlineData("/briefings/20120716-093000-PEACE", HttpStatusCode.NotFound)]
    public async Task Wrong_IsRefusedWithAReason(string address, HttpStatusCode expected)
    {
        using var answer = await site.Client.GetAsync(Local(address));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Save_FromAnotherSiteOrWithoutToken_IsRefused()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, Local("/api/briefings?topic=talks"));
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var refused = await site.Client.SendAsync(foreign);
        using var content = new FormUrlEncodedContent([new("operation", "save"), new("topic", "talks")]);
        using var bare = await site.Client.PostAsync(Local("/briefings/records"), content);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    [Fact]
    public async Task Damaged_IsNamedEverywhereAndCanBeDeleted()
    {
        const string Id = "20110101-000000-broken";
        Directory.CreateDirectory(site.Folder.BriefingsPath);
        await File.WriteAllTextAsync(
            Path.Combine(site.Folder.BriefingsPath, Id + ".json"), "{\"schema\":7,\"header\":{}}");

        var list = await site.Client.GetStringAsync(Local("/briefings"));
        using var page = await site.Client.GetAsync(Local($"/briefings/{Id}"));
        using var answer = await site.Client.GetAsync(Local($"/api/briefings/{Id}"));
        using var compared = await site.Client.GetAsync(Local($"/briefings/compare?earlier={Id}&later={Id}"));
        using var removed = await site.Client.DeleteAsync(Local($"/api/briefings/{Id}"));

        Assert.Contains($"{Id} cannot be read: This version reads briefings of schema 1, not 7.", list,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("of schema 1, not 7", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("of schema 1, not 7", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, compared.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Fact]
    public async Task Save_FolderThatCannotBeWritten_SaysWhyOnPageAndInTheApi()
    {
        var data = Directory.CreateTempSubdirectory("dateline-full-");
        await File.WriteAllTextAsync(
            new DataFolder(data.FullName).BriefingsPath, "a file stands where the folder should be");
        await using var app = WebHost.Build(site.Archive, port: 0, new DataFolder(data.FullName));
        await app.StartAsync();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };

        var page = await browser.GetStringAsync(Local("/briefing?topic=peace+talks&length=brief"));
        using var saved = await browser.PostAsync(Local("/briefings/records"), Form(page, "save"));
        using var answer = await browser.PostAsync(Local("/api/briefings?topic=peace%20talks"), null);

        Assert.Contains("The briefing cannot be saved in", await saved.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("The briefing cannot be saved in", await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        await app.StopAsync();
        data.Delete(recursive: true);
    }

    private HttpClient Browser() =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };

    private static Uri Local(string address) => new(address, UriKind.Relative);

    // Every hidden field of the first form of the operation, as a browser would send it.
    private static FormUrlEncodedContent Form(string page, string operation, params (string Name, string Value)[] more)
    {
        var at = page.IndexOf($"name=\"operation\" value=\"{operation}\"", StringComparison.Ordinal);
        Assert.True(at >= 0, "the page has no such form");
        var form = page[page.LastIndexOf("<form", at, StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var fields = Hidden().Matches(form)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Where(field => more.All(other => other.Name != field.Key))
            .Concat(more.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return new FormUrlEncodedContent(fields);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?", RegexOptions.None, 1000)]
    private static partial Regex Hidden();
}
