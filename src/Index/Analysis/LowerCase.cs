using System.Text;

namespace Dateline.Index.Analysis;

/// <summary>
/// Lower case code point by code point (Unicode simple mapping), which keeps the number of UTF-16 units.
/// </summary>
internal static class LowerCase
{
    /// <summary>
    /// Writes <paramref name="word"/> in lower case to <paramref name="target"/>; returns its length.
    /// </summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var unit = word[at];
            if (unit < 0x80) target[at] = unit is >= 'A' and <= 'Z' ? (char)(unit | 0x20) : unit;
            else if (Rune.TryCreate(unit, at + 1 < word.Length ? word[at + 1] : '\0', out var rune))
                at += Rune.ToLowerInvariant(rune).EncodeToUtf16(target[at..]) - 1;
            else target[at] = unit == '\u0130' ? 'i' : char.ToLowerInvariant(unit);
        }

        return word.Length;
    }
}
