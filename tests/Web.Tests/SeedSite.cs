using Dateline.Search.Archive;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Web.Tests;

/// <summary>The real application over a fresh archive of the seed articles, on a free loopback port. Shared, only
/// read.</summary>
public sealed class SeedSite : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "dateline-web-tests-" + Guid.NewGuid().ToString(
        "N"));
    private LuceneArchive? _archive;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    internal DataFolder Folder => new(_data);

    internal IArticleArchive Archive => _archive ?? throw new InvalidOperationException("Not started.");

    /// <summary>The repository's seed folder.</summary>
    public static string SeedFolder =>
        ProjectFolders.Find(AppContext.BaseDirectory).Seeds ?? throw new InvalidOperationException(
            "The tests run inside the checkout.");

    public async Task InitializeAsync()
    {
        var options = new WebOptions { DataFolder = _data, SeedFolder = SeedFolder, Port = 0 };
        Assert.True(SeedIndexer.Prepare(options, TimeProvider.System, TextWriter.Null, CancellationToken.None));
        _archive = LuceneArchive.Open(new DataFolder(_data));
        _app = WebHost.Build(_archive, port: 0, new DataFolder(_data));
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _archive?.Dispose();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }
}

/// <summary>Tests that share one <see cref="SeedSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SeedSiteTests : ICollectionFixture<SeedSite>
{
    public const string Name = "seed site";
}
