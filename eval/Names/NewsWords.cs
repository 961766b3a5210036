using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Eval.Names;

/// <summary>Word classes learned from an untagged news stream: clusters and habits of capitals.</summary>
internal static class NewsWords
{
    private const int MinCount = 10;
    private const int CoarseClasses = 64;
    private const int FineClasses = 320;
    private const int Rounds = 5;

    /// <summary>Learns and writes a list: word, coarse class, fine class, count, sevenths of capitals.</summary>
    public static void Learn(IEnumerable<string> texts, string output)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var capitals = new Dictionary<string, (int Capital, int Small)>(StringComparer.Ordinal);
        var sentences = new List<List<string>>();
        foreach (var text in texts)
            Read(text, sentences, counts, capitals);
        var words = counts.Where(pair => pair.Value >= MinCount).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
        var numbers = words.Index().ToDictionary(pair => pair.Item, pair => pair.Index + 2, StringComparer.Ordinal);
        var running = new List<int>();
        foreach (var sentence in sentences)
        {
            running.Add(0);
            foreach (var word in sentence)
                running.Add(numbers.GetValueOrDefault(word, 1));
        }

        Console.WriteLine($"{running.Count} tokens, {words.Count} words");
        var coarse = WordClusters.Learn(running, words.Count + 2, CoarseClasses, Rounds);
        var fine = WordClusters.Learn(running, words.Count + 2, FineClasses, Rounds);
        File.WriteAllLines(output, words.Select((word, index) =>
            $"{word}\t{coarse[index + 2]}\t{fine[index + 2]}\t{counts[word]}\t{Share(capitals, word)}"));
    }

    /// <summary>The words of a list that <see cref="Learn"/> wrote, as a table of the model.</summary>
    public static HashTable32 Table(string file)
    {
        var pairs = new Dictionary<uint, uint>();
        foreach (var line in File.ReadLines(file))
        {
            var cells = line.Split('\t');
            var known = new WordClass(Number(cells[1]), Number(cells[2]), Number(cells[4]));
            pairs.TryAdd(WordHash.Exact(cells[0]), known.Packed);
            pairs.TryAdd(WordHash.FoldedKey(WordHash.Lower(cells[0])), known.Packed);
        }

        return HashTable32.From(pairs);
    }

    /// <summary>The articles of gzipped JSON lines.</summary>
    public static IEnumerable<string> Articles(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("text").GetString() ?? "";
        }
    }

    private static void Read(string text, List<List<string>> sentences, Dictionary<string, int> counts,
        Dictionary<string, (int Capital, int Small)> capitals)
    {
        foreach (var span in SentenceSplitter.Split(text))
        {
            var words = new List<string>();
            foreach (var token in new Tokenizer(span.Of(text)))
            {
                var word = string.Create(token.Length, (text, token.Start + span.Start), static (units, from) =>
                {
                    for (var i = 0; i < units.Length; i++)
                        units[i] = char.IsAsciiDigit(from.text[from.Item2 + i]) ? '0' : from.text[from.Item2 + i];
                });
                word = string.Intern(word);
                counts[word] = counts.GetValueOrDefault(word) + 1;
                if (words.Count > 0 && char.IsLetter(word[0]))
                {
                    var lower = word.ToLowerInvariant();
                    var (capital, small) = capitals.GetValueOrDefault(lower);
                    capitals[lower] = char.IsUpper(word[0]) ? (capital + 1, small) : (capital, small + 1);
                }

                words.Add(word);
            }

            sentences.Add(words);
        }
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static int Share(Dictionary<string, (int Capital, int Small)> capitals, string word)
    {
        var (capital, small) = capitals.GetValueOrDefault(word.ToLowerInvariant());
        return capital + small == 0 ? 0 : (int)Math.Round(7.0 * capital / (capital + small));
    }
}
