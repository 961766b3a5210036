using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dateline.Search.Archive.Json;

namespace Dateline.Cli;

/// <summary>
/// Kinds of options that several commands have; what cannot be read is said with what to give instead.
/// </summary>
internal static class Options
{
    /// <summary>A whole number.</summary>
    public static Option<int> Whole(
        string name, string description, int standard, int least = 0, int most = int.MaxValue, string? alias = null) =>
        new(name, alias is null ? [] : [alias])
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && number >= least && number <= most)
                    return number;
                var range = most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $", {least} or more")
                    : string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}");
                result.AddError($"{name} is '{text}': give a whole number{range}.");
                return standard;
            },
        };

    /// <summary>One of the names of an enum, in any case; its first value when left out.</summary>
    public static Option<T> Choice<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = string.Join('|', Names<T>()),
            CustomParser = result => One<T>(name, result, result.Tokens[0].Value),
        };

    /// <summary>One of the names of an enum, in any case; null when left out.</summary>
    public static Option<T?> ChoiceOrNone<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = string.Join('|', Names<T>()),
            CustomParser = result => One<T>(name, result, result.Tokens[0].Value),
        };

    /// <summary>Any of the names of an enum, in any case; empty when left out.</summary>
    public static Option<T[]> Choices<T>(string name, string description)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = string.Join('|', Names<T>()),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => [],
            CustomParser = result => [.. result.Tokens.Select(token => One<T>(name, result, token.Value))],
        };

    /// <summary>The names of an enum as options take them.</summary>
    public static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(EnumNames.Kebab);

    private static T One<T>(string name, ArgumentResult result, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(EnumNames.Kebab(value), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        result.AddError($"{name} is '{text}': give one of {string.Join(", ", Names<T>())}.");
        return default;
    }
}
