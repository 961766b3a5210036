using System.CommandLine;

namespace Dateline.Eval.Stories;

/// <summary>
/// <c>stories FOLDER [--count N]</c>: prints stories of several articles found in the news stream, for reading:
/// headlines, days, openings and what is a copy of what.
/// </summary>
internal static class StoriesCommand
{
    private const int OpeningLength = 160;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("data-folder") { Description = "Folder of reuters_2012.jsonl.gz." };
        var count = new Option<int>("--count") { Description = "How many.", DefaultValueFactory = static _ => 50 };
        var seed = new Option<int>("--seed") { Description = "Which ones.", DefaultValueFactory = static _ => 1 };
        var command = new Command("stories", "Prints a random sample of stories with several articles.")
        {
            folder, count, seed,
        };
        command.SetAction(parsed => Print(
            NewsArticle.ReadStream(parsed.GetRequiredValue(folder).FullName),
            parsed.GetValue(count), new Random(parsed.GetValue(seed))));
        return command;
    }

    private static void Print(NewsArticle[] stream, int count, Random random)
    {
        var links = StoryStream.Place(stream.Select(static article => article.Text), out _);
        var stories = stream.GroupBy(article => links[article.Id].StoryId)
            .Where(static story => story.Count() > 1).ToArray();
        Console.WriteLine($"{stories.Length} stories of several articles");
        random.Shuffle(stories);
        foreach (var article in stories.Take(count).SelectMany(static story => story.Prepend(null)))
        {
            if (article is null)
            {
                Console.WriteLine();
                continue;
            }

            var copy = links[article.Id].CopyOf is { } of ? $"copy of {of}" : "own text";
            var opening = article.Body[..Math.Min(OpeningLength, article.Body.Length)].ReplaceLineEndings(" ");
            Console.WriteLine($"{article.Day:yyyy-MM-dd} {copy}: {article.Title}\n    {opening}");
        }
    }
}
