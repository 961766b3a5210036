using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Dateline.Web.Mcp;

/// <summary>Articles as resources: <c>dateline://article/ID</c>.</summary>
internal static class ArticleResources
{
    private const string Prefix = "dateline://article/";
    private const string Type = "application/json";
    private const int LongestId = 200;

    /// <summary>The one template there is.</summary>
    public static ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            new ResourceTemplate
            {
                Name = "article",
                Title = "Article",
                UriTemplate = Prefix + "{id}",
                MimeType = Type,
                Description = "An article with all that was read out of it, as the tool article gives it; "
                    + "long texts are cut, which is said.",
            },
        ],
    };

    /// <summary>Reads one.</summary>
    /// <exception cref="McpProtocolException">There is no such resource.</exception>
    public static async Task<ReadResourceResult> ReadAsync(
        ArchiveTools tools, string? uri, CancellationToken cancellationToken)
    {
        if (uri is null || !uri.StartsWith(Prefix, StringComparison.Ordinal) || uri.Length > Prefix.Length + LongestId)
        {
            throw new McpProtocolException(
                $"Resources here are {Prefix}ID, with the id of an article.", McpErrorCode.InvalidParams);
        }

        var id = Uri.UnescapeDataString(uri[Prefix.Length..]);
        var answer = await tools.RunAsync(
            "article",
            _ => Task.FromResult(
                ArticleTools.Article(tools.Sources.Archive, id, 0, ArticleTools.LongestPart, evidence: true)),
            cancellationToken).ConfigureAwait(false);
        if (answer.IsError) throw new McpProtocolException(answer.Text, McpErrorCode.InvalidParams);
        return new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = uri, MimeType = Type, Text = answer.Text }],
        };
    }
}
