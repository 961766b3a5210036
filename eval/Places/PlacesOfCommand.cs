using System.CommandLine;
using System.Diagnostics;
using Dateline.Search.Extraction;
using Dateline.Search.Places;

namespace Dateline.Eval.Places;

/// <summary>
/// <c>places-of FILE…</c>: prints what is found in plain texts, the first line being the headline.
/// </summary>
internal static class PlacesOfCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "Plain text files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("places-of", "Prints the places of texts with their mentions.") { files };
        command.SetAction(parsed =>
        {
            foreach (var file in parsed.GetRequiredValue(files))
                Show(file);
        });
        return command;
    }

    private static void Show(FileInfo file)
    {
        var text = File.ReadAllText(file.FullName);
        var end = text.IndexOf('\n');
        var extracted = new ExtractedText { Title = end < 0 ? "" : text[..end].Trim(), Body = text[(end + 1)..] };
        var annotator = new PlaceAnnotator(GazetteerFiles.Default);
        annotator.Annotate(extracted);
        var watch = Stopwatch.StartNew();
        var places = annotator.Annotate(extracted);
        Console.WriteLine($"== {file.Name} ({watch.Elapsed.TotalMilliseconds:F2} ms)");
        foreach (var place in places)
        {
            Console.WriteLine($"{place.Mentions.Count,3} {place.Path}{(place.Unlisted ? " [unlisted]" : "")} "
                + $"{place.Kind} {place.Setting} by {place.Confidence}: "
                + string.Join("; ", place.Mentions.GroupBy(m =>
                    (m.Quote, m.Rule)).Select(g => $"{g.Key.Quote}/{g.Key.Rule}×{g.Count()}"))
                + (place.SettingEvidence is { } told ? $" | {told.Quote.ReplaceLineEndings(" ")}" : ""));
        }
    }
}
