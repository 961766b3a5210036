using System.Globalization;
using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a number (a long point where the segment has them, else a column value) from <paramref name="Lower"/>
/// to
/// <paramref name="Upper"/>, both included; every match scores 1.
/// </summary>
public sealed record LongRangeQuery(string Field, long Lower, long Upper) : Query
{
    /// <inheritdoc/>
    public override Query Simplify() => Lower > Upper ? new MatchNoneQuery() : this;

    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        new ConstantWeight(boost, segment => Documents(segment.Reader));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Field}:[{Lower} TO {Upper}]");

    private DocCursor? Documents(SegmentReader segment)
    {
        var column = Column(segment);
        var estimate = segment.EstimateLongRange(Field, Lower, Upper);
        return estimate < 0 ? column : new LongRangeCursor(segment, this, column, estimate);
    }

    private FilteredCursor? Column(SegmentReader segment)
    {
        if (segment.Numeric(Field) is { } numeric) return new NumericRangeCursor(numeric, Lower, Upper, segment.MaxDoc);
        return segment.SortedNumeric(Field) is { } sorted
            ? new SortedNumericRangeCursor(sorted, Lower, Upper, segment.MaxDoc) : null;
    }
}
