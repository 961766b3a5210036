using System.CommandLine;
using System.Text.Json;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline why</c>.</summary>
internal static class WhyCommand
{
    public static Command Create(CliIo io)
    {
        var value = new Argument<string>("VALUE") { Description = "A place or actor, such as actor:lavrov." };
        var query = QueryInput.Argument();
        var lines = new Option<bool>("--jsonl") { Description = "Print one JSON object an article." };
        var limit = Options.Whole("--limit", "Most articles; 0 for all.", 10, alias: "-n");
        var command = new Command("why", "Why articles are found under a place or actor: the mentions in context.")
        {
            value, query, lines, limit,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                if (QueryInput.Read(parsed, query, io, json: false) is not var (_, read))
                    return ExitCode.Usage;
                var clause = ValueClause.TryParse(parsed.GetValue(value), out var problem)
                    ?? throw new UsageException(problem!);
                using var archive = DataOption.OpenArchive(parsed);
                var most = parsed.GetValue(limit) is > 0 and var given ? given : int.MaxValue;
                var why = archive.Why(read.Query!, clause, 0, most, cancellationToken);
                QueryInput.Warn(why.Warnings, io);
                foreach (var article in why.Articles)
                    Print(io, article, parsed.GetValue(lines));
                io.Say($"{why.Articles.Count:N0} of {why.Total:N0} under {why.CanonicalQuery}");
                return why.Total == 0 ? ExitCode.NoMatch : ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static void Print(CliIo io, WhyArticle article, bool json)
    {
        if (json)
        {
            io.Out.WriteLine(JsonSerializer.Serialize(article, ArchiveJson.Compact.WhyArticle));
            return;
        }

        io.Out.WriteLine($"{article.Id}  {article.Published?.ToString() ?? "undated"}  {article.Title}");
        foreach (var value in article.Values)
        {
            var curated = value.CuratedBy is { } by ? $", curated by record {string.Join(", ", by)}" : "";
            var confidence = value.Confidence is { } told ? $", confidence {told}" : "";
            io.Out.WriteLine($"    {value.Name}  [{value.Value}]  {value.Kind}{confidence}{curated}");
            foreach (var mention in value.Mentions)
                io.Out.WriteLine(
                    $"        {EnumNames.Kebab(mention.Field)} {mention.Start}-{mention.End} ({mention.Rule}): "
                    + $"{mention.Before}[{mention.Quote}]{mention.After}");
        }
    }
}
