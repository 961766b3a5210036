using System.CommandLine;
using Dateline.Search.Ingestion;

namespace Dateline.Cli;

/// <summary>What the fields of records hold, where their names do not tell.</summary>
internal static class MapOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Create() => new("--map")
    {
        Description = $"Fields of CSV and JSON records: ROLE=FIELD,…; roles are {FieldMap.Roles}.",
        HelpName = "ROLE=FIELD,…",
    };

    /// <summary>The map given, or null.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static FieldMap? Of(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return FieldMap.TryParse(text, out var map, out var problem) ? map
            : throw new UsageException($"--map: {problem}");
    }
}
