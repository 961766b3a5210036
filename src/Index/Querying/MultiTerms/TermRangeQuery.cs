using System.Text;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a term between two bounds in unsigned order of UTF-8 bytes; a missing bound is open. Every match
/// scores 1.
/// </summary>
public sealed record TermRangeQuery(
    string Field, string? Lower, string? Upper, bool IncludeLower = true, bool IncludeUpper = true) : Query, ITermsQuery
{
    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var (from, belongs) = Run();
        return new ConstantWeight(
            boost, segment => TermsUnion.Of(segment.Reader, Field, from, belongs, searcher.Cancellation));
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
        var (from, belongs) = Run();
        TermsUnion.Visit(segment.Reader, Field, from, belongs, visit, searcher.Cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Field}:{(IncludeLower ? '[' : '{')}{Lower ?? "*"} TO {Upper ?? "*"}{(IncludeUpper ? ']' : '}')}";

    private (byte[] From, TermTest Belongs) Run()
    {
        var lower = Encoding.UTF8.GetBytes(Lower ?? "");
        var upper = Upper is null ? null : Encoding.UTF8.GetBytes(Upper);
        // The smallest byte string above a bound is the bound followed by a zero byte.
        byte[] from = Lower is null || IncludeLower ? lower : [.. lower, 0];
        return (from, term => upper is null
            || term.SequenceCompareTo(upper) is var order && (order < 0 || (order == 0 && IncludeUpper)));
    }
}
