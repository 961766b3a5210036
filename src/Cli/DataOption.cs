using System.CommandLine;
using Dateline.Search.Archive;

namespace Dateline.Cli;

/// <summary>The folder of the archive, common to all commands.</summary>
internal static class DataOption
{
    /// <summary>The option.</summary>
    public static Option<string> Instance { get; } = new("--data", "-d")
    {
        Description = "Folder of the archive.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => "data",
        Recursive = true,
    };

    /// <summary>The folder given.</summary>
    public static DataFolder Of(ParseResult parsed) => new(parsed.GetRequiredValue(Instance));

    /// <summary>Opens the archive in the folder given, for reading.</summary>
    public static LuceneArchive OpenArchive(ParseResult parsed) => LuceneArchive.Open(Of(parsed));
}
