using System.Net;
using System.Net.Sockets;
using Dateline.Search.Archive;
using Dateline.Search.Querying;
using Dateline.Summarize.Rewriting;
using Dateline.Summarize.Saved;
using Dateline.Web.Api;
using Dateline.Web.Hosting;
using Dateline.Web.Markup;
using Dateline.Web.Mcp;
using Dateline.Web.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Dateline.Web;

/// <summary>Runs the web interface. Listens on the loopback address only.</summary>
public static class WebHost
{
    private const int MaxRequestBytes = 20 * 1024 * 1024;
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The program: reads arguments, indexes the seeds at the first start, serves until stopped.</summary>
    /// <returns>0 after an orderly stop, 2 for wrong arguments, 4 when the archive or the port cannot be
    /// used.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var (options, problem) = CommandLine.Read(args, ProjectFolders.Find(Directory.GetCurrentDirectory()));
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"{problem}\n{CommandLine.Usage}");
            return 2;
        }

        return await RunAsync(options);
    }

    /// <summary>Indexes the seeds when there is no archive yet, then serves until stopped.</summary>
    public static async Task<int> RunAsync(WebOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!SeedIndexer.Prepare(options, TimeProvider.System, Console.Error, cancellationToken)) return 4;
        using var archive = LuceneArchive.Open(new DataFolder(options.DataFolder));
        await using var app = Build(archive, options.Port, new DataFolder(options.DataFolder), options.Model);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (
            e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"Port {options.Port} is in use: choose another one with --port, or --port 0 for any.");
            return 4;
        }

        _ = Task.Run(() => WarmUp(archive), cancellationToken);
        foreach (var url in app.Urls) Console.WriteLine($"Dateline serves {archive.Info.Articles} articles at {url}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Searches for nothing in particular: the first reader should not wait for code to be compiled and pages
    /// of the index to be read.</summary>
    internal static void WarmUp(IArticleArchive archive)
    {
        var query = ArchiveQuery.Parse("news \"the news\"").Query ?? ArchiveQuery.All;
        archive.Search(new SearchRequest { Query = query, Facets = Parameters.AllFacets, Histogram = true });
        archive.Search(new SearchRequest { Query = ArchiveQuery.All, Facets = Parameters.AllFacets, Histogram = true });
    }

    /// <summary>The application over an archive, ready to start.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="port">The port on the loopback address; 0 for any.</param>
    /// <param name="folder">Where its ledger is; null when it has none to show.</param>
    /// <param name="model">The language model that may shorten briefings where asked to; null for none.</param>
    public static WebApplication Build(IArticleArchive archive, int port, DataFolder? folder = null,
        ModelEndpoint? model = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["AllowedHosts"] =
            "localhost;127.0.0.1;[::1]"; // a foreign name that resolves here is refused
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        AddServices(builder.Services, archive);
        builder.Services.AddSingleton(new ShownLedger(folder));
        builder.Services.AddSingleton(new BriefingDesk(
            archive, folder is null ? null : new BriefingStore(folder.BriefingsPath, TimeProvider.System), model));
        var app = builder.Build();
        Configure(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, IArticleArchive archive)
    {
        services.AddSingleton(archive);
        services.AddSingleton<EmbeddedAssets>();
        services.AddSingleton<Notices>();
        services.AddRazorComponents();
        services.AddDataProtection()
            .UseEphemeralDataProtectionProvider(); // tokens of forms need not outlive the server
        services.AddProblemDetails();
        services.AddOpenApi();
        services.AddMcpEndpoint();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = RequestTimeout,
        });
        services.ConfigureHttpJsonOptions(static json => ApiJson.Configure(json.SerializerOptions));
    }

    private static void Configure(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapGet("/assets/{name}", static (string name, HttpContext context, EmbeddedAssets assets) =>
            assets.Get(name, context))
            .ExcludeFromDescription();
        app.MapOpenApi();
        app.MapArchiveApi();
        app.MapMcpEndpoint();
        app.MapPost(CurationForm.Address, CurationForm.Post).AddEndpointFilter<SameOriginFilter>()
            .ExcludeFromDescription();
        app.MapPost(BriefingForm.Address, BriefingForm.Post).AddEndpointFilter<SameOriginFilter>()
            .ExcludeFromDescription();
        app.MapRazorComponents<App>().DisableAntiforgery(); // forms are posted to handlers of their own, which check
    }
}
