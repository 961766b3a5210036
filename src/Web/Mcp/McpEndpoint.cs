using Dateline.Search.Archive;
using Dateline.Web.Api;
using Dateline.Web.Hosting;
using ModelContextProtocol.Server;

namespace Dateline.Web.Mcp;

/// <summary>The tools over HTTP, at <c>/mcp</c> of the web interface: every request stands for itself.</summary>
internal static class McpEndpoint
{
    private const string Address = "/mcp";

    /// <summary>Adds what the endpoint needs.</summary>
    public static void AddMcpEndpoint(this IServiceCollection services)
    {
        services.AddSingleton(static provider => new ArchiveTools(
            new ArchiveSources(
                provider.GetRequiredService<IArticleArchive>(),
                provider.GetRequiredService<BriefingDesk>(),
                provider.GetRequiredService<ShownLedger>()),
            Console.Error,
            TimeProvider.System));
        services.AddMcpServer().WithHttpTransport(static http => http.Stateless = true);
        services.AddOptions<McpServerOptions>().Configure<ArchiveTools>(McpSetup.Configure);
    }

    /// <summary>Maps it. What a page of another site makes a browser send is refused.</summary>
    public static void MapMcpEndpoint(this WebApplication app)
    {
        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments(Address, StringComparison.Ordinal),
            static branch => branch.Use(static (context, next) =>
            {
                if (!SameOriginFilter.IsForeign(context.Request)) return next(context);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return context.Response.WriteAsJsonAsync(
                    SameOriginFilter.Refusal.ProblemDetails, options: null, "application/problem+json",
                    context.RequestAborted);
            }));
        app.MapMcp(Address);
    }
}
