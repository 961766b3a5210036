using System.Text.Json;
using Dateline.Index;
using Dateline.Index.Reading;
using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive;

/// <summary>Reads articles back from what a segment stores.</summary>
internal static class StoredArticles
{
    /// <summary>The article of a document, with its story.</summary>
    /// <exception cref="CorruptIndexException">What is stored is no article.</exception>
    public static Article Read(SegmentReader segment, int local)
    {
        Article? article = null;
        StoryLink? story = null;
        foreach (var field in segment.Stored(local))
        {
            if (field is { Name: ArticleFields.Json, Value: byte[] json })
                article = Parse(json, segment.Name, local);
            else if (field is { Name: ArticleFields.Story, Value: string link })
                story = ParseStory(link, segment.Name, local);
        }

        return article is null ? throw Damaged(segment.Name, local, null) : article with { Story = story };
    }

    // Damage inside a block may well decompress, to text that is no article any more.
    private static Article Parse(byte[] json, string segment, int local)
    {
        try
        {
            return ArticleMapper.FromStored(json);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException
            or InvalidDataException)
        {
            throw Damaged(segment, local, error);
        }
    }

    private static StoryLink? ParseStory(string json, string segment, int local)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ArchiveJson.Compact.StoryLink);
        }
        catch (JsonException error)
        {
            throw Damaged(segment, local, error);
        }
    }

    private static CorruptIndexException Damaged(string segment, int local, Exception? inner) => new(
        $"{segment}.fdt", -1,
        $"what is stored for document {local} is no article{(inner is null ? "" : ": " + inner.Message)}", inner);
}
