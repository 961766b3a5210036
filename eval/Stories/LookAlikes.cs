using Dateline.Eval.Measuring;
using Dateline.Search.Stories;

namespace Dateline.Eval.Stories;

/// <summary>
/// The hard negatives: for every article a copy was made of, the one that shares most words with it among all printed
/// more than a month away, given a day beside it. It is about the same matter, and no copy.
/// </summary>
internal static class LookAlikes
{
    private const int FarDays = 31;
    private const int WordsLookedUp = 60;
    private static readonly char[] Separators = [' ', '\n', ',', '.', '"', '(', ')', ';', ':'];

    /// <summary>How many of them are taken for a copy.</summary>
    public static int Count(NewsArticle[] stream, StoryText[] texts, List<WireCopy> copies, MeasureRun run)
    {
        var words = stream.Select(static article => Words(article.Body)).ToArray();
        var byWord = ByWord(words);
        var numbers = texts.Select(static (text, number) => (text.ArticleId, number))
            .ToDictionary(static pair => pair.ArticleId, static pair => pair.number, StringComparer.Ordinal);
        var wrong = 0;
        foreach (var copy in copies)
        {
            var of = numbers[copy.Of];
            var alike = MostAlike(stream, words, byWord, of);
            if (alike < 0 || StoryRule.Overlap(texts[of], texts[alike] with { Day = texts[of].Day }) == 0)
                continue;
            if (wrong++ < run.Worst)
                run.Output.WriteLine($"taken for a copy: {stream[of].Id} | {stream[alike].Id}");
        }

        return wrong;
    }

    private static Dictionary<string, List<int>> ByWord(HashSet<string>[] words)
    {
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var k = 0; k < words.Length; k++)
        {
            foreach (var word in words[k])
                (byWord.TryGetValue(word, out var list) ? list : byWord[word] = []).Add(k);
        }

        return byWord;
    }

    private static int MostAlike(
        NewsArticle[] stream, HashSet<string>[] words, Dictionary<string, List<int>> byWord, int of)
    {
        var rarest = words[of].Where(word => byWord[word].Count > 1)
            .OrderBy(word => byWord[word].Count).ThenBy(static word => word, StringComparer.Ordinal);
        var scores = new Dictionary<int, double>();
        foreach (var with in rarest.Take(WordsLookedUp).Select(word => byWord[word]))
        {
            var weight = Math.Log((double)stream.Length / with.Count);
            foreach (var other in with)
            {
                if (Math.Abs(stream[other].Day.DayNumber - stream[of].Day.DayNumber) > FarDays)
                    scores[other] = scores.GetValueOrDefault(other) + weight / Math.Sqrt(words[other].Count);
            }
        }

        return scores.Count == 0
            ? -1
            : scores.OrderByDescending(static score => score.Value).ThenBy(static score => score.Key).First().Key;
    }

    private static HashSet<string> Words(string body) =>
        [.. body.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
}
