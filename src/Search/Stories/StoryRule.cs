namespace Dateline.Search.Stories;

/// <summary>
/// When two texts are of one story: enough of the shorter one occurs in the longer one, and they appeared within days
/// of each other. Stateless.
/// </summary>
public static class StoryRule
{
    /// <summary>Share of the shorter text's shingles that the longer one must hold.</summary>
    public const double SameStory = 0.45;

    /// <summary>The same when one of the two is undated.</summary>
    public const double SameStoryUndated = 0.7;

    /// <summary>Share of a text's shingles from which it counts as a copy of the other.</summary>
    public const double Copy = 0.75;

    /// <summary>Most days between a text and the one it repeats.</summary>
    public const int DaysApart = 7;

    /// <summary>
    /// Most days between a text and the one that founded its story, so that no chain of daily texts grows on.
    /// </summary>
    public const int StoryDays = 21;

    // Fewer shared shingles than this may be a stock sentence.
    private const int FewestShared = 12;

    /// <summary>
    /// How much the two share, as a part of the shorter one; 0 when they are not of one story.
    /// </summary>
    public static double Overlap(StoryText one, StoryText other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var shorter = Math.Min(one.Shingles.Count, other.Shingles.Count);
        if (shorter == 0 || !IsWithin(one.Day, other.Day, DaysApart))
            return 0;
        var shared = one.Shingles.SharedWith(other.Shingles);
        if (shared < Math.Min(FewestShared, shorter))
            return 0;
        var overlap = (double)shared / shorter;
        return overlap >= (one.Day is null || other.Day is null ? SameStoryUndated : SameStory) ? overlap : 0;
    }

    /// <summary>
    /// Where a text belongs: to the story of the member it shares most with, or, when it repeats none, to a story of
    /// its own. Of equals the first given counts.
    /// </summary>
    public static StoryLink Place(StoryText text, IEnumerable<StoryMember> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(candidates);
        StoryMember? best = null;
        var most = 0.0;
        foreach (var member in candidates)
        {
            if (!IsWithin(text.Day, member.Link.FirstDay, StoryDays))
                continue;
            var overlap = Overlap(text, member.Text);
            if (overlap > most)
                (best, most) = (member, overlap);
        }

        if (best is null)
            return new StoryLink(text.ArticleId, text.Day, null);
        // Put again, the first text of a story is not a copy of its own copies.
        var isCopy = best.Link.CopyOf != text.ArticleId && IsCopy(text, best.Text);
        return best.Link with { CopyOf = isCopy ? best.Text.ArticleId : null };
    }

    /// <summary>True when nearly all of a text stands in another.</summary>
    public static bool IsCopy(StoryText text, StoryText of)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(of);
        return text.Shingles.Count > 0
            && text.Shingles.SharedWith(of.Shingles) >= Copy * text.Shingles.Count;
    }

    private static bool IsWithin(DateOnly? one, DateOnly? other, int days) =>
        one is not { } first || other is not { } second || Math.Abs(first.DayNumber - second.DayNumber) <= days;
}
