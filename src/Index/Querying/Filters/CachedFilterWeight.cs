using Dateline.Index.Collecting;

namespace Dateline.Index.Querying;

/// <summary>A filter whose matches in a segment may be known already.</summary>
/// <param name="cache">What is known.</param>
/// <param name="filter">The filter.</param>
/// <param name="weight">Finds the matches.</param>
/// <param name="keeps">True when matches that have to be found are to be kept.</param>
/// <param name="cancellation">Cancels the search.</param>
internal sealed class CachedFilterWeight(
    FilterCache cache, Query filter, Weight weight, bool keeps, CancellationToken cancellation) : Weight
{
    public override Scorer? Scorer(SegmentContext segment)
    {
        var reader = segment.Reader;
        if (reader.CoreNumber < 0 || reader.MaxDoc < cache.SmallestSegment) return weight.Scorer(segment);
        if (cache.Find(reader.CoreNumber, filter) is var (known, knownCount)) return Over(known, knownCount);
        if (!keeps) return weight.Scorer(segment);
        var set = new DocBits(reader.MaxDoc);
        weight.Scorer(segment)?.CollectAll(set, cancellation);
        var count = set.Count();
        cache.Add(reader.CoreNumber, filter, set, count);
        return Over(set, count);
    }

    public override Explanation? Explain(SegmentContext segment, int docId) => weight.Explain(segment, docId);

    private static ConstantScorer? Over(DocBits set, int count) =>
        count == 0 ? null : new ConstantScorer(new BitsCursor(set, count), 0);
}
