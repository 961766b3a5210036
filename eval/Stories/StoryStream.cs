using Dateline.Search.Stories;

namespace Dateline.Eval.Stories;

/// <summary>Places a stream of articles in stories, one after the other as they would arrive.</summary>
internal static class StoryStream
{
    public static Dictionary<string, StoryLink> Place(IEnumerable<StoryText> texts, out StoryMemory memory)
    {
        memory = new StoryMemory();
        var links = new Dictionary<string, StoryLink>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var link = StoryRule.Place(text, memory.Candidates(text));
            links.Add(text.ArticleId, link);
            memory.Add(new StoryMember(text, link));
        }

        return links;
    }
}
