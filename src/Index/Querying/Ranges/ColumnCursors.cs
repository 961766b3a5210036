using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Documents whose number lies in a range.</summary>
internal sealed class NumericRangeCursor(
    NumericColumn column, long lower, long upper, int maxDoc) : FilteredCursor(maxDoc)
{
    protected override bool Matches(int docId) =>
        column.AdvanceExact(docId) && column.Value >= lower && column.Value <= upper;
}

/// <summary>Documents that have a number in a range.</summary>
internal sealed class SortedNumericRangeCursor(SortedNumericColumn column, long lower, long upper, int maxDoc)
    : FilteredCursor(maxDoc)
{
    protected override bool Matches(int docId)
    {
        if (!column.AdvanceExact(docId)) return false;
        for (var left = column.ValueCount; left > 0; left--)
        {
            var value = column.NextValue();
            if (value >= lower) return value <= upper; // ascending
        }

        return false;
    }
}

/// <summary>Documents that have a value in a column.</summary>
internal sealed class ColumnExistsCursor(ColumnCursor column, int maxDoc) : FilteredCursor(maxDoc)
{
    public override long Cost => column.DocCount;

    protected override bool Matches(int docId) => column.AdvanceExact(docId);
}

/// <summary>Documents that have at least one token in a field with norms.</summary>
internal sealed class NormExistsCursor(NormValues norms, int maxDoc) : FilteredCursor(maxDoc)
{
    protected override bool Matches(int docId) => norms.Get(docId) != 0;
}
