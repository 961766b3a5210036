using System.Text;

namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a term between two bounds in unsigned order of UTF-8 bytes; a missing bound is open. Every match
/// scores 1.
/// </summary>
public sealed record TermRangeQuery(
    string Field, string? Lower, string? Upper, bool IncludeLower = true, bool IncludeUpper = true) : Query
{
    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        var lower = Encoding.UTF8.GetBytes(Lower ?? "");
        var upper = Upper is null ? null : Encoding.UTF8.GetBytes(Upper);
        // The smallest byte string above a bound is the bound followed by a zero byte.
        byte[] from = Lower is null || IncludeLower ? lower : [.. lower, 0];
        return new ConstantWeight(boost, segment => TermsUnion.Of(segment.Reader, Field, from, term =>
            upper is null || term.SequenceCompareTo(upper) is var order && (order < 0 || (order == 0 && IncludeUpper)),
            searcher.Cancellation));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Field}:{(IncludeLower ? '[' : '{')}{Lower ?? "*"} TO {Upper ?? "*"}{(IncludeUpper ? ']' : '}')}";
}
