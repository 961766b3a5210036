using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dateline.Eval.Measuring;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Bodies;

/// <summary>
/// <c>bodies FOLDER</c>: bodies against <c>ground-truth.json</c> for <c>html/*.html.gz</c>, by the article extraction
/// benchmark's own definition; the shipped outputs of other extractors (<c>output/*.json</c>) are scored beside, which
/// shows the evaluator to be theirs.
/// </summary>
internal static class BodiesMeasure
{
    private sealed record Scored(string Id, string Truth, string Predicted, ShingleMatch Match);

    public static Measure Measure { get; } = new("bodies", "article_extraction_benchmark",
        "Article bodies out of news pages, F1 over shingles of four words.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(run.Folder, "ground-truth.json")));
        var gold = truth.RootElement.EnumerateObject().Where(page => run.Includes(page.Name))
            .ToDictionary(page => page.Name, page => Body(page.Value));
        var outputs = Path.Combine(run.Folder, "output");
        foreach (var file in Directory.Exists(outputs)
            ? Directory.GetFiles(outputs, "*.json").Order() : Enumerable.Empty<string>())
            Print(run.Output, Path.GetFileNameWithoutExtension(file), Score(gold, Predictions(file)));
        var watch = Stopwatch.StartNew();
        var bodies = gold.Keys.ToDictionary(id => id, id => Extract(Path.Combine(run.Folder, "html", id + ".html.gz")));
        var seconds = watch.Elapsed.TotalSeconds;
        var scored = Score(gold, bodies);
        Print(run.Output, "Dateline", scored);
        run.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"{gold.Count} pages, {gold.Count / seconds:F0} pages/s on one core"));
        foreach (var page in scored.OrderBy(page => page.Match.Both).Take(run.Worst))
            Show(run.Output, page);
        var (precision, recall, f1) = Average(scored);
        return [new("precision", precision), new("recall", recall), new("F1", f1)];
    }

    private static string Extract(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return ArticleExtractor.Extract(
            new InputItem(Path.GetFileName(file), InputFormat.Html, reader.ReadToEnd())).Text?.Body ?? "";
    }

    private static Dictionary<string, string> Predictions(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var pages = document.RootElement.TryGetProperty("output", out var inner)
            && inner.ValueKind == JsonValueKind.Object
            ? inner : document.RootElement;
        return pages.EnumerateObject().ToDictionary(page => page.Name, page => Body(page.Value));
    }

    private static string Body(JsonElement page) =>
        page.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String
            ? body.GetString()! : "";

    private static List<Scored> Score(Dictionary<string, string> gold, Dictionary<string, string> predicted) =>
        [.. gold.Select(page => (page.Key, page.Value, Found: predicted.GetValueOrDefault(page.Key, "")))
            .Select(page => new Scored(page.Key, page.Value, page.Found, ShingleMatch.Of(page.Value, page.Found)))];

    private static (double Precision, double Recall, double F1) Average(List<Scored> scored)
    {
        var precision = scored.Where(page => page.Match.Both + page.Match.Extra > 0)
            .Average(page => page.Match.Precision);
        var recall = scored.Where(page => page.Match.Both + page.Match.Missing > 0).Average(page => page.Match.Recall);
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static void Print(TextWriter output, string name, List<Scored> scored)
    {
        var (precision, recall, f1) = Average(scored);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-22} F1 {f1:F3}  precision {precision:F3}  recall {recall:F3}"));
    }

    // Paragraphs of the one that the other has nothing of.
    private static void Show(TextWriter output, Scored page)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"== {page.Id} precision {page.Match.Precision:F3} recall {page.Match.Recall:F3}"));
        Differences(output, '-', page.Truth, page.Predicted);
        Differences(output, '+', page.Predicted, page.Truth);
    }

    private static void Differences(TextWriter output, char mark, string one, string other)
    {
        var folded = string.Join(' ', ShingleMatch.Tokens(other));
        foreach (var line in one.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!folded.Contains(string.Join(' ', ShingleMatch.Tokens(line)), StringComparison.Ordinal))
                output.WriteLine($"  {mark} {(line.Length > 160 ? line[..160] + "…" : line)}");
        }
    }
}
