using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Reads forward from a number to what happened to those it counts: "at least 12 people, three of them children, were
/// killed", "12 dead", "thousands have fled". Ends at the first other predicate. Stateless.
/// </summary>
internal static class SubjectRule
{
    private const int Reach = 32;
    private const int Auxiliaries = 7;

    /// <summary>The trigger that the phrase is subject of; null when there is none or it is denied or only
    /// possible.</summary>
    public static Trigger? Find(FigureText text, NounPhrase phrase, int from, int to)
    {
        if (IsInsidePhrase(text, phrase.Quantity.First - 1, from) && !IsBound(text, phrase)) return null;
        var relative = false;
        var direct = true;
        var ofWhole = text.Is(phrase.Next, "of") && text.IsA(phrase.Next + 1, WordClass.Definite);
        for (int at = AfterWhole(text, phrase.Next), end = Math.Min(to, at + Reach); at < end; at++)
        {
            if (text.IsQuote(at) || (text.Is(at, "-") && text.TouchesNext(at))) continue;
            if (Trigger.TryRead(text, at, out var trigger))
            {
                if (text.IsA(at - 1, WordClass.Definite | WordClass.Indefinite)) continue;
                if (trigger.Joins(TriggerForm.Subject)) return text.Is(at - 1, "to") ? null : trigger;
                if (trigger.Joins(TriggerForm.Participle) && !HasObject(text, trigger))
                    return ofWhole && !relative ? null : Together(text, trigger);
                if (!relative && (!direct || trigger.Joins(TriggerForm.Object))) return null;
            }
            else if (text.IsA(at, WordClass.Modal | WordClass.Negation) || IsEnd(text, at))
            {
                return null;
            }
            else if (text.IsA(at, WordClass.Be | WordClass.Have))
            {
                if (Predicate(text, at, end, out var found)) return found is { } link ? Together(text, link) : null;
                if (!relative) return null;
                relative = false;
            }
            else if (text.IsA(at, WordClass.Verb) && !relative && !text.IsA(at, WordClass.People | WordClass.Adverb))
            {
                return null;
            }

            relative |= text.IsA(at, WordClass.Relative);
            direct = false;
        }

        return null;
    }

    /// <summary>"killed and wounded", "dead or missing": both in one number.</summary>
    public static Trigger Together(FigureText text, Trigger trigger)
    {
        var next = trigger.Next;
        if (trigger.Kind is not (FigureKind.Killed or FigureKind.Injured)
            || text.Word(next) is not ("and" or "or")) return trigger;
        if (!Trigger.TryRead(text, next + 1, out var other)
            || other.Kind is not (FigureKind.Killed or FigureKind.Injured or FigureKind.Missing)
            || other.Kind == trigger.Kind || !other.Joins(TriggerForm.Participle) || HasObject(text, other))
            return trigger;
        return trigger with { Next = other.Next, Kind = FigureKind.Casualties };
    }

    /// <summary>True when an object follows: then those before did it.</summary>
    public static bool HasObject(FigureText text, Trigger trigger)
    {
        if (!trigger.Joins(TriggerForm.Object)) return false;
        var at = trigger.Next;
        if (text.Is(at, "at") && text.Is(at + 1, "least") || text.Is(at, "more") || text.Is(at, "up")
            || text.Is(at, "as") && text.Is(at + 1, "many"))
            return true;
        if (text.IsA(at, WordClass.Definite | WordClass.Indefinite | WordClass.People | WordClass.Person)
            || text.Word(at) is "him" or "them" or "her")
            return !text.Is(at, "that") && !text.Is(at, "this");
        return NumberWords.Read(text, at, out _, out _, out _) > at;
    }

    // The predicate after "be" or "have": true when it is understood; no trigger when it is denied or something else.
    private static bool Predicate(FigureText text, int at, int end, out Trigger? found)
    {
        found = null;
        for (var next = at + 1; next < Math.Min(end, at + Auxiliaries + 1); next++)
        {
            if (Trigger.TryRead(text, next, out var trigger)
                && trigger.Joins(TriggerForm.Participle | TriggerForm.Subject))
            {
                if (!HasObject(text, trigger)) found = trigger;
                return true;
            }

            if (text.IsA(next, WordClass.Negation)) return true;
            if (!text.IsA(next, WordClass.Be | WordClass.Have | WordClass.Adverb)
                && !IsManner(text, next)) return false;
        }

        return false;
    }

    private static bool IsEnd(FigureText text, int at) =>
        text.Is(at, "-") || (text.IsStop(at) && text.Word(at) is not ("," or "(" or ")" or "[" or "]"));

    // "three of the 20 wounded died": what the others are called is not what happened to the three.
    private static int AfterWhole(FigureText text, int next)
    {
        if (!text.Is(next, "of") || !text.IsA(next + 1, WordClass.Definite)) return next;
        var after = NumberWords.Read(text, next + 2, out _, out _, out _);
        if (after == next + 2) return next;
        return Trigger.TryRead(text, after, out var trigger) ? trigger.Next : after;
    }

    // "the funeral of the ten men killed in the raid", "of 12 people who died".
    private static bool IsBound(FigureText text, NounPhrase phrase) => text.IsA(phrase.Next, WordClass.Relative)
        || (Trigger.TryRead(text, phrase.Next, out var trigger) && trigger.Joins(TriggerForm.Participle));

    // "a group of 12 soldiers was killed"; not "the mother of three died".
    private static bool IsGroup(FigureText text, int at) => text.IsA(at, WordClass.Toll)
        || text.Word(at) is "group" or "team" or "squad"
        or "total" or "column" or "crowd" or "party" or "band" or "convoy" or "patrol" or "crew" or "family" or "list"
            or "dozens"
        || Trigger.TryRead(text, at, out _);

    private static bool IsManner(FigureText text, int at) => text.Word(at) is [.., 'l', 'y'] or "or" or "and" or ",";

    // "in three towns", "by 12 gunmen": a part of something else.
    private static bool IsInsidePhrase(FigureText text, int before, int from)
    {
        if (before >= from && text.IsA(before, WordClass.Definite)) before--;
        if (before > from && text.Is(before, "of")) return !IsGroup(text, before - 1);
        return before >= from && text.Word(before) is "in" or "on" or "at" or "from" or "near" or "by" or "into"
            or "within"
            or "against" or "inside" or "across" or "aboard" or "to" or "for" or "between" or "through";
    }
}
