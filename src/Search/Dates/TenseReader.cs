using System.Collections.Frozen;

namespace Dateline.Search.Dates;

/// <summary>Which way from publication an expression points.</summary>
internal enum Tense
{
    /// <summary>The words around do not tell.</summary>
    Unknown,

    /// <summary>Told as having happened.</summary>
    Past,

    /// <summary>Told as to come.</summary>
    Future,
}

/// <summary>
/// Reads the tense of the clause around a time expression from its nearest verb or cue, the one before it first.
/// </summary>
internal static class TenseReader
{
    private const int Reach = 14;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Future = Set(
        "will would shall wo won't ll scheduled expected slated upcoming ahead prepared ready expires deadline");

    // Cues only with their infinitive: "plans to", "set to", "hopes to".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FutureWithTo = Set(
        "set plan plans planned planning intend intends hope hopes hoping expects expect going prepare prepares " +
        "preparing vows was were is are");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Past = Set(
        "said told was were had did has have been says began came went took made met held saw found left fell " +
        "rose hit shot " +
        "died broke fought won lost gave got sent spoke brought put kept led became ran struck fled swept shook blew " +
        "wrote grew drew withdrew quit beat cut sold bought spent since");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Planned = Set(
        "meet hold begin start visit vote arrive take return appear speak leave open end sign discuss be attend " +
        "travel fly make play face launch resume expire decide elect give go come hear rule report brief");

    // They end in -ed without telling the past of the clause.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotPast = Set(
        "united armed planned need indeed speed seed feed exceed proceed succeed red bed embed so-called");

    /// <summary>The tense around tokens <paramref name="first"/> up to <paramref name="next"/>.</summary>
    public static Tense Around(TimeText text, int first, int next)
    {
        if (text.Word(first - 1) is "by" or "until")
            return Tense.Future;
        for (var at = first - 1; at >= 0 && at >= first - Reach; at--)
        {
            if (EndsSentence(text, at))
                break;
            if (IsAttribution(text, at))
                continue;
            var tense = OfWord(text, at);
            if (tense == Tense.Past && IsParticiple(text, at) && LooksAhead(text, at))
                return Tense.Future;
            if (tense != Tense.Unknown)
                return tense;
        }

        for (var at = next; at < text.Count && at < next + Reach; at++)
        {
            if (EndsSentence(text, at))
                break;
            var tense = OfWord(text, at);
            if (tense != Tense.Unknown)
                return tense;
        }

        return Tense.Unknown;
    }

    // ", he said," interrupts a clause and tells nothing of it.
    private static bool IsAttribution(TimeText text, int at) =>
        text.Word(at) is "said" or "says" or "added" && (text.IsMark(at + 1, ',') || text.IsMark(at + 1, '.'));

    // "the plan put forward by France": the word before is no subject that acts.
    private static bool IsParticiple(TimeText text, int at) =>
        text.Word(at + 1) is "by" or "forward" or "in" or "on" or "for" or "under" or "from" or "at" or "out"
        && text.Word(at) is not ("was" or "were" or "had" or "has" or "did" or "said" or "told");

    // Whether a verb of the same clause, further to the left, tells of what is to come.
    private static bool LooksAhead(TimeText text, int from)
    {
        for (var at = from - 1; at >= 0 && at >= from - Reach; at--)
        {
            var word = text.Word(at);
            if (EndsSentence(text, at) || text.IsMark(at, ',') || text.IsMark(at, ';')
                || word is "and" or "but" or "which" or "who" or "that" or "after" or "said")
                return false;
            var tense = OfWord(text, at);
            if (tense != Tense.Unknown)
                return tense == Tense.Future;
        }

        return false;
    }

    private static Tense OfWord(TimeText text, int at)
    {
        var word = text.Word(at);
        if (word.Length is < 2 or > 14
            || (char.IsUpper(word[0]) && text.Word(at) is not ("Ahead" or "Expected" or "Scheduled")))
            return Tense.Unknown;
        if (Future.Contains(word))
            return word is "expected" && text.Word(at - 1) is "than" or "as" ? Tense.Unknown : Tense.Future;
        if (word is "due" && (!text.Is(at + 1, "to") || IsPlanned(text, at)))
            return Tense.Future;
        if (FutureWithTo.Contains(word) && text.Is(at + 1, "to"))
            return Tense.Future;
        if (Past.Contains(word)
            || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !NotPast.Contains(word)))
            return Tense.Past;
        return Tense.Unknown;
    }

    // "were due to meet", but "were due to rain".
    private static bool IsPlanned(TimeText text, int due) =>
        text.Word(due - 1) is "was" or "were" or "is" or "are" && Planned.Contains(text.Word(due + 2));

    private static bool EndsSentence(TimeText text, int at) =>
        text.EndsParagraph(at) || (text.Word(at) is "." or "!" or "?" && text.Word(at - 1).Length > 3);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
