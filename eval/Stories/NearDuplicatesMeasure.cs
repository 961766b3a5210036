using Dateline.Eval.Measuring;
using Dateline.Search.Stories;

namespace Dateline.Eval.Stories;

/// <summary>
/// <c>near-duplicates FOLDER</c>: makes wire copies of articles of the news stream by one to three edits and measures
/// whether they land in the story of the text they were made of (recall), and whether as many texts that only resemble
/// one of the stream stay apart (precision). The edits are seeded.
/// </summary>
internal static class NearDuplicatesMeasure
{
    private const int Seed = 1;
    private const int Pairs = 2000;
    private const int SamplePairs = 400;

    public static Measure Measure { get; } = new("near-duplicates", "reuters_news",
        "Edited copies of wire texts, put into the stream they were made of.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var stream = NewsArticle.ReadStream(run.Folder);
        var texts = stream.Select(static article => article.Text).ToArray();
        var links = StoryStream.Place(texts, out var memory);
        var stories = links.Values.Select(static link => link.StoryId).Distinct(StringComparer.Ordinal).Count();
        run.Output.WriteLine($"{texts.Length} articles, {stories} stories");
        var sources = Enumerable.Range(0, stream.Length).Where(k => run.Includes(stream[k].Id)).ToArray();
        var copies = WireCopy.Make(stream, sources, run.Sample ? SamplePairs : Pairs, new Random(Seed));
        var found = CountFound(copies, memory, links, run);
        var wrong = LookAlikes.Count(stream, texts, copies, run);
        run.Output.WriteLine($"look-alikes taken for copies: {wrong} of {copies.Count}");
        return
        [
            new("precision", found == 0 ? 0 : (double)found / (found + wrong)),
            new("recall", (double)found / copies.Count),
        ];
    }

    private static int CountFound(
        List<WireCopy> copies, StoryMemory memory, Dictionary<string, StoryLink> links, MeasureRun run)
    {
        var (found, shown) = (0, 0);
        foreach (var group in copies.GroupBy(static copy => copy.Edits).OrderBy(static group => group.Key))
        {
            var missed = group.Where(copy => !IsFound(copy, memory, links)).ToArray();
            found += group.Count() - missed.Length;
            run.Output.WriteLine($"{group.Key,-50} {group.Count() - missed.Length,5} of {group.Count(),5}");
            foreach (var copy in missed.TakeWhile(_ => shown++ < run.Worst))
                run.Output.WriteLine($"missed: {copy.Of} after {copy.Edits}");
        }

        return found;
    }

    private static bool IsFound(WireCopy copy, StoryMemory memory, Dictionary<string, StoryLink> links) =>
        StoryRule.Place(copy.Text, memory.Candidates(copy.Text)).StoryId == links[copy.Of].StoryId;
}
