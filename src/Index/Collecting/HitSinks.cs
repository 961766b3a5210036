using Dateline.Index.Querying;
using Dateline.Index.Reading;

namespace Dateline.Index.Collecting;

/// <summary>Keeps the best scores.</summary>
internal struct ScoreSink(TopHeap<float> heap) : IHitSink
{
    private Scorer? _scorer;
    private int _docBase;

    public long Total { get; private set; }

    public void Begin(SegmentContext segment, Scorer scorer) => (_scorer, _docBase) = (scorer, segment.DocBase);

    public void Add(int docId)
    {
        Total++;
        heap.Add(_scorer!.Score(), _docBase + docId);
    }
}

/// <summary>Keeps the first by a numeric column.</summary>
internal struct SortSink(TopHeap<SortKey> heap, NumericSort sort) : IHitSink
{
    private NumericColumn? _column;
    private int _docBase;

    public long Total { get; private set; }

    public void Begin(SegmentContext segment, Scorer scorer) =>
        (_column, _docBase) = (segment.Reader.Numeric(sort.Field), segment.DocBase);

    public void Add(int docId)
    {
        Total++;
        var key = _column is not null && _column.AdvanceExact(docId) ? SortKey.Of(_column.Value, sort.Descending) : default;
        heap.Add(key, _docBase + docId);
    }
}

/// <summary>Counts.</summary>
internal struct CountSink : IHitSink
{
    public long Total { get; private set; }

    public readonly void Begin(SegmentContext segment, Scorer scorer)
    {
    }

    public void Add(int docId) => Total++;
}
