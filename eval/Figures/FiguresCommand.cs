using System.CommandLine;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Ingestion;
using Dateline.Summarize.Figures;

namespace Dateline.Eval.Figures;

/// <summary><c>figures-draw FOLDER</c> and <c>figures-show FILES</c>.</summary>
internal static class FiguresCommand
{
    /// <summary>Prints the texts that the labels are for.</summary>
    public static Command CreateDraw()
    {
        var folder = new Argument<DirectoryInfo>("stream-folder")
        {
            Description = "Folder of the news stream, background_summaries beside it.",
        };
        var seed = new Option<string?>("--seed")
        {
            Description = "Draw fifty by lot instead; needs the other sets beside too.",
        };
        var near = new Option<bool>("--near") { Description = "Draw thirty with numbers of people." };
        var command = new Command("figures-draw", "Prints the articles whose figures are labelled by hand.")
            { folder, seed, near };
        command.SetAction(parsed =>
        {
            var stream = parsed.GetRequiredValue(folder).FullName;
            var texts = parsed.GetValue(seed) is not { } lot ? LabelledArticles.Draw(stream)
                : parsed.GetValue(near) ? DrawnArticles.DrawNear(stream, lot) : DrawnArticles.DrawWide(stream, lot);
            foreach (var text in texts)
                Console.WriteLine($"{text.Id}\t{text.Day:yyyy-MM-dd}\t{text.Body.ReplaceLineEndings(" ")}");
        });
        return command;
    }

    /// <summary>Prints the figures of plain-text files.</summary>
    public static Command CreateShow()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Articles as plain text." };
        var command = new Command("figures-show",
            "Prints the figures of articles with what was read of each.") { files };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetRequiredValue(files)) Show(file.FullName);
        });
        return command;
    }

    private static void Show(string file)
    {
        Console.WriteLine($"== {file}");
        if (ArticleReader.Read(new InputItem(Path.GetFileName(file), InputFormat.PageText,
            File.ReadAllText(file))).Article is not { } article) return;
        foreach (var figure in ArticleFigures.Of(article))
            Console.WriteLine(
                $"{figure.Kind} {figure.Qualifier} {figure.Low}..{figure.High} {figure.What} {figure.Scope} "
                    + $"{(figure.IsPart ? "part " : "")}{(figure.IsUncounted ? "uncounted " : "")}"
                + $"by {figure.Speaker?.Name} [{figure.Speaker?.ActorId}] at {figure.Place?.Path} on "
                + $"{figure.Date?.Date}\n    "
                + $"{article.Body[figure.Sentence.Start..figure.Sentence.End].ReplaceLineEndings(" ")}");
    }
}
