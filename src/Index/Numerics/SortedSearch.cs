using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Index.Numerics;

/// <summary>Searches in ascending integers.</summary>
internal static class SortedSearch
{
    private const int Near = 16; // looked at eight by eight, as targets are mostly close by

    /// <summary>Index of the first value at or after <paramref name="low"/> that is not below the target.</summary>
    /// <param name="sorted">Ascending; the last is not below the target.</param>
    /// <param name="low">Less than the length; the result if nothing from here on is below the target.</param>
    /// <param name="target">What to look for.</param>
    public static int FirstNotBelow(ReadOnlySpan<int> sorted, int low, int target)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(sorted);
            var targets = Vector256.Create(target);
            // Safety: low is not negative, and low + 8 does not exceed the length.
            for (var near = low + Near; low < near && low + Vector256<int>.Count <= sorted.Length;)
            {
                var below = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)low), targets);
                var count = BitOperations.PopCount(below.ExtractMostSignificantBits());
                low += count;
                if (count < Vector256<int>.Count) return low;
            }
        }

        return FirstNotBelowScalar(sorted, low, target);
    }

    /// <summary>The plain form of <see cref="FirstNotBelow"/>.</summary>
    public static int FirstNotBelowScalar(ReadOnlySpan<int> sorted, int low, int target)
    {
        for (var left = sorted.Length - low; left > 1;)
        {
            var half = left >> 1;
            if (sorted[low + half - 1] < target) low += half;
            left -= half;
        }

        return low;
    }
}
