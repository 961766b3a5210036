namespace Dateline.Search.Dates;

/// <summary>Reads how many: "two", "16", "a", "a few", "a couple of", "twenty-one".</summary>
internal static class Counts
{
    /// <summary>Reads a count at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">First token.</param>
    /// <param name="count">The number; zero when the words tell none.</param>
    /// <param name="next">The token after.</param>
    /// <returns>False when there is no count.</returns>
    public static bool TryRead(TimeText text, int at, out int count, out int next)
    {
        count = 0;
        next = at;
        switch (text.Class(at))
        {
            case TimeClass.Count:
                count = text.Value(at);
                next = at + 1;
                if (count >= 20 && count % 10 == 0 && text.IsDash(next) && text.Class(next + 1) == TimeClass.Count
                    && text.Value(next + 1) < 10 && text.Touches(at) && char.IsLetter(text.Word(at)[0]))
                {
                    count += text.Value(next + 1);
                    next += 2;
                }

                break;
            case TimeClass.Article:
                next = at + 1;
                count = 1;
                if (text.Class(next) == TimeClass.Vague)
                    (count, next) = (0, next + 1);
                break;
            case TimeClass.Vague:
                next = at + 1;
                break;
            default:
                return false;
        }

        if (count == 0 && text.Is(next, "of"))
            next++;
        if (text.Word(next) is "full" or "more" or "other" or "whole" or "long" or "short")
            next++;
        return true;
    }
}
