using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents that have a value in a column of the field or, where it has none, a token in its text; every match scores
/// 1.
/// </summary>
public sealed record FieldExistsQuery(string Field) : Query
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        new ConstantWeight(boost, segment => Documents(segment.Reader, searcher.Cancellation));

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:*";

    private DocCursor? Documents(SegmentReader segment, CancellationToken cancellation)
    {
        if (Column(segment) is { } column) return new ColumnExistsCursor(column, segment.MaxDoc);
        if (segment.Norms(Field) is { } norms) return new NormExistsCursor(norms, segment.MaxDoc);
        return TermsUnion.Of(segment, Field, [], static _ => true, cancellation);
    }

    private ColumnCursor? Column(SegmentReader segment) =>
        segment.Numeric(Field) ?? segment.SortedNumeric(Field) ?? segment.Sorted(Field) ?? segment.SortedSet(Field)
        ?? (ColumnCursor?)segment.Binary(Field);
}
