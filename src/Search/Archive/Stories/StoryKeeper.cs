using Dateline.Index.Store;
using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive.Stories;

/// <summary>
/// Knows the story of every article of an archive that is being written: those of the last commit through the index,
/// those put since in memory. Thread-safe.
/// </summary>
internal sealed class StoryKeeper(IndexDirectory directory) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StoryMemory _uncommitted = new();
    private readonly HashSet<string> _superseded = new(StringComparer.Ordinal); // ids whose committed text is no more
    private CommittedStories? _committed;

    /// <summary>
    /// Gives an article that is about to be put its story, and remembers it. Unchanged text keeps its story.
    /// </summary>
    public (StoryLink Link, IReadOnlyList<uint> Anchors) Place(Article article)
    {
        var day = article.Published?.Date is { } date && date.First == date.Last ? date.First : (DateOnly?)null;
        var text = new StoryText(article.Id, day, TextShingles.Of(article.Body));
        lock (_gate)
        {
            _committed ??= CommittedStories.Open(directory);
            var link = Earlier(article) ?? StoryRule.Place(text, Candidates(text));
            _uncommitted.Add(new StoryMember(text, link));
            _superseded.Add(article.Id);
            return (link, text.Shingles.Anchors);
        }
    }

    /// <summary>An article was taken out.</summary>
    public void Remove(string id)
    {
        lock (_gate)
        {
            _uncommitted.Remove(id);
            _superseded.Add(id);
        }
    }

    /// <summary>Everything put so far is in the index now.</summary>
    public void Committed()
    {
        lock (_gate)
        {
            _committed?.Refresh();
            _uncommitted.Clear();
            _superseded.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _committed?.Dispose();

    private StoryLink? Earlier(Article article) =>
        !_superseded.Contains(article.Id) && _committed!.Find(article.Id) is { } earlier
        && earlier.ContentHash == article.ContentHash && earlier.Published == article.Published
            ? earlier.Story
            : null;

    private IEnumerable<StoryMember> Candidates(StoryText text) =>
        _committed!.Candidates(text).Where(member => !_superseded.Contains(member.Text.ArticleId))
            .Concat(_uncommitted.Candidates(text));
}
