using System.Globalization;

namespace Dateline.Index.Querying;

/// <summary>
/// The documents of <paramref name="Inner"/>, scores multiplied by <paramref name="Boost"/> (finite, not negative).
/// </summary>
public sealed record BoostQuery(Query Inner, float Boost) : Query
{
    /// <summary>The factor.</summary>
    public float Boost { get; init; } = Checked(Boost);

    internal override bool DependsOnSegmentAlone => Inner.DependsOnSegmentAlone;

    /// <inheritdoc/>
    public override Weight Bind(IndexSearcher searcher, bool scored, float boost) =>
        Inner.Bind(searcher, scored, Boost * boost);

    /// <inheritdoc/>
    public override Query Simplify()
    {
        var inner = Inner.Simplify();
        if (Boost == 1 || inner is MatchNoneQuery) return inner;
        if (inner is BoostQuery nested) return new BoostQuery(nested.Inner, Boost * nested.Boost);
        if (Boost == 0 && inner is not ConstantScoreQuery) return new BoostQuery(new ConstantScoreQuery(inner), 0);
        return ReferenceEquals(inner, Inner) ? this : new BoostQuery(inner, Boost);
    }

    /// <inheritdoc/>
    public override void AddHighlights(IHighlightTargets targets) => Inner.AddHighlights(targets);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Inner})^{Boost:0.0######}");

    private static float Checked(float boost) => float.IsFinite(boost) && boost >= 0
        ? boost : throw new ArgumentOutOfRangeException(nameof(boost), boost, "A boost is finite and not negative.");
}
