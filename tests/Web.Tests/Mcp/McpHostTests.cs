using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;
using Dateline.Web.Mcp;

namespace Dateline.Web.Tests.Mcp;

[Collection(SeedSiteTests.Name)]
public sealed class McpHostTests(SeedSite site)
{
    [Fact]
    public async Task Call_CancelledByTheClient_StopsTheSearchAndTheServerGoesOn()
    {
        var (input, output) = (new Pipe(), new Pipe());
        var archive = new Waiting(site.Archive);
        using var talk = new StringWriter();
        var running = McpHost.RunAsync(archive, site.Folder, input.Reader.AsStream(), output.Writer.AsStream(), talk);
        await using var requests = new StreamWriter(input.Writer.AsStream(), new UTF8Encoding(false))
        {
            AutoFlush = true,
        };
        using var answers = new StreamReader(output.Reader.AsStream());

        await requests.WriteLineAsync("""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            """);
        Assert.Equal(1, Id(await answers.ReadLineAsync()));
        await requests.WriteLineAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{}}}""");
        await archive.Begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await requests.WriteLineAsync(
            """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}""");
        await archive.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await requests.WriteLineAsync("""{"jsonrpc":"2.0","id":3,"method":"ping"}""");
        Assert.Equal(3, Id(await answers.ReadLineAsync()));
        requests.Close();
        await running.WaitAsync(TimeSpan.FromSeconds(20)); // a cancelled call is not waited for
        Assert.Equal("", talk.ToString());
    }

    private static int Id(string? line) => JsonDocument.Parse(line!).RootElement.GetProperty("id").GetInt32();

    // A search that lasts until it is stopped.
    private sealed class Waiting(IArticleArchive inner) : IArticleArchive
    {
        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource Stopped { get; } = new();

        public ArchiveInfo Info => inner.Info;

        public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken = default)
        {
            Begun.TrySetResult();
            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            Stopped.TrySetResult();
            cancellationToken.ThrowIfCancellationRequested();
            return inner.Search(request, cancellationToken);
        }

        public IReadOnlyList<Suggestion> Suggest(string text, int limit,
            CancellationToken cancellationToken = default) =>
            inner.Suggest(text, limit, cancellationToken);

        public Article? Find(string id) => inner.Find(id);

        public IEnumerable<Article> Export(ArchiveQuery query, CancellationToken cancellationToken = default) =>
            inner.Export(query, cancellationToken);

        public IReadOnlyList<FacetValue> FindFacetValues(
            ArchiveQuery query, FacetDimension dimension, string text, int limit,
            CancellationToken cancellationToken = default) =>
            inner.FindFacetValues(query, dimension, text, limit, cancellationToken);

        public IReadOnlyList<FacetValue> FacetValuesBelow(
            ArchiveQuery query, FacetDimension dimension, string path, int limit,
            CancellationToken cancellationToken = default) =>
            inner.FacetValuesBelow(query, dimension, path, limit, cancellationToken);
    }
}
