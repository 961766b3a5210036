using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Eval.Words;

/// <summary>
/// <c>words NEWS_JSONL_GZ</c>: counts words in a news stream and writes two lists of single words: those that are
/// ordinary words even when a sentence or headline begins them with a capital, and given names.
/// </summary>
internal static partial class WordsCommand
{
    private const int MinLowerCount = 8;
    private const int MinSurnames = 3;

    public static Command Create()
    {
        var news = new Argument<FileInfo>("news") { Description = "Gzipped JSON lines with a 'text' field." };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Where the lists go.",
            DefaultValueFactory = _ => new DirectoryInfo("src/Search/Places/Data/Words"),
        };
        var command = new Command("words", "Builds common-words.txt and given-names.txt.") { news, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(news), parsed.GetRequiredValue(output)));
        return command;
    }

    private static void Run(FileInfo news, DirectoryInfo output)
    {
        var lower = new Dictionary<string, int>(StringComparer.Ordinal);
        var capital = new Dictionary<string, int>(StringComparer.Ordinal);
        var surnames = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var reader = new StreamReader(new GZipStream(news.OpenRead(), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString() ?? "";
            foreach (Match match in MidSentenceWord().Matches(text))
            {
                var word = match.Groups[1].Value;
                Increment(char.IsUpper(word[0]) ? capital : lower, word.ToLowerInvariant());
            }
            foreach (Match match in PersonSpeaks().Matches(text))
                Add(surnames, match.Groups[1].Success ? match.Groups[1].Value : match.Groups[3].Value,
                    match.Groups[2].Success ? match.Groups[2].Value : match.Groups[4].Value);
        }
        var common = lower.Where(pair => pair.Value >= MinLowerCount
            && pair.Value > 2 * capital.GetValueOrDefault(pair.Key))
            .Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var given = surnames.Where(pair => pair.Value.Count >= MinSurnames).Select(pair => pair.Key.ToLowerInvariant())
            .Except(common, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        File.WriteAllLines(Path.Combine(output.FullName, "common-words.txt"), common);
        File.WriteAllLines(Path.Combine(output.FullName, "given-names.txt"), given);
        Console.WriteLine($"common-words.txt: {common.Count} words, given-names.txt: {given.Count} names");
    }

    private static void Increment(Dictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private static void Add(Dictionary<string, HashSet<string>> sets, string key, string value)
    {
        if (!sets.TryGetValue(key, out var set))
            sets.Add(key, set = new(StringComparer.Ordinal));
        set.Add(value);
    }

    [GeneratedRegex(@"(?<=[a-z],? )([A-Za-z]{2,})\b", RegexOptions.None, 10_000)]
    private static partial Regex MidSentenceWord();

    [GeneratedRegex(@"\bsaid ([A-Z][a-z]+) ([A-Z][a-z]+),|(?<=[a-z,.""] )([A-Z][a-z]+) ([A-Z][a-z]+) (?:said|told)\b",
        RegexOptions.None, 10_000)]
    private static partial Regex PersonSpeaks();
}
