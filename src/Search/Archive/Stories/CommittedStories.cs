using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive.Stories;

/// <summary>
/// The articles of the last commit, found by the anchors of their texts (<see cref="ArticleFields.Anchor"/>). Not
/// thread-safe.
/// </summary>
internal sealed class CommittedStories : IDisposable
{
    // Comparing more candidates than this finds no better one.
    private const int MostCandidates = 30;
    private const int MostKept = 10_000;

    private readonly IndexDirectory _directory;
    private readonly Dictionary<(int Segment, int Local), StoryMember> _read = [];
    private IndexReader? _reader;

    private CommittedStories(IndexDirectory directory)
    {
        _directory = directory;
        Refresh();
    }

    public static CommittedStories Open(IndexDirectory directory) => new(directory);

    /// <summary>Moves on to the newest commit.</summary>
    public void Refresh()
    {
        _read.Clear();
        if (_reader is not null)
        {
            var older = _reader;
            if (older.Reopen() is not { } newer)
                return;
            _reader = newer;
            older.Dispose();
        }
        else if (_directory.ListFiles().Any(static name => name.StartsWith("segments_", StringComparison.Ordinal)))
        {
            _reader = IndexReader.Open(_directory);
        }
    }

    /// <summary>The article of that id, or null.</summary>
    public Article? Find(string id)
    {
        foreach (var segment in _reader?.Segments ?? [])
        {
            if (Postings(segment, ArticleFields.Id, id, int.MaxValue) is { } postings
                && LiveDocs(segment, postings).FirstOrDefault(-1) is >= 0 and var local)
                return StoredArticles.Read(segment, local);
        }

        return null;
    }

    /// <summary>
    /// The articles of about the same day that share anchors with a text, most shared first, then in index order; never
    /// the text itself.
    /// </summary>
    public IEnumerable<StoryMember> Candidates(StoryText text)
    {
        var shared = new Dictionary<(int Segment, int Local), int>();
        for (var k = 0; k < (_reader?.Segments.Count ?? 0); k++)
        {
            foreach (var anchor in text.Shingles.Anchors)
                Count(k, anchor, text.Day, shared);
        }

        return shared
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key)
            .Take(MostCandidates)
            .Select(pair => Member(pair.Key.Segment, pair.Key.Local))
            .Where(member => member.Text.ArticleId != text.ArticleId);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();

    /// <summary>How an anchor is written in the index: eight hex digits.</summary>
    public static string Term(uint anchor) => anchor.ToString("x8", CultureInfo.InvariantCulture);

    private void Count(int segment, uint anchor, DateOnly? day, Dictionary<(int, int), int> shared)
    {
        var reader = _reader!.Segments[segment];
        if (Postings(reader, ArticleFields.Anchor, Term(anchor), StoryMemory.MostArticlesAnAnchor) is not { } postings)
            return;
        var days = reader.Numeric(ArticleFields.PublishedFirst);
        foreach (var local in LiveDocs(reader, postings))
        {
            if (day is not { } own || days?.AdvanceExact(local) != true
                || Math.Abs(days.Value - own.DayNumber) <= StoryRule.DaysApart)
                CollectionsMarshal.GetValueRefOrAddDefault(shared, (segment, local), out _)++;
        }
    }

    private StoryMember Member(int segment, int local)
    {
        if (_read.TryGetValue((segment, local), out var known))
            return known;
        if (_read.Count >= MostKept)
            _read.Clear();
        var article = StoredArticles.Read(_reader!.Segments[segment], local);
        var day = article.Published?.Date.First;
        var text = new StoryText(article.Id, day, TextShingles.Of(article.Body));
        return _read[(segment, local)] = new StoryMember(text, article.Story ?? new StoryLink(article.Id, day, null));
    }

    private static PostingsCursor? Postings(SegmentReader segment, string field, string term, int most) =>
        segment.Terms(field) is { } terms && terms.TryFind(Encoding.ASCII.GetBytes(term), out var state)
        && state.DocFreq <= most
            ? terms.Postings(state, PostingsParts.Docs)
            : null;

    private static IEnumerable<int> LiveDocs(SegmentReader segment, PostingsCursor postings)
    {
        for (var local = postings.Next(); local != DocCursor.NoMoreDocs; local = postings.Next())
        {
            if (segment.IsLive(local))
                yield return local;
        }
    }
}
