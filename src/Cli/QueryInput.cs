using System.CommandLine;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;

namespace Dateline.Cli;

/// <summary>The query of a command: its words joined by spaces, so that simple queries need no quoting.</summary>
internal static class QueryInput
{
    /// <summary>A query argument.</summary>
    public static Argument<string[]> Argument() => new("QUERY")
    {
        Description = "What to look for; nothing means everything. See 'dateline search --help' for the language.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>
    /// Parses the query; on errors reports them (as JSON on standard output if asked for) and returns null.
    /// </summary>
    public static (string Text, QueryParseResult Parsed)? Read(
        ParseResult parsed, Argument<string[]> argument, CliIo io, bool json)
    {
        var text = string.Join(' ', parsed.GetValue(argument) ?? []);
        var result = ArchiveQuery.Parse(text);
        if (result.Query is not null)
            return (text, result);
        Report(text, result.Errors, io);
        if (json)
            io.Out.WriteLine(JsonSerializer.Serialize(
                new QueryErrorsJson(text, result.Errors), ArchiveJson.Indented.QueryErrorsJson));
        return null;
    }

    /// <summary>Each error with the place in the text it is about.</summary>
    public static void Report(string text, IReadOnlyList<QueryError> errors, CliIo io)
    {
        foreach (var error in errors)
        {
            io.Say($"dateline: {error.Message}");
            if (text.Length <= 200 && !text.AsSpan().ContainsAny('\n', '\t'))
            {
                io.Say("  " + text);
                io.Say("  " + new string(' ', error.Position) + new string('^', Math.Max(1, error.Length)));
            }
        }
    }

    /// <summary>Remarks, one a line.</summary>
    public static void Warn(IReadOnlyList<SearchWarning> warnings, CliIo io)
    {
        foreach (var warning in warnings)
        {
            io.Say($"note: {warning.Message} [{warning.Code}]");
            if (warning.Query is { } query)
                io.Say($"      try: {query}");
        }
    }
}
