using System.CommandLine;
using System.Text.Json;
using Dateline.Cli.Output;
using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline show</c>.</summary>
internal static class ShowCommand
{
    public static Command Create(CliIo io)
    {
        var id = new Argument<string>("ID") { Description = "Article id, as search prints it." };
        var json = new Option<bool>("--json")
        {
            Description = "Print the article as JSON, every value with its evidence.",
        };
        var command = new Command("show", "Print one article.") { id, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                using var archive = DataOption.OpenArchive(parsed);
                var wanted = parsed.GetRequiredValue(id);
                if (archive.Find(wanted) is not { } article)
                {
                    io.Say($"dateline: the archive has no article '{wanted}'");
                    return ExitCode.NoMatch;
                }

                if (parsed.GetValue(json))
                    PrintJson(io, article);
                else
                    ArticlePrinter.Print(io.Out, article);
                return ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static void PrintJson(CliIo io, Article article) =>
        io.Out.WriteLine(JsonSerializer.Serialize(ArticleJson.From(article), ArchiveJson.Indented.ArticleJson));
}
