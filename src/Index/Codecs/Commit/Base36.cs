namespace Dateline.Index.Codecs.Commit;

/// <summary>Numbers in file names: base 36, digits then lower-case letters (LUCENE87 section 2).</summary>
internal static class Base36
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Format(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<char> buffer = stackalloc char[13];
        var at = buffer.Length;
        do
        {
            buffer[--at] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return new string(buffer[at..]);
    }

    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 12) return false; // 36^12 fits in 63 bits
        foreach (var unit in text)
        {
            var digit = Digits.IndexOf(unit, StringComparison.Ordinal);
            if (digit < 0) return false;
            value = value * 36 + digit;
        }

        return true;
    }
}
