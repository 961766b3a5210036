using System.Text.Json.Nodes;
using Dateline.Search.Archive;
using Dateline.Search.Querying;
using Dateline.Web.Hosting;

namespace Dateline.Web.Mcp;

/// <summary>What the tools read.</summary>
/// <param name="Archive">The archive.</param>
/// <param name="Desk">Writes, opens and checks briefings.</param>
/// <param name="Ledger">What became of every input.</param>
internal sealed record ArchiveSources(IArticleArchive Archive, BriefingDesk Desk, ShownLedger Ledger);

/// <summary>Parameters that several tools have.</summary>
internal static class CommonParameters
{
    /// <summary>A query.</summary>
    public static ToolParameter Query(string purpose = "What to look for") => new(
        ParameterKind.Text, "query",
        $"{purpose}, in the query language (see the server's instructions); empty for every article.")
    {
        Most = ArchiveQuery.MaxLength,
    };

    /// <summary>How many to skip.</summary>
    public static ToolParameter Offset(string what) => new(
        ParameterKind.Whole, "offset", $"How many {what} to skip; the nextOffset of the answer before.")
    {
        Most = int.MaxValue,
        Default = 0,
    };

    /// <summary>How many to give.</summary>
    public static ToolParameter Limit(string what, int least, int most, int standard) => new(
        ParameterKind.Whole, "limit", $"How many {what} to give.")
    {
        Least = least,
        Most = most,
        Default = standard,
    };

    /// <summary>A switch.</summary>
    public static ToolParameter Flag(string name, string description) =>
        new(ParameterKind.Flag, name, description) { Default = JsonValue.Create(false) };
}
