using System.Text;

namespace Dateline.Eval.Actors;

/// <summary>Names as words to compare: letters and digits, capitals, no leading article.</summary>
internal static class NameWords
{
    /// <summary>The words of a name; apostrophes vanish, every other mark separates.</summary>
    public static string[] Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var unit in name)
        {
            if (char.IsLetterOrDigit(unit))
                plain.Append(char.ToUpperInvariant(unit));
            else if (unit is not ('\'' or '’'))
                plain.Append(' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is ["THE", _, ..] ? words[1..] : words;
    }

    /// <summary>
    /// True when the names are the same, or one is a run of words in the other and has at least half of its words.
    /// </summary>
    public static bool Agree(ReadOnlySpan<string> left, ReadOnlySpan<string> right)
    {
        var longer = left.Length >= right.Length ? left : right;
        var shorter = left.Length >= right.Length ? right : left;
        return shorter.Length > 0 && shorter.Length * 2 >= longer.Length && Contains(longer, shorter);
    }

    private static bool Contains(ReadOnlySpan<string> longer, ReadOnlySpan<string> shorter)
    {
        for (var at = 0; at + shorter.Length <= longer.Length; at++)
        {
            if (longer.Slice(at, shorter.Length).SequenceEqual(shorter))
                return true;
        }

        return false;
    }
}
