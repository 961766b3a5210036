using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>The last commit of a writer, and how the next one is made. Callers see to one call at a time.</summary>
internal sealed class CommitKeeper(
    IndexDirectory directory, SegmentNames names, FileKeeper files, LiveSegments segments)
{
    private CommitPoint? _last;
    private LiveSegments.Draft? _committed;

    /// <summary>Generation of the last commit; 0 before the first.</summary>
    public long Generation => _last?.Generation ?? 0;

    /// <summary>User data of the last commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => _last?.UserData ?? new Dictionary<string, string>();

    /// <summary>Files of the last commit.</summary>
    public IEnumerable<string> Files => _last?.AllFiles ?? [];

    /// <summary>True when the live segments have other documents than the last commit, or there is none.</summary>
    public bool LacksDocuments => _last is null || _committed!.Content != segments.Content;

    /// <summary>True when the live segments differ from those of the last commit, if only by merges.</summary>
    public bool LacksSegments => segments.Version != _committed!.Version;

    /// <summary>Reads the last commit of the directory and makes its segments the live ones.</summary>
    public List<WriterSegment> Load()
    {
        var existing = directory.ListFiles();
        var generation = CommitFormat.LastGeneration(existing);
        _last = generation == 0 ? null : CommitFormat.Read(directory, generation);
        var highest = existing.Select(IndexFileNames.SegmentNumber).Append(-1).Max();
        names.Reset(Math.Max(_last?.NameCounter ?? 0, highest + 1));
        var loaded = (_last?.Segments ?? []).Select(segment => WriterSegment.Open(directory, segment)).ToList();
        files.Reset(Files);
        foreach (var segment in loaded) files.Add(segment.Name);
        segments.Reset(loaded);
        _committed = segments.ToCommit();
        return loaded;
    }

    /// <summary>Makes the live segments durable, unless nothing differs from the last commit.</summary>
    /// <param name="userData">Null for that of the last commit.</param>
    public void Commit(IReadOnlyDictionary<string, string>? userData)
    {
        var draft = segments.ToCommit(files.Hold, out var held);
        using (held)
        {
            userData ??= UserData;
            if (_last is null || draft.Version != _committed!.Version || !SameData(_last.UserData, userData))
                Publish(draft, userData);
        }
    }

    /// <summary>What a commit of these segments would be, with the last one's user data and generation.</summary>
    public CommitPoint Preview(IReadOnlyList<SegmentCommit> states) => Describe(Generation, states, UserData);

    /// <summary>The last commit, held.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IndexSnapshot Snapshot()
    {
        if (_last is null) throw new InvalidOperationException("There is no commit yet; commit first.");
        var (holding, held) = files.HoldCommit();
        return new IndexSnapshot(_last.Generation, held, holding, files.Sweep);
    }

    private void Publish(LiveSegments.Draft draft, IReadOnlyDictionary<string, string> userData)
    {
        var commit = Describe(Generation + 1, [.. draft.Segments.Select(segment => segment.State)], userData);
        using var held = files.Hold(
            [CommitFormat.FileName(commit.Generation), CommitFormat.PendingName(commit.Generation)]);
        foreach (var segment in draft.Segments) segment.WriteLiveDocs(directory);
        CommitSession.Publish(directory, commit, _last);
        segments.Committed(draft);
        _last = commit;
        _committed = draft;
        files.SetCommit(commit.AllFiles);
        files.Sweep();
    }

    private CommitPoint Describe(
        long generation, IReadOnlyList<SegmentCommit> states, IReadOnlyDictionary<string, string> userData) =>
        CommitSession.Describe(_last, generation, names.Counter, states, userData);

    private static bool SameData(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
