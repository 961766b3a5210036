namespace Dateline.Index.Querying;

/// <summary>
/// Documents with a term that the regular expression <paramref name="Pattern"/> matches as a whole; every match scores
/// 1. The syntax is that of Lucene 8's RegExp without optional operators: <c>| ( ) ? * + {n,m} . [a-z] [^a-z] "literal"
/// \</c>. A pattern that cannot be read is a <see cref="FormatException"/>.
/// </summary>
public sealed record RegexQuery : Query, ITermsQuery
{
    private readonly PatternNode _parsed;

    /// <summary>Reads the pattern.</summary>
    public RegexQuery(string field, string pattern)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(pattern);
        (Field, Pattern) = (field, pattern);
        _parsed = RegexParser.Parse(pattern);
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The expression.</summary>
    public string Pattern { get; }

    internal override bool DependsOnSegmentAlone => true;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        TermsUnion.Accepted(searcher, Field, _parsed.ToNfa(), boost);

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
        TermsUnion.VisitAccepted(segment.Reader, Field, _parsed.ToNfa(), visit, searcher.Cancellation);
    }

    /// <summary>Same field and pattern.</summary>
    public bool Equals(RegexQuery? other) => other is not null && Field == other.Field && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Pattern);

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:/{Pattern}/";
}
