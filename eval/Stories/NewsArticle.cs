using Dateline.Search.Stories;
using Dateline.Search.Text;

namespace Dateline.Eval.Stories;

/// <summary>One article of the news stream, its text cut into the short paragraphs that papers print.</summary>
internal sealed record NewsArticle(string Id, DateOnly Day, string Title, string[] Paragraphs)
{
    private const int SentencesAParagraph = 2;

    public string Body => string.Join("\n\n", Paragraphs);

    public StoryText Text => new(Id, Day, TextShingles.Of(Body));

    /// <summary>The articles of <see cref="NewsRecord.Read"/> in order of day.</summary>
    public static NewsArticle[] ReadStream(string folder) =>
    [
        .. NewsRecord.Read(folder)
            .Select(static record => new NewsArticle(record.Id, record.Day, record.Title, [.. Cut(record.Text)]))
            .OrderBy(static article => article.Day),
    ];

    private static IEnumerable<string> Cut(string text)
    {
        const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var paragraph in text.Split('\n', Clean))
        {
            var sentences = SentenceSplitter.Split(paragraph).Select(span => paragraph[span.Start..span.End]);
            foreach (var group in sentences.Chunk(SentencesAParagraph))
                yield return string.Join(' ', group);
        }
    }
}
