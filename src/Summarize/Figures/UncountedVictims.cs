using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Single victims told by name or role, not by number: "the mayor was killed", "the murder of Archbishop Romero". Only
/// killed, injured, arrested and kidnapped. Stateless.
/// </summary>
internal static class UncountedVictims
{
    private const WordClass Ends =
        WordClass.Preposition | WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Relative
        | WordClass.Conjunction | WordClass.Negation;

    /// <summary>The triggers that have one victim each.</summary>
    public static List<Trigger> Find(FigureText text, IReadOnlyList<VictimLink> links, int from, int to)
    {
        var found = new List<Trigger>();
        found.AddRange(links.Where(link => HasCompanion(text, link, to)).Select(static link => link.Trigger));
        for (var at = from; at < to; at++)
        {
            if (!Trigger.TryRead(text, at, out var trigger) || trigger.Next > to) continue;
            if (HasOneVictim(text, trigger, from, to)
                && !links.Any(link => link.Trigger.First <= at && at < link.Trigger.Next))
                found.Add(trigger);
            at = trigger.Next - 1;
        }

        return found;
    }

    // "killing six priests, a maid and her daughter".
    private static bool HasCompanion(FigureText text, VictimLink link, int to)
    {
        if (link.Kind is not (FigureKind.Killed or FigureKind.Injured)) return false;
        for (var at = link.Phrase.Next; at < Math.Min(to, link.Phrase.Next + 3); at++)
        {
            if (text.Word(at) is not ("," or "and")
                || !text.IsA(at + 1, WordClass.Indefinite | WordClass.Definite)) continue;
            for (var noun = at + 2; noun < Math.Min(to, at + 6) && text.IsWord(noun) && !text.IsA(noun, Ends); noun++)
                if (text.IsA(noun, WordClass.Person)) return true;
        }

        return false;
    }

    private static bool HasOneVictim(FigureText text, Trigger trigger, int from, int to)
    {
        if (trigger.Kind is not (FigureKind.Killed or FigureKind.Injured or FigureKind.Arrested
            or FigureKind.Kidnapped)) return false;
        if (trigger.Joins(TriggerForm.Participle | TriggerForm.Subject) && IsPassive(text, trigger, from)) return true;
        if (trigger.Joins(TriggerForm.Subject) && IsSubject(text, trigger, from)) return true;
        if (trigger.Joins(TriggerForm.Object) && IsSingular(text, trigger.Next, to))
            return VictimRules.Happened(text, trigger, from) is not null;
        return trigger.Joins(TriggerForm.Of) && !text.IsA(trigger.First - 1, WordClass.Unreal)
            && (text.Is(trigger.Next, "of") ? IsSingular(text, trigger.Next + 1, to)
                : IsPossessed(text, trigger, from));
    }

    private static bool IsPassive(FigureText text, Trigger trigger, int from)
    {
        var at = trigger.First - 1;
        while (at > from && (text.IsA(at, WordClass.Adverb) || text.Word(at) is "been" or "being"
            || text.Word(at) is [.., 'l', 'y']))
            at--;
        if (at <= from || text.Word(at) is not ("was" or "is" or "has" or "had" or "were" or "have")) return false;
        if (text.Word(at) is "has" or "had" or "have" && trigger.First == at + 1
            && !trigger.Joins(TriggerForm.Subject)) return false;
        if (text.Word(at) is "were" or "have"
            || (text.Is(at, "had") && text.IsA(at - 1, WordClass.People))) return EndsInOne(text, at, from);
        return IsVictim(text, at - 1, from);
    }

    // "died" right after who did, at most an adverb or an apposition's comma between.
    private static bool IsSubject(FigureText text, Trigger trigger, int from)
    {
        var at = trigger.First - 1;
        while (at > from && (text.IsA(at, WordClass.Adverb) || text.Word(at) is "," or "also"))
            at--;
        return at >= from && text.IsWord(at)
            && !text.IsA(at, WordClass.Conjunction | WordClass.Preposition | WordClass.Verb)
            && IsVictim(text, at, from);
    }

    private static bool IsVictim(FigureText text, int at, int from)
    {
        if (at < from || text.IsA(at, WordClass.Negation | WordClass.Modal | WordClass.People | WordClass.Be))
            return false;
        for (var before = at; before >= from && before > at - 4; before--)
            if (text.Word(before) is "not" or "no") return false;
        return text.Word(at) is not ("it" or "there" or "which" or "that" or "what" or "they" or "we" or "one"
            or "everyone" or "many" or "some");
    }

    // "Ortiz and her driver were killed": the last of them is one.
    private static bool EndsInOne(FigureText text, int be, int from)
    {
        for (var at = be - 1; at > from && at > be - 12; at--)
        {
            if (text.IsA(at, WordClass.People | WordClass.Relative | WordClass.Negation)) return false;
            if (text.Is(at, "and")) return IsSingular(text, at + 1, be);
        }

        return false;
    }

    // "Galan's assassination".
    private static bool IsPossessed(FigureText text, Trigger trigger, int from)
    {
        var at = trigger.First - 1;
        while (at > from && at > trigger.First - 3 && text.IsWord(at) && text.Class(at) == WordClass.None) at--;
        return at > from && (text.Is(at, "'s") || text.Is(at, "’s"))
            && !text.IsA(at - 1, WordClass.People | WordClass.Thing)
            && text.IsWord(at - 1) && !text.IsNumber(trigger.First - 1);
    }

    // "a policeman", "presidential candidate Galan", "him"; not "the Jesuits", "civilians", "and".
    private static bool IsSingular(FigureText text, int at, int to)
    {
        if (text.Word(at) is "him" or "her" && !text.IsWord(at + 1)) return true;
        if (text.Word(at) is "them" or "these" or "those" or "their" or "all" or "some" or "many" or "several"
            or "others") return false;
        var (end, definite) = (at, false);
        while (end < to && end < at + 10 && text.IsWord(end) && !text.IsA(end, Ends))
            definite |= text.IsA(end++, WordClass.Definite | WordClass.Indefinite);
        if (end == at || text.IsA(end - 1,
            WordClass.People | WordClass.Thing | WordClass.Event | WordClass.Adverb)) return false;
        for (var word = at; word < end; word++)
            if (text.IsA(word, WordClass.People)) return false;
        if (end == at + 1 && text.Word(at) is [.., 'a', 'n', 's'] or [.., 'e', 'r', 's'] or [.., 'e', 'r', 'o', 's']
            or [.., 'i', 's', 't', 's'] or [.., 'i', 'e', 's']) return false;
        var person = text.IsA(end - 1, WordClass.Person);
        return person || !text.IsA(end - 1,
            WordClass.Definite | WordClass.Indefinite | WordClass.Verb | WordClass.Pronoun)
            && (IsName(text, end - 1) || text.IsA(at, WordClass.Person))
                && !(definite && text.Word(end - 1) is [.., 's']);
    }

    private static bool IsName(FigureText text, int at) => char.IsUpper(text.Source[text[at].Start])
        && text[at].Length > 2;
}
