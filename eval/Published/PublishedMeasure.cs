using System.Globalization;
using System.Text.Json;
using Dateline.Eval.Measuring;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Published;

/// <summary>
/// <c>published FOLDER</c>: publication dates of <c>html/*</c> against <c>pages.json</c> (address → file, ISO date) by
/// htmldate's definition: a right day is a true positive, another day a false positive, no date a false negative
/// (for a page that has none, a true negative);
/// F = 2·tp / (2·tp + fp + fn). The pages' addresses are not given to the extractor, only their bytes.
/// </summary>
internal static class PublishedMeasure
{
    private sealed record Outcome(string Address, string File, DateOnly? Gold, PublishedDate? Found, string Quote)
    {
        public bool IsRight => Found is { Date: { Precision: DatePrecision.Day } date } && date.First == Gold;

        // A date known to the month or year counts as given, and as wrong by its nearest day.
        public bool IsFarOff => Found is { } found && Gold is { } day
            && (found.Date.First > day.AddYears(1) || found.Date.Last < day.AddYears(-1));

        public bool IsMissing => Found is null && Gold is not null;

        public bool IsWrong => Found is not null && !IsRight;
    }

    public static Measure Measure { get; } = new("published", "htmldate_eval",
        "Publication dates of web pages, by htmldate's definition of F-score.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        using var pages = JsonDocument.Parse(WithoutNaN(File.ReadAllText(Path.Combine(run.Folder, "pages.json"))));
        var outcomes = pages.RootElement.EnumerateObject().Where(page => run.Includes(page.Name))
            .Select(page => Read(run.Folder, page)).ToList();
        int right = outcomes.Count(page => page.IsRight), none = outcomes.Count(page => page.IsMissing);
        int wrong = outcomes.Count(page => page.IsWrong), far = outcomes.Count(page => page.IsFarOff);
        foreach (var rule in outcomes.Where(page => page.Found is not null).GroupBy(page => page.Found!.Rule)
            .OrderByDescending(g => g.Count()))
            run.Output.WriteLine($"{rule.Count(),4} {rule.Count(page => page.IsRight),4} right  {rule.Key}");
        foreach (var page in outcomes.Where(page => page.IsWrong || page.IsMissing)
            .OrderByDescending(page => page.IsFarOff).ThenBy(page => page.File).Take(run.Worst))
            run.Output.WriteLine($"{(page.IsFarOff ? "FAR " : "    ")}{page.File} gold {page.Gold:yyyy-MM-dd} found "
                + $"{page.Found?.Date.ToString() ?? "none"} {page.Found?.Rule} '{page.Quote}'");
        run.Output.WriteLine($"{outcomes.Count} pages: {right} right, {wrong} wrong ({far} by more than a year), "
            + $"{none} without");
        return
        [
            new("accuracy", (double)right / outcomes.Count),
            new("wrong by over a year", (double)far / Math.Max(1, right + wrong)),
            new("F", 2.0 * right / ((2 * right) + wrong + none)),
        ];
    }

    private static Outcome Read(string folder, JsonProperty page)
    {
        var name = page.Value.GetProperty("file").GetString()!;
        DateOnly? gold = page.Value.GetProperty("date").GetString() is { } day
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        var text = Item(Path.Combine(folder, "html", name)) is { } item ? ArticleExtractor.Extract(item).Text : null;
        var quote = text?.Evidence.TryGetValue("published", out var evidence) == true ? evidence.Quote : "";
        return new Outcome(page.Name, name, gold, text?.Published, quote);
    }

    // A page without a date is written as a bare NaN, which is no JSON.
    private static string WithoutNaN(string json) =>
        json.Replace("\"date\": NaN", "\"date\": null", StringComparison.Ordinal);

    private static InputItem? Item(string file) => new InputReader().Read([file]).OfType<InputItem>().FirstOrDefault();
}
