using System.CommandLine;

namespace Dateline.Cli;

/// <summary>Inputs of a command.</summary>
internal static class PathsArgument
{
    /// <summary>One or more paths.</summary>
    public static Argument<string[]> Create() => new("PATH")
    {
        Description = "Files, folders or patterns; - for standard input. See the README for the formats.",
        Arity = ArgumentArity.OneOrMore,
    };
}
