using System.CommandLine;
using System.CommandLine.Parsing;

namespace Dateline.Cli;

/// <summary>Checks that several options share.</summary>
internal static class Options
{
    /// <summary>Refuses negative numbers.</summary>
    public static void RequireNotNegative(OptionResult result, Option<int> option)
    {
        if (result.Errors.Any())
            return;
        if (result.GetValue(option) < 0)
            result.AddError($"{option.Name} must not be negative.");
    }
}
