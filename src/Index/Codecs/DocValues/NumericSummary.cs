namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// What decides how a numeric column is packed. <see cref="Span"/> is max - min as an unsigned number.
/// </summary>
internal readonly record struct NumericSummary(long Min, long Max, long Gcd, long[]? Distinct)
{
    public ulong Span => (ulong)Max - (ulong)Min;

    /// <summary>
    /// Distinct is the ascending list when there are at most 256, else null. Gcd is that of all differences, 0 when
    /// equal.
    /// </summary>
    public static NumericSummary Of(ReadOnlySpan<long> values)
    {
        var (min, max) = Range(values);
        return new NumericSummary(min, max, GcdOfDifferences(values, min, max), DistinctOf(values));
    }

    public static (long Min, long Max) Range(ReadOnlySpan<long> values)
    {
        var (min, max) = (long.MaxValue, long.MinValue);
        foreach (var value in values)
        {
            if (value < min) min = value;
            if (value > max) max = value;
        }

        return (min, max);
    }

    private static long GcdOfDifferences(ReadOnlySpan<long> values, long min, long max)
    {
        if ((ulong)max - (ulong)min > long.MaxValue && values.Length > 0) return 1; // differences would not fit a long
        var gcd = 0L;
        foreach (var value in values)
        {
            var (a, b) = (value - min, gcd);
            while (a != 0) (a, b) = (b % a, a);
            gcd = b;
            if (gcd == 1) break;
        }

        return gcd;
    }

    private static long[]? DistinctOf(ReadOnlySpan<long> values)
    {
        var seen = new HashSet<long>();
        var last = 0L;
        foreach (var value in values)
        {
            if (value == last && seen.Count > 0) continue;
            last = value;
            if (seen.Add(value) && seen.Count > DocValuesFormat.MaxTable) return null;
        }

        return [.. seen.Order()];
    }
}
