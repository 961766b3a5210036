using System.CommandLine;
using System.CommandLine.Parsing;
using Dateline.Search.Querying;

namespace Dateline.Cli;

/// <summary>
/// Finds words of a command line that nobody knows: a command, or an option. An option must not become a word of the
/// query for being misspelt; behind <c>--</c> nothing is an option.
/// </summary>
internal static class UnknownWords
{
    /// <summary>What is unknown, with what was perhaps meant; null when nothing is.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
            return $"there is no command '{word}'{Meant(word, command.Subcommands.Select(static known => known.Name))}";
        var option = Words(parsed).FirstOrDefault(
            static word => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal));
        if (option is null)
            return null;
        var name = option.Split('=')[0];
        return $"there is no option '{name}'{Meant(name, Known(parsed.CommandResult))}";
    }

    // What was taken as an argument, or as nothing, before --.
    private static IEnumerable<string> Words(ParseResult parsed)
    {
        var literal = parsed.Tokens.SkipWhile(static token => token.Type is not TokenType.DoubleDash)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(static argument => argument.Tokens)
            .Where(token => !literal.Contains(token)).Select(static token => token.Value)
            .Concat(literal.Count == 0 ? parsed.UnmatchedTokens : []);
    }

    private static IEnumerable<string> Known(CommandResult result)
    {
        for (SymbolResult? at = result; at is CommandResult command; at = command.Parent)
        {
            foreach (var option in command.Command.Options)
                yield return option.Name;
        }
    }

    private static string Meant(string word, IEnumerable<string> known) =>
        EditDistance.Nearest(word, known) is { } meant ? $": did you mean '{meant}'?" : ".";
}
