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
        var articles = archive.Export(ArchiveQuery.All)
            .Select(static article => (article.Title, article.Actors, article.Places, article.Published))
            .ToList();
        for (var at = 0; at < count && articles.Count > 0; at++)
        {
            var (title, actors, places, published) = articles[random.Next(articles.Count)];
            var words = Words(title, random);
            yield return (at % 5) switch
            {
                1 when actors.Count > 0 => $"actor:={actors[random.Next(actors.Count)].Id}",
                2 when places.Count > 0 => $"{words} place:={places[random.Next(places.Count)].Path}",
                3 when published is not null => $"published:{published.Date.First:yyyy-MM}",
                4 when at % 25 == 4 => $"zyzzyva {words}",
                _ => words,
            };
        }
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
