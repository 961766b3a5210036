using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Single victims told by name or role, not by number: "the mayor was killed", "the murder of Archbishop Romero". Only
/// killed, injured, arrested and kidnapped. Stateless.
/// </summary>
internal static class UncountedVictims
{
    private const WordClass Ends = WordClass.Preposition | WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Relative
        | WordClass.Conjunction | WordClass.Negation;

    /// <summary>The triggers that have one victim each.</summary>
    public static List<Trigger> Find(FigureText text, IReadOnlyList<VictimLink> links, int from, int to)
    {
        var found = new List<Trigger>();
        for (var at = from; at < to; at++)
        {
            if (!Trigger.TryRead(text, at, out var trigger) || trigger.Next > to) continue;
            if (HasOneVictim(text, trigger, from, to) && !links.Any(link => link.Trigger.First <= at && at < link.Trigger.Next))
                found.Add(trigger);
            at = trigger.Next - 1;
        }

        return found;
    }

    private static bool HasOneVictim(FigureText text, Trigger trigger, int from, int to)
    {
        if (trigger.Kind is not (FigureKind.Killed or FigureKind.Injured or FigureKind.Arrested or FigureKind.Kidnapped)) return false;
        if (trigger.Joins(TriggerForm.Participle | TriggerForm.Subject) && IsSingularPassive(text, trigger, from)) return true;
        if (trigger.Joins(TriggerForm.Object) && IsSingular(text, trigger.Next, to))
            return VictimRules.Happened(text, trigger, from) is not null;
        return trigger.Joins(TriggerForm.Of) && text.Is(trigger.Next, "of") && IsSingular(text, trigger.Next + 1, to)
            && !text.IsA(trigger.First - 1, WordClass.Unreal);
    }

    private static bool IsSingularPassive(FigureText text, Trigger trigger, int from)
    {
        var at = trigger.First - 1;
        while (at > from && (text.IsA(at, WordClass.Adverb) || text.Word(at) is "been" or "being" || text.Word(at) is [.., 'l', 'y']))
            at--;
        if (at <= from || text.Word(at) is not ("was" or "is" or "has" or "had")) return false;
        if (text.Word(at) is "has" or "had" && trigger.First == at + 1 && !trigger.Joins(TriggerForm.Subject)) return false;
        var subject = at - 1;
        if (text.IsA(subject, WordClass.Negation | WordClass.Modal) || text.IsA(subject, WordClass.People)) return false;
        return text.Word(subject) is not ("it" or "there" or "which" or "what" or "they" or "we" or "one" or "everyone");
    }

    // "a policeman", "presidential candidate Galan", "him"; not "the Jesuits", "civilians", "and".
    private static bool IsSingular(FigureText text, int at, int to)
    {
        if (text.Word(at) is "him" or "her" && !text.IsWord(at + 1)) return true;
        if (text.Word(at) is "them" or "these" or "those" or "their" or "all" or "some" or "many" or "several" or "others") return false;
        var (end, definite) = (at, false);
        while (end < to && end < at + 10 && text.IsWord(end) && !text.IsA(end, Ends))
            definite |= text.IsA(end++, WordClass.Definite | WordClass.Indefinite);
        if (end == at || text.IsA(end - 1, WordClass.People | WordClass.Thing | WordClass.Event | WordClass.Adverb)) return false;
        for (var word = at; word < end; word++)
            if (text.IsA(word, WordClass.People)) return false;
        var person = text.IsA(end - 1, WordClass.Person);
        return person || !text.IsA(end - 1, WordClass.Definite | WordClass.Indefinite | WordClass.Verb | WordClass.Pronoun)
            && (IsName(text, end - 1) || text.IsA(at, WordClass.Person)) && !(definite && text.Word(end - 1) is [.., 's']);
    }

    private static bool IsName(FigureText text, int at) => char.IsUpper(text.Source[text[at].Start]) && text[at].Length > 2;
}
