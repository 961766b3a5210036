using System.Collections.Frozen;

namespace Dateline.Search.Dates;

/// <summary>Tells months from the verbs, adjectives and people spelt like them.</summary>
internal static class MonthNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Leading =
        ("in since last next this of until till by early late mid from to before after during through between " +
        "past and or " +
         "for around about earlier later on previous following every each end")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the bare name at <paramref name="at"/> is a month.</summary>
    public static bool IsMonth(TimeText text, int at, int next)
    {
        var name = text.Word(at);
        if (IsCapitalised(text, next) && next == at + 1 && text.Class(next) is not TimeClass.Month)
            return false;
        if (name.Length <= 3 && name is not "May" && next == at + 1)
            return false;
        if (IsLeading(text, at - 1))
            return name is not ("May" or "March") || !FollowsName(text, at);
        if (name is "May" or "March")
            return name is "May" && IsDeterminer(text, at - 1) && IsLowerWord(text, next)
                && !(text.Word(next) is "be" or "have");
        return name is not ("April" or "June" or "August" or "Jan") || IsDeterminer(text, at - 1)
            || IsLowerWord(text, next);
    }

    private static bool IsLeading(TimeText text, int at) => text.IsDash(at)
        ? text.Word(at - 1) is "mid" or "Mid" or "early" or "late" || text.Class(at - 1) == TimeClass.Month
        : Leading.Contains(text.Word(at));

    // "and May said", "to May": a list of names goes on.
    private static bool FollowsName(TimeText text, int at) =>
        text.Word(at - 1) is "and" or "or" or "for" or "to" or "on" or "about" or "around"
        && text.Class(at - 2) is not TimeClass.Month;

    private static bool IsDeterminer(TimeText text, int at) =>
        text.Word(at) is "the" or "The" or "a" or "its" or "his" or "their"
        || text.Word(at) is "'s" or "’s";

    private static bool IsCapitalised(TimeText text, int at) =>
        text.Word(at) is { IsEmpty: false } word && char.IsUpper(word[0]);

    private static bool IsLowerWord(TimeText text, int at) =>
        text.Word(at) is { IsEmpty: false } word && char.IsLower(word[0]);
}
