using Dateline.Search.Stories;

namespace Dateline.Eval.Stories;

/// <summary>An edited copy of an article of the stream.</summary>
/// <param name="Of">Id of the article it was made of.</param>
/// <param name="Edits">Names of the edits.</param>
/// <param name="Text">Its text, printed up to two days later.</param>
internal sealed record WireCopy(string Of, string Edits, StoryText Text)
{
    private const int FewestParagraphs = 4;
    private const int MostEdits = 3;

    /// <summary>Makes copies of random articles.</summary>
    /// <param name="stream">All articles; the added leads come from any of them.</param>
    /// <param name="sources">Which of them may be copied.</param>
    /// <param name="count">Copies to make.</param>
    /// <param name="random">The only source of chance.</param>
    public static List<WireCopy> Make(NewsArticle[] stream, int[] sources, int count, Random random)
    {
        List<WireCopy> copies = [];
        while (copies.Count < count)
        {
            var article = stream[sources[random.Next(sources.Length)]];
            var other = stream[random.Next(stream.Length)];
            if (article.Paragraphs.Length >= FewestParagraphs && other != article)
                copies.Add(Edit(article, other, copies.Count, random));
        }

        return copies;
    }

    private static WireCopy Edit(NewsArticle article, NewsArticle other, int number, Random random)
    {
        var edits = WireEdits.All.ToArray();
        random.Shuffle(edits);
        edits = edits[..random.Next(1, MostEdits + 1)];
        var paragraphs = article.Paragraphs;
        foreach (var edit in edits)
            paragraphs = edit.Apply(paragraphs, other.Paragraphs, random);
        var names = string.Join(" + ", edits.Select(static edit => edit.Name).Order(StringComparer.Ordinal));
        var shingles = TextShingles.Of(string.Join("\n\n", paragraphs));
        var printed = article.Day.AddDays(random.Next(3));
        return new WireCopy(article.Id, names, new StoryText($"copy-{number}", printed, shingles));
    }
}
