using Dateline.Index.Querying;

namespace Dateline.Index.Highlighting;

/// <summary>Chooses the stretches of a document's text that show best why it matches.</summary>
/// <param name="searcher">The index.</param>
/// <param name="options">How passages are cut; null for the defaults.</param>
public sealed class PassageHighlighter(IndexSearcher searcher, PassageOptions? options = null)
{
    private readonly PassageOptions _options = Checked(options ?? new PassageOptions());

    /// <summary>
    /// The best passages in text order, none when nothing in the field matches. A passage is a sentence or, where that
    /// is too long, whole words around a match. It scores by the number of different query parts in it, then by matches
    /// and by how early it stands.
    /// </summary>
    /// <param name="query">What was searched.</param>
    /// <param name="docId">Document id in the whole index.</param>
    /// <param name="field">A field indexed with offsets.</param>
    /// <param name="text">The value of the field exactly as indexed.</param>
    public IReadOnlyList<Passage> Passages(Query query, int docId, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Passages(new QueryMatches(searcher, query), docId, field, text);
    }

    /// <summary>
    /// As <see cref="Passages(Query, int, string, string)"/>, for one of several documents found by a query.
    /// </summary>
    public IReadOnlyList<Passage> Passages(QueryMatches query, int docId, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(text);
        var matches = query.Find(docId, field);
        if (matches.Count > 0 && matches.Max(match => match.End) > text.Length)
            throw new ArgumentException(
                $"The text of \"{field}\" is not the one indexed: a match ends after it.", nameof(text));
        return [.. Cut(text, WithoutOverlaps(matches)).OrderByDescending(passage => passage.Score)
            .Take(_options.MaxPassages).OrderBy(passage => passage.Start)];
    }

    /// <summary>
    /// The matches of <see cref="MatchFinder"/> with overlapping ones left out: the longest of those that start first
    /// stays.
    /// </summary>
    public static IReadOnlyList<MatchSpan> WithoutOverlaps(IReadOnlyList<MatchSpan> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var kept = new List<MatchSpan>();
        foreach (var match in matches.OrderBy(match => match.Start).ThenByDescending(match => match.End))
        {
            if (kept.Count == 0 || match.Start >= kept[^1].End) kept.Add(match);
        }

        return kept;
    }

    private List<Passage> Cut(string text, IReadOnlyList<MatchSpan> matches)
    {
        var passages = new List<Passage>();
        for (var k = 0; k < matches.Count;)
        {
            var (start, end) = TextCutter.Around(text, matches[k].Start, matches[k].End, _options.MaxLength);
            if (passages.Count > 0) start = Math.Min(matches[k].Start, Math.Max(start, passages[^1].End));
            var inside = matches.Skip(k).TakeWhile(match => match.End <= end).ToList();
            passages.Add(new Passage(start, end, Score(inside, start), inside));
            k += inside.Count;
        }

        return passages;
    }

    private static float Score(List<MatchSpan> matches, int start)
    {
        var parts = matches.Select(match => match.Part).Distinct().Count();
        return parts + (0.5f * MathF.Log(1 + matches.Count)) + (0.5f / (1 + (start / 1000f)));
    }

    private static PassageOptions Checked(PassageOptions options)
    {
        options.Validate();
        return options;
    }
}
