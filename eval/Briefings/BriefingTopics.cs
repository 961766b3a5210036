using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

namespace Dateline.Eval.Briefings;

/// <summary>Draws topics as people would ask them from what an archive holds; the same seed draws the same.</summary>
internal static class BriefingTopics
{
    private const int ShortestWord = 4;

    /// <summary>Some words of headlines, actors, places, days, and a few that find nothing.</summary>
    public static IEnumerable<string> Draw(IArticleArchive archive, int count, int seed)
    {
        var random = new Random(seed);
        foreach (var (at, article) in Articles(archive, count, random).Index())
        {
            var words = Words(article.Title, random);
            yield return (at % 5) switch
            {
                1 when article.Actors.Count > 0 => $"actor:={article.Actors[random.Next(article.Actors.Count)].Id}",
                2 when article.Places.Count > 0 =>
                    $"{words} place:={article.Places[random.Next(article.Places.Count)].Path}",
                3 when article.Published is { } published => $"published:{published.Date.First:yyyy-MM}",
                4 when at % 25 == 4 => $"zyzzyva {words}",
                _ => words,
            };
        }
    }

    // Only what was drawn is kept: the measure of memory must not count the whole archive.
    private static List<Article> Articles(IArticleArchive archive, int count, Random random)
    {
        var total = archive.Info.Articles;
        int[] drawn = [.. Enumerable.Range(0, total == 0 ? 0 : count).Select(_ => random.Next(total))];
        var wanted = drawn.ToHashSet();
        var found = new Dictionary<int, Article>();
        foreach (var (number, article) in archive.Export(ArchiveQuery.All).Index())
        {
            if (wanted.Contains(number))
                found.Add(number, article);
        }

        return [.. drawn.Select(number => found[number])];
    }

    private static string Words(string title, Random random)
    {
        var words = title.Split([' ', ',', ':', ';', '"', '\'', '(', ')', '-', '.', '?', '!'],
            StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word.Length >= ShortestWord && word.All(char.IsAsciiLetter)).ToArray();
        random.Shuffle(words);
        return words.Length == 0 ? "news" : string.Join(' ', words.Take(1 + random.Next(3)));
    }
}
