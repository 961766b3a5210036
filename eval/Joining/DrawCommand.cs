using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Dateline.Eval.Measuring;
using Dateline.Eval.Stories;
using Dateline.Search.Articles;

namespace Dateline.Eval.Joining;

/// <summary>
/// <c>draw articles|mentions FOLDER [--count N] [--seed TEXT]</c>: draws what is labelled by hand. An item's lot is the
/// SHA-256 of seed, colon and item; the smallest lots are drawn, so the draw depends on nothing but the data.
/// </summary>
internal static class DrawCommand
{
    private const int FewestWords = 150;
    private const int MostWords = 500;
    private const int ContextUnits = 120;

    public static Command Create() => new("draw", "Draws articles, or mentions that we find, for labelling by hand.")
    {
        Create("articles", $"Articles of {FewestWords} to {MostWords} words, for the joining of names.",
            100, "joining", DrawArticles),
        Create("mentions", "Mentions of actors that we find now, for their kinds; annotates the whole stream.",
            200, "types", DrawMentions),
    };

    /// <summary>An item's lot.</summary>
    public static string Lot(string seed, string item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{item}")));

    private static Command Create(
        string name, string description, int defaultCount, string defaultSeed, Action<string, int, string> draw)
    {
        var folder = new Argument<DirectoryInfo>("data-folder") { Description = "Folder of reuters_2012.jsonl.gz." };
        var count = new Option<int>("--count") { Description = "How many.", DefaultValueFactory = _ => defaultCount };
        var seed = new Option<string>("--seed") { Description = "Which ones.", DefaultValueFactory = _ => defaultSeed };
        var command = new Command(name, description) { folder, count, seed };
        command.SetAction(parsed => draw(
            parsed.GetRequiredValue(folder).FullName, parsed.GetValue(count), parsed.GetValue(seed)!));
        return command;
    }

    private static void DrawArticles(string folder, int count, string seed)
    {
        var drawn = NewsRecord.Read(folder).Where(static record => IsReadable(record.Text))
            .OrderBy(record => Lot(seed, record.Id), StringComparer.Ordinal).Take(count);
        foreach (var record in drawn)
            Console.WriteLine($"{record.Id}\t{record.Title}");
    }

    private static bool IsReadable(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is >= FewestWords and <= MostWords;

    private static void DrawMentions(string folder, int count, string seed)
    {
        var drawn = new PriorityQueue<string, string>(Comparer<string>.Create(
            static (left, right) => string.CompareOrdinal(right, left)));
        foreach (var record in NewsRecord.Read(folder))
        {
            foreach (var found in AnnotatedNews.Actors(record).SelectMany(static actor => actor.Mentions))
            {
                var lot = Lot(seed, $"{record.Id}:{found.Field}:{found.Start}");
                drawn.Enqueue(Line(record, found), lot);
                if (drawn.Count > count)
                    drawn.Dequeue();
            }
        }

        foreach (var (line, _) in drawn.UnorderedItems.OrderBy(static item => item.Priority, StringComparer.Ordinal))
            Console.WriteLine(line);
    }

    // The label is left to the reader; the words around it help and are not kept.
    private static string Line(NewsRecord record, Evidence found)
    {
        var field = found.Field == EvidenceField.Title ? "title" : "body";
        var text = found.Field == EvidenceField.Title ? record.Title : record.Text;
        var from = Math.Max(0, found.Start - ContextUnits);
        var to = Math.Min(text.Length, found.End + ContextUnits);
        var context = $"{text[from..found.Start]}[{found.Quote}]{text[found.End..to]}".ReplaceLineEndings(" ");
        return $"{record.Id}\t{field}\t{found.Start}\t{found.Quote.Length}\t?\t{found.Quote}\t{context}";
    }
}
