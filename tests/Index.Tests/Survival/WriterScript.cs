using System.Collections.Concurrent;
using Dateline.Index.Indexing;
using Dateline.Index.Tests.Indexing;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Survival;

/// <summary>
/// What a writer does from commit to commit, derived from a seed alone, so that anyone can work out what the index
/// holds after any commit. Commits are numbered from 1; the number is the commit's user data.
/// </summary>
internal static class WriterScript
{
    public const string StepKey = "step";

    private const int Ids = 120;
    private const int Gone = -1;

    private static readonly ConcurrentDictionary<(int Id, int Version), List<string>> Known = [];

    /// <summary>Documents put (with a version) or deleted before a commit, in order.</summary>
    public static IEnumerable<(int Id, int Version)> Changes(int seed, int step)
    {
        var random = new Random(unchecked(seed * 1_000_003 + step));
        for (var left = random.Next(1, 14); left > 0; left--)
            yield return (random.Next(Ids), random.Next(5) == 0 ? Gone : step);
    }

    /// <summary>Version by document after a commit.</summary>
    public static Dictionary<int, int> State(int seed, int step)
    {
        var state = new Dictionary<int, int>();
        for (var k = 1; k <= step; k++)
        {
            foreach (var (id, version) in Changes(seed, k))
                if (version == Gone) state.Remove(id);
                else state[id] = version;
        }

        return state;
    }

    /// <summary>All that an index must say about each document, by id.</summary>
    public static Dictionary<string, List<string>> Facts(int seed, int step) => State(seed, step).ToDictionary(
        pair => $"d{pair.Key}", pair => Known.GetOrAdd(
            (pair.Key, pair.Value), static key => DocumentFacts.Of(Document(key.Id, key.Version), new WordAnalyzer())));

    public static IndexDocument Document(int id, int version) => Documents.Full(id, new Random(id * 7919 + version));

    /// <summary>
    /// Writes from the step the index is at, and tells of every commit once it is acknowledged. Now and then merges,
    /// opens a near-real-time reader, or does a step twice with a rollback between.
    /// </summary>
    public static void Write(IndexWriter writer, int seed, int last, Action<int> acknowledged)
    {
        var step = writer.UserData.TryGetValue(StepKey, out var at) ? int.Parse(at, null) : 0;
        while (step < last)
        {
            step++;
            if (step % 11 == 0)
            {
                Change(writer, seed + 1, step);
                writer.Rollback();
            }

            Change(writer, seed, step);
            if (step % 5 == 0) writer.OpenReader().Dispose();
            if (step % 13 == 0) writer.ForceMerge(1 + step % 3);
            writer.Commit(new Dictionary<string, string> { [StepKey] = $"{step}" });
            acknowledged(step);
        }
    }

    private static void Change(IndexWriter writer, int seed, int step)
    {
        foreach (var (id, version) in Changes(seed, step))
        {
            if (version == Gone) writer.Delete("id", $"d{id}");
            else writer.Update("id", $"d{id}", Document(id, version));
        }
    }
}
