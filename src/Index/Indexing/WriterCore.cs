using System.Security.Cryptography;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Indexing.Merging;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing;

/// <summary>The state of an <see cref="IndexWriter"/> and its steps: buffer, flush, merge, commit. Not thread-safe.</summary>
internal sealed class WriterCore(IndexDirectory directory, IndexWriterOptions options)
{
    private const long LargestBuffer = 1L << 30;

    private readonly PendingDeletes _deletes = new();
    private readonly List<WriterSegment> _segments = [];
    private FieldRegistry _registry = new();
    private SegmentBuffer? _buffer;
    private CommitPoint? _last;
    private long _nameCounter;
    private bool _changed;

    public long Generation => _last?.Generation ?? 0;

    public IReadOnlyDictionary<string, string> UserData => _last?.UserData ?? new Dictionary<string, string>();

    public int BufferedDocuments => _buffer?.DocCount ?? 0;

    public int SegmentCount => _segments.Count;

    /// <summary>Starts from the last commit; files of anything newer are deleted.</summary>
    public void Load()
    {
        Discard();
        _deletes.Clear();
        _segments.Clear();
        _registry = new FieldRegistry();
        var files = directory.ListFiles();
        var generation = CommitFormat.LastGeneration(files);
        _last = generation == 0 ? null : CommitFormat.Read(directory, generation);
        _nameCounter = Math.Max(_last?.NameCounter ?? 0, files.Select(IndexFileNames.SegmentNumber).Append(-1).Max() + 1);
        _changed = false;
        foreach (var segment in _last?.Segments ?? [])
        {
            var opened = WriterSegment.Open(directory, segment);
            _segments.Add(opened);
            _registry.Learn(opened.Core.Fields);
        }

        DeleteUnreferenced();
    }

    /// <summary>Drops the buffered documents.</summary>
    public void Discard()
    {
        _buffer?.Dispose();
        _buffer = null;
    }

    public void Add(IndexDocument document)
    {
        _buffer ??= new SegmentBuffer(directory, NextName(), NewId(), _registry, options.Analyzer);
        var documents = (long)_buffer.DocCount;
        foreach (var segment in _segments) documents += segment.MaxDoc;
        if (documents >= SegmentInfoFormat.MaxDocs)
            throw new InvalidOperationException($"An index holds at most {SegmentInfoFormat.MaxDocs} documents.");
        _buffer.Add(document);
    }

    /// <summary>Deletes what has the term among all written and the first <paramref name="limit"/> buffered documents.</summary>
    public void Delete(string field, string term, int limit) => _deletes.Add(field, term, limit);

    public void FlushIfFull()
    {
        var bytes = (_buffer?.AllocatedBytes ?? 0) + _deletes.AllocatedBytes;
        if (bytes >= Math.Min(options.BufferBytes, LargestBuffer) || BufferedDocuments >= options.BufferDocuments) Flush();
    }

    /// <summary>Writes the buffer to a segment and applies the deletions asked for so far.</summary>
    public void Flush()
    {
        var flushed = _buffer is { DocCount: > 0 } buffer ? WriteBuffer(buffer) : null;
        if (flushed is null && _deletes.IsEmpty) return;
        _deletes.Apply(_segments, flushed);
        if (flushed is not null)
        {
            _segments.Add(flushed);
            _buffer = null;
        }

        _changed |= flushed is not null || _segments.Exists(segment => segment.IsDirty);
        _segments.RemoveAll(segment => segment.LiveCount == 0);
    }

    /// <summary>Merges what the policy picks.</summary>
    public void MergeByPolicy()
    {
        foreach (var group in MergePolicy.Select(_segments, options.MergeFactor)) Merge(group);
    }

    /// <summary>The segments to merge so that at most so many are left.</summary>
    public List<WriterSegment> Surplus(int maxSegments)
    {
        var surplus = _segments.Count - maxSegments;
        if (surplus <= 0) return maxSegments == 1 ? _segments.FindAll(segment => segment.DeletedCount > 0) : [];
        var smallest = _segments.OrderBy(segment => segment.LiveCount).Take(surplus + 1).ToHashSet();
        return _segments.FindAll(smallest.Contains);
    }

    /// <summary>Merges some segments into one in the place of the first.</summary>
    public void Merge(List<WriterSegment> group)
    {
        if (group.Count == 0) return;
        var info = SegmentMerger.Merge(directory, NextName(), NewId(), group, _registry);
        _segments[_segments.IndexOf(group[0])] = OpenNew(info);
        _segments.RemoveAll(group.Contains);
        _changed = true;
    }

    /// <summary>Writes deletions and the commit, unless nothing differs from the last one.</summary>
    public void Commit(IReadOnlyDictionary<string, string> userData)
    {
        if (_last is not null && !_changed && SameData(_last.UserData, userData)) return;
        var segments = _segments.Select(segment => segment.Save(directory)).ToList();
        var commit = NewCommit(Generation + 1, segments, userData);
        CommitSession.Publish(directory, commit, _last);
        _last = commit;
        _changed = false;
        DeleteUnreferenced();
    }

    /// <summary>A reader of the flushed state.</summary>
    public IndexReader OpenReader() => new(
        directory,
        NewCommit(Generation, [.. _segments.Select(segment => segment.State)], UserData),
        [.. _segments.Select(segment => segment.Reader())]);

    /// <summary>Deletes index files that the last commit does not need.</summary>
    public void DeleteUnreferenced() =>
        CommitSession.DeleteUnreferenced(directory, (_last?.AllFiles ?? []).ToHashSet(StringComparer.Ordinal));

    private WriterSegment WriteBuffer(SegmentBuffer buffer)
    {
        var flushed = OpenNew(SegmentFlusher.Flush(directory, buffer));
        foreach (var docId in buffer.Failed) flushed.Delete(docId);
        return flushed;
    }

    private WriterSegment OpenNew(SegmentInfo info) =>
        WriterSegment.Open(directory, new SegmentCommit { Info = info, CommitId = NewId() });

    private CommitPoint NewCommit(
        long generation, IReadOnlyList<SegmentCommit> segments, IReadOnlyDictionary<string, string> userData) => new()
    {
        Generation = generation,
        Version = segments.Select(segment => segment.Info.Version)
            .Aggregate(LuceneVersion.Max(LuceneVersion.Written, _last?.Version ?? default), LuceneVersion.Max),
        CreatedMajor = _last?.CreatedMajor ?? LuceneVersion.Written.Major,
        ChangeCounter = (_last?.ChangeCounter ?? 0) + 1,
        NameCounter = _nameCounter,
        Segments = segments,
        UserData = new Dictionary<string, string>(userData, StringComparer.Ordinal),
    };

    private string NextName() => "_" + Base36.Format(_nameCounter++);

    private static byte[] NewId() => RandomNumberGenerator.GetBytes(CodecHeader.IdLength);

    private static bool SameData(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
