using System.Globalization;
using System.Text;

namespace Dateline.Index.Querying;

/// <summary>Why a document has its score.</summary>
/// <param name="Value">The number explained.</param>
/// <param name="Description">What it is.</param>
/// <param name="Details">What it is made of.</param>
public sealed record Explanation(float Value, string Description, IReadOnlyList<Explanation> Details)
{
    /// <summary>A number that is made of nothing else.</summary>
    public Explanation(float value, string description)
        : this(value, description, [])
    {
    }

    /// <summary>An indented tree, a line for each number.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, 0);
        return text.ToString();
    }

    /// <summary>
    /// The score of a document by a weight, with those of its parts that match; null when it does not match.
    /// </summary>
    internal static Explanation? Combine(
        Weight weight, SegmentContext segment, int docId, string how, IEnumerable<Explanation?> parts)
    {
        if (weight.ScoreOf(segment, docId) is not { } score) return null;
        return new Explanation(score, how, [.. parts.OfType<Explanation>()]);
    }

    private void Append(StringBuilder text, int depth)
    {
        text.Append(' ', 2 * depth).Append(CultureInfo.InvariantCulture, $"{Value} = {Description}").Append('\n');
        foreach (var detail in Details) detail.Append(text, depth + 1);
    }
}
