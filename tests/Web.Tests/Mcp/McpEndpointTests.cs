using System.Net;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace Dateline.Web.Tests.Mcp;

[Collection(SeedSiteTests.Name)]
public sealed class McpEndpointTests(SeedSite site)
{
    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Fact]
    public async Task Search_OverHttp_GivesWhatTheApiGives()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(
            new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }));
        Assert.Contains(await client.ListToolsAsync(), static tool => tool.Name == "search");
        var found = await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "homs" });
        var api = JsonDocument.Parse(await site.Client.GetStringAsync("/api/search?q=homs")).RootElement;
        Assert.True(
            JsonElement.DeepEquals(api.GetProperty("hits"), found.StructuredContent!.Value.GetProperty("hits")));
    }

    [Theory]
    [InlineData("Origin", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Host", "example.org", HttpStatusCode.BadRequest)]
    [InlineData("X-Nothing", "at all", HttpStatusCode.OK)]
    public async Task Request_FromAnotherSite_IsRefused(string header, string value, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        request.Content = new StringContent(List, Encoding.UTF8, "application/json");
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Headers.Add(header, value);
        using var response = await site.Client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected is HttpStatusCode.OK,
            (await response.Content.ReadAsStringAsync()).Contains("inputSchema", StringComparison.Ordinal));
    }
}
