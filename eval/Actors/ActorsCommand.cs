using System.CommandLine;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;
using Dateline.Search.Names;

namespace Dateline.Eval.Actors;

/// <summary>
/// <c>actors-of PATH…</c>: prints the actors of articles with their mentions. <c>actors-sample PATH</c>: draws actors
/// at random, each with the words around a mention, to be judged by a reader.
/// </summary>
internal static class ActorsCommand
{
    private const int ContextUnits = 70;

    public static Command CreateShow()
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files or folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var names = new Option<bool>("--names") { Description = "The tagger's names, too." };
        var command = new Command("actors-of", "Prints the actors of articles with their mentions.") { paths, names };
        command.SetAction(parsed =>
        {
            foreach (var item in new InputReader().Read(parsed.GetRequiredValue(paths)).OfType<InputItem>())
                Show(item, parsed.GetValue(names));
        });
        return command;
    }

    public static Command CreateSample()
    {
        var path = new Argument<string>("path") { Description = "File or folder, e.g. reuters_2012.jsonl.gz." };
        var count = new Option<int>("--count") { Description = "How many.", DefaultValueFactory = static _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Of the draw.", DefaultValueFactory = static _ => 1 };
        var command = new Command("actors-sample", "Draws actors at random from articles.") { path, count, seed };
        command.SetAction(parsed =>
            Sample(parsed.GetRequiredValue(path), parsed.GetValue(count), parsed.GetValue(seed)));
        return command;
    }

    private static void Show(InputItem item, bool names)
    {
        if (ArticleReader.Read(item).Article is not { } article)
            return;
        Console.WriteLine($"== {item.Origin}: {article.Title}");
        if (names && ArticleExtractor.Extract(item).Text is { } text)
        {
            var tagged = ArticleNames.Of(text);
            foreach (var (of, list) in new[] { (text.Title, tagged.Title), (text.Body, tagged.Body) })
            {
                Console.WriteLine(string.Join("; ",
                    list.Select(name => $"{name.Tag}:{OneLine(of[name.Span.Start..name.Span.End])}")));
            }
        }

        foreach (var actor in article.Actors)
        {
            var mentions = actor.Mentions.GroupBy(mention => (mention.Quote, mention.Rule))
                .Select(group => $"{group.Key.Quote}/{group.Key.Rule}×{group.Count()}");
            var codes = $"{actor.Kind} | {actor.Role} | {actor.Affiliation?.Name} "
                + $"({actor.Affiliation?.ActorId}) | {actor.CameoCode} {actor.PloverCode} {actor.AcledType} | "
                + $"{actor.Confidence} ({actor.ConfidenceReason})";
            Console.WriteLine(OneLine($"{actor.Mentions.Count,3} {actor.Id} | {actor.Name} | {codes}: "
                + string.Join("; ", mentions)));
        }
    }

    // Few articles, one actor of each, so that no article weighs more than another.
    private static void Sample(string path, int count, int seed)
    {
        var random = new Random(seed);
        var items = new InputReader().Read([path]).OfType<InputItem>().ToArray();
        random.Shuffle(items);
        foreach (var item in items)
        {
            if (count == 0)
                return;
            if (ArticleReader.Read(item).Article is not { Actors.Count: > 0 } article)
                continue;
            var actor = article.Actors[random.Next(article.Actors.Count)];
            var mention = actor.Mentions[random.Next(actor.Mentions.Count)];
            var text = mention.Field == EvidenceField.Title ? article.Title : article.Body;
            var before = text[Math.Max(0, mention.Start - ContextUnits)..mention.Start];
            var after = text[mention.End..Math.Min(text.Length, mention.End + ContextUnits)];
            Console.WriteLine(OneLine($"{count--}\t{actor.Kind}\t{actor.Name}\t{actor.CameoCode}\t{mention.Rule}\t"
                + $"{before}[[{mention.Quote}]]{after}\t{article.Title}"));
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
