using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dateline.Web.Hosting;

/// <summary>Style sheet, script and icon, carried inside the assembly so that any host serves them. Addresses carry a
/// content hash and are cached for ever.</summary>
internal sealed class EmbeddedAssets
{
    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    private sealed record Asset(byte[] Bytes, string ContentType, string Version);

    public EmbeddedAssets()
    {
        Load("style.css", "text/css; charset=utf-8");
        Load("app.js", "text/javascript; charset=utf-8");
        Load("icon.svg", "image/svg+xml");
    }

    /// <summary>Address of an asset, with its version.</summary>
    public string Url(string name) => $"/assets/{name}?v={_assets[name].Version}";

    /// <summary>The asset, or not found.</summary>
    public Results<FileContentHttpResult, NotFound> Get(string name, HttpContext context)
    {
        if (!_assets.TryGetValue(name, out var asset)) return TypedResults.NotFound();
        var current = context.Request.Query["v"] == asset.Version;
        context.Response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.File(asset.Bytes, asset.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }

    private void Load(string name, string contentType)
    {
        using var stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream("Dateline.Web.Assets." + name)
            ?? throw new InvalidOperationException($"The assembly carries no asset '{name}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        _assets.Add(name, new Asset(bytes, contentType, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]));
    }
}
