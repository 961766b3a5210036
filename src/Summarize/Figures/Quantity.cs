using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// A number told in a text. Bounds are what the words say: <c>"more than 200"</c> is 200 without an upper bound,
/// <c>"up to 7,000"</c> has no lower one, <c>"dozens"</c> is 24 to 99.
/// </summary>
/// <param name="First">First token, the qualifier's where there is one.</param>
/// <param name="Value">First token of the number itself.</param>
/// <param name="Next">The token after the number.</param>
/// <param name="Qualifier">Its qualifier.</param>
/// <param name="Low">Least value, or null.</param>
/// <param name="High">Greatest value, or null.</param>
internal readonly record struct Quantity(
    int First, int Value, int Next, FigureQualifier Qualifier, decimal? Low, decimal? High)
{
    /// <summary>True for "one", "a", "1".</summary>
    public bool IsOne => Low == 1 && High == 1;
}
