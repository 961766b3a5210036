using System.CommandLine;

namespace Dateline.Cli;

/// <summary>Inputs of a command.</summary>
internal static class PathsArgument
{
    /// <summary>One or more paths.</summary>
    public static Argument<string[]> Create() => new("PATH")
    {
        Description = "Files or folders: .txt, .html, .md, .jsonl, .json; - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };
}
