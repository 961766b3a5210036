using System.Text;

namespace Dateline.Index.Indexing;

/// <summary>
/// The stored form of a facet label: dimension, U+001F, label, with U+001F and U+001E inside either preceded by U+001E
/// (LUCENE87 section 18).
/// </summary>
public static class FacetLabel
{
    private const char Separator = '\u001F';
    private const char Escape = '\u001E';

    /// <summary>The stored form of a label.</summary>
    public static string Encode(string dimension, string label) =>
        EncodePart(dimension) + Separator + EncodePart(label);

    internal static byte[] EncodeBytes(string dimension, string label) =>
        Encoding.UTF8.GetBytes(Encode(dimension, label));

    /// <summary>The stored form of a dimension alone.</summary>
    public static string EncodePart(string part)
    {
        if (part.AsSpan().IndexOfAny(Separator, Escape) < 0) return part;
        var escaped = new StringBuilder(part.Length + 2);
        foreach (var unit in part)
        {
            if (unit is Separator or Escape) escaped.Append(Escape);
            escaped.Append(unit);
        }

        return escaped.ToString();
    }

    /// <summary>Dimension and label of a stored form; null when it has no separator.</summary>
    public static (string Dimension, string Label)? Decode(string stored)
    {
        var part = new StringBuilder(stored.Length);
        string? dimension = null;
        for (var at = 0; at < stored.Length; at++)
        {
            if (stored[at] == Escape && at + 1 < stored.Length) part.Append(stored[++at]);
            else if (stored[at] == Separator && dimension is null)
            {
                dimension = part.ToString();
                part.Clear();
            }
            else part.Append(stored[at]);
        }

        return dimension is null ? null : (dimension, part.ToString());
    }
}
