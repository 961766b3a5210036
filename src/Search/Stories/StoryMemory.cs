using System.Runtime.InteropServices;

namespace Dateline.Search.Stories;

/// <summary>Articles held in memory, found by the anchors they share. Not thread-safe.</summary>
public sealed class StoryMemory
{
    /// <summary>An anchor of more articles than this is a stock phrase and tells nothing.</summary>
    public const int MostArticlesAnAnchor = 200;

    private readonly Dictionary<uint, List<StoryMember>> _byAnchor = [];
    private readonly Dictionary<string, StoryMember> _byId = new(StringComparer.Ordinal);

    /// <summary>Number of articles.</summary>
    public int Count => _byId.Count;

    /// <summary>Adds an article, in place of the one with its id.</summary>
    public void Add(StoryMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        Remove(member.Text.ArticleId);
        _byId.Add(member.Text.ArticleId, member);
        foreach (var anchor in member.Text.Shingles.Anchors)
        {
            ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(_byAnchor, anchor, out _);
            (members ??= []).Add(member);
        }
    }

    /// <summary>Takes an article out, if it is there.</summary>
    public void Remove(string articleId)
    {
        if (!_byId.Remove(articleId, out var member))
            return;
        foreach (var anchor in member.Text.Shingles.Anchors)
            _byAnchor[anchor].Remove(member);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _byAnchor.Clear();
        _byId.Clear();
    }

    /// <summary>
    /// The articles that share an anchor with a text, in the order they were added; never the text itself.
    /// </summary>
    public IEnumerable<StoryMember> Candidates(StoryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        HashSet<string> seen = new(StringComparer.Ordinal) { text.ArticleId };
        foreach (var anchor in text.Shingles.Anchors)
        {
            if (!_byAnchor.TryGetValue(anchor, out var members) || members.Count > MostArticlesAnAnchor)
                continue;
            foreach (var member in members)
            {
                if (seen.Add(member.Text.ArticleId))
                    yield return member;
            }
        }
    }
}
