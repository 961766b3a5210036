using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Dateline.Cli.Tests.Mcp;

/// <summary>
/// The built program over the seed articles, in a process of its own, and a client that speaks to it.
/// </summary>
public sealed class McpFixture : IAsyncLifetime
{
    public static string Program => Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll");

    public CountingContractTests.SeedArchive Seeds { get; } = new();

    public McpClient Client { get; private set; } = null!;

    public static async Task<McpClient> ConnectAsync(string data) =>
        await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "dateline",
            Command = "dotnet",
            Arguments = [Program, "mcp", "--data", data],
        }));

    public async Task InitializeAsync()
    {
        await Seeds.InitializeAsync();
        Client = await ConnectAsync(Seeds.Data);
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await Seeds.DisposeAsync();
    }

    /// <summary>The data of an answer that is none of an error.</summary>
    public async Task<JsonElement> CallAsync(string tool, object? arguments = null)
    {
        var result = await CallRawAsync(tool, arguments);
        Assert.NotEqual(true, result.IsError);
        return result.StructuredContent!.Value;
    }

    public async Task<CallToolResult> CallRawAsync(string tool, object? arguments = null,
        CancellationToken cancellationToken = default)
    {
        var given = JsonSerializer.SerializeToElement(arguments ?? new { }).EnumerateObject()
            .ToDictionary(static property => property.Name, static property => (object?)property.Value);
        return await Client.CallToolAsync(tool, given, cancellationToken: cancellationToken);
    }

    public static string TextOf(CallToolResult result) =>
        Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}

/// <summary>Tests that share one <see cref="McpFixture"/>.</summary>
[CollectionDefinition(Name)]
public sealed class McpCollection : ICollectionFixture<McpFixture>
{
    public const string Name = "mcp";
}
