namespace Dateline.Search.Querying;

/// <summary>Nearest spelling, for suggestions.</summary>
public static class EditDistance
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours), at most a third of the longer
    /// length rounded up; ties go to the first. Null when none is near.
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = (Math.Max(text.Length, candidate.Length) + 2) / 3;
            if (Math.Abs(text.Length - candidate.Length) > Math.Min(allowed, bestDistance - 1))
                continue;
            var distance = Between(text, candidate);
            if (distance <= allowed && distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Optimal string alignment distance; strings are cut at 64 units.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left[..Math.Min(left.Length, 64)];
        right = right[..Math.Min(right.Length, 64)];
        Span<int> beforePrevious = stackalloc int[65];
        Span<int> previous = stackalloc int[65];
        Span<int> current = stackalloc int[65];
        for (var column = 0; column <= right.Length; column++)
            previous[column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replace = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var cost = Math.Min(replace, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    cost = Math.Min(cost, beforePrevious[column - 2] + 1);
                current[column] = cost;
            }

            var recycled = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = recycled;
        }

        return previous[right.Length];
    }
}
