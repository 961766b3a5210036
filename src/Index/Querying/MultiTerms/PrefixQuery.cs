using System.Text;

namespace Dateline.Index.Querying;

/// <summary>Documents with a term that starts with <paramref name="Prefix"/>; every match scores 1.</summary>
public sealed record PrefixQuery(string Field, string Prefix) : Query, ITermsQuery
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var prefix = Encoding.UTF8.GetBytes(Prefix);
        return new ConstantWeight(boost, segment =>
            TermsUnion.Of(segment.Reader, Field, prefix, term => term.StartsWith(prefix), searcher.Cancellation));
    }

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        targets.AddTerms(this);
    }

    /// <inheritdoc/>
    public void VisitTerms(IndexSearcher searcher, SegmentContext segment, TermVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(segment);
        var prefix = Encoding.UTF8.GetBytes(Prefix);
        TermsUnion.Visit(segment.Reader, Field, prefix, term => term.StartsWith(prefix), visit, searcher.Cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:{Prefix}*";
}
