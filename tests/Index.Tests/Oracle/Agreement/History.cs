using System.Text.Json;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// One change of an index: a story added, one that replaces those with its id, or a deletion by id or by query.
/// </summary>
internal sealed record HistoryOperation(Story? Story, string? Id, Query? Query)
{
    public static HistoryOperation Add(Story story) => new(story, null, null);

    public static HistoryOperation Update(Story story) => new(story, story.Id, null);

    public static HistoryOperation Delete(string id) => new(null, id, null);

    public static HistoryOperation Delete(Query query) => new(null, null, query);

    /// <summary>The form that Oracle.java reads.</summary>
    public string ToJson()
    {
        var line = new Dictionary<string, object> { ["op"] = Story is null ? "delete" : Id is null ? "add" : "update" };
        if (Story is not null) line["doc"] = Corpus.Members(Story);
        if (Id is not null) line["id"] = Id;
        if (Query is not null) line["tree"] = QueryJson.Of(Query);
        return JsonSerializer.Serialize(line);
    }
}

/// <summary>Changes that end in a commit.</summary>
/// <param name="State">What the index is in then.</param>
/// <param name="Operations">The changes in order.</param>
/// <param name="MergeFactor">Segments of a size that are merged; 0 for none.</param>
/// <param name="ForceMerge">True when all is merged into one segment.</param>
internal sealed record HistoryStep(
    string State, IReadOnlyList<HistoryOperation> Operations, int MergeFactor = 0, bool ForceMerge = false);

/// <summary>The life of an index: what is done to it in what order; the same seed gives the same.</summary>
internal sealed class History(IReadOnlyList<Story> stories, int seed)
{
    private const int TiersOfFour = 4;
    private readonly Random _random = new(seed);
    private readonly QueryGenerator _queries = new(stories, seed);

    /// <summary>Documents a segment.</summary>
    public int SegmentDocuments { get; } = Math.Max(3, stories.Count / 11);

    public IReadOnlyList<HistoryStep> Steps()
    {
        var first = stories.Count * 7 / 10;
        return
        [
            new("fresh, several segments", [.. stories.Take(first).Select(HistoryOperation.Add)]),
            new("after deletes by term and by query", [.. Deletes(first, first / 10), .. QueryDeletes(6)]),
            new("after updates", [.. Mixed(stories.Take(first), 0.06, first)]),
            new("after merges", [.. Mixed(stories.Skip(first), 1, stories.Count)], TiersOfFour),
            new("after force-merge", [], TiersOfFour, ForceMerge: true),
            new("changed after force-merge", [.. Mixed(stories, 0.03, stories.Count), .. QueryDeletes(2)]),
        ];
    }

    private IEnumerable<HistoryOperation> Deletes(int below, int count) =>
        Enumerable.Range(0, count).Select(_ => HistoryOperation.Delete(stories[_random.Next(below)].Id));

    private IEnumerable<HistoryOperation> QueryDeletes(int count) =>
        Enumerable.Range(0, count).Select(_ => HistoryOperation.Delete(_queries.Narrow()));

    /// <summary>Some of the stories with the text of others, each followed now and then by deletions.</summary>
    private IEnumerable<HistoryOperation> Mixed(IEnumerable<Story> chosen, double share, int below)
    {
        foreach (var story in chosen)
        {
            if (_random.NextDouble() >= share) continue;
            var other = stories[_random.Next(below)];
            yield return HistoryOperation.Update(share < 1 ? other with { Id = story.Id } : story);
            if (_random.Next(12) == 0) yield return HistoryOperation.Delete(stories[_random.Next(below)].Id);
            if (_random.Next(500) == 0) yield return HistoryOperation.Delete(_queries.Narrow());
        }
    }
}
