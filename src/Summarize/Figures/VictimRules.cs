using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Joins the numbers of one sentence to what happened to those they count, by the patterns of news prose. A number that
/// none of the patterns reaches is left alone. Stateless; linear in the sentence for a bounded reach.
/// </summary>
internal static class VictimRules
{
    private const int TollReach = 16;
    private const int RateReach = 14;

    /// <summary>The numbers of tokens <paramref name="from"/> to <paramref name="to"/> that count people something
    /// happened to.</summary>
    public static List<VictimLink> Link(FigureText text, IReadOnlyList<NounPhrase> phrases, int from, int to)
    {
        var links = new List<VictimLink>();
        VictimLink? last = null;
        for (var index = 0; index < phrases.Count; index++)
        {
            var phrase = phrases[index];
            if (phrase.IsThing(text) || MoneyRules.Currency(text, phrase.Quantity) is not null
                || IsRate(text, phrase, from, to)) continue;
            var part = IsPart(text, phrase, from);
            var previous = index > 0 ? phrases[index - 1] : null;
            var link = Own(text, phrase, from, to) is { } trigger
                ? new VictimLink(phrase, trigger.Kind, trigger, part
                    && (last is not null || previous is not null
                        || text.Word(phrase.Quantity.First - 1) is "includes" or "included"))
                : Inherited(text, phrase, previous, last, part);
            if (link is null) continue;
            links.Add(link);
            last = link;
        }

        return links;
    }

    // "an average of 12 deaths each day", "3,000 persons die every year": no count of what happened.
    private static bool IsRate(FigureText text, NounPhrase phrase, int from, int to)
    {
        if (phrase.Quantity.First - 2 >= from && text.Is(phrase.Quantity.First - 1, "of")
            && text.Is(phrase.Quantity.First - 2, "average")) return true;
        for (var at = phrase.Quantity.Next; at < Math.Min(to, phrase.Quantity.Next + RateReach); at++)
        {
            if (text.IsStop(at)) return false;
            if (text.Word(at) is "every" or "each" or "per"
                && text.Word(at + 1) is "day" or "week" or "month" or "year" or "hour") return true;
        }

        return false;
    }

    private static Trigger? Own(FigureText text, NounPhrase phrase, int from, int to)
    {
        if (phrase.Described is { } described) return described;
        if (phrase.Counted is { } counted && !counted.Joins(TriggerForm.Subject))
            return IsPeople(counted) ? ObjectOf(text, phrase, from) ?? SubjectRule.Find(text, phrase, from,
                to) ?? counted : IsExpected(text, phrase, from) ? null : counted;
        if (IsLives(text, phrase)) return Lives(text, phrase, from, to);
        return ObjectOf(text, phrase, from) ?? OfWhat(text, phrase, from) ?? SubjectRule.Find(text, phrase, from, to)
            ?? Toll(text, phrase, from);
    }

    // "we will have more than 12,000 murders".
    private static bool IsExpected(FigureText text, NounPhrase phrase, int from)
    {
        var first = phrase.Quantity.First;
        for (var at = first - 1; at >= Math.Max(from, first - 3) && !text.IsStop(at); at--)
            if (text.Word(at) is "will" or "would" or "could" or "might" or "may") return true;
        return false;
    }

    private static bool IsPeople(Trigger counted) => counted.Kind is FigureKind.Displaced or FigureKind.Kidnapped;

    // "killed at least 12", "killing and wounding 30"; not "were killed 12 days ago", "to kill 12", "could kill 12".
    private static Trigger? ObjectOf(FigureText text, NounPhrase phrase, int from)
    {
        var at = phrase.Quantity.First - 1;
        while (at > from && (text.IsQuote(at)
            || text.Word(at) is "another" or "the" or "further" or "other" or "only" or "of" && text.Is(at - 1, "total")
            || text.Word(at) is "total" or "a" && text.Word(at + 1) is "total" or "further"))
            at--;
        return at < from || EndingAt(text, at, from) is not { } trigger || !trigger.Joins(TriggerForm.Object) ? null
            : Happened(text, trigger, from);
    }

    /// <summary>The trigger whose object follows, "killed and wounded" as one; null when passive, denied or only
    /// possible.</summary>
    public static Trigger? Happened(FigureText text, Trigger trigger, int from)
    {
        var before = trigger.First - 1;
        if (before > from && text.Word(before) is "and" or "or" && EndingAt(text, before - 1, from) is { } other
            && other.Joins(TriggerForm.Object))
        {
            if (other.Kind != trigger.Kind && other.Kind is FigureKind.Killed or FigureKind.Injured)
                trigger = trigger with { Kind = FigureKind.Casualties };
            trigger = trigger with { First = other.First };
            before = other.First - 1;
        }

        var present = !text.Word(trigger.Next - 1).EndsWith("ing", StringComparison.Ordinal);
        for (var steps = 0; before >= from && steps < 4; before--, steps++)
        {
            if (text.IsStop(before)) break;
            if (text.IsA(before, WordClass.Be) && present && !text.Is(before, "having")) return null;
            if (text.IsA(before, WordClass.Modal | WordClass.Negation | WordClass.Unreal)) return null;
            if (text.Is(before, "to") && steps == 0) return null;
            if (!text.IsA(before, WordClass.Adverb | WordClass.Have) && !text.IsQuote(before)) break;
        }

        return trigger;
    }

    private static Trigger? EndingAt(FigureText text, int at, int from)
    {
        for (var first = Math.Max(from, at - 3); first <= at; first++)
            if (Trigger.TryRead(text, first, out var trigger) && trigger.Next == at + 1) return trigger;
        return null;
    }

    // "the murder of (the) six priests", "an attempt at the murder of" has no victim yet.
    private static Trigger? OfWhat(FigureText text, NounPhrase phrase, int from)
    {
        var at = phrase.Quantity.First - 1;
        if (at > from && text.IsA(at, WordClass.Definite)) at--;
        if (at <= from || !text.Is(at, "of") || EndingAt(text, at - 1, from) is not { } trigger
            || !trigger.Joins(TriggerForm.Of))
            return null;
        for (var before = trigger.First - 1; before >= from && before >= trigger.First - 3; before--)
            if (text.IsA(before, WordClass.Unreal | WordClass.Negation)) return null;
        return trigger;
    }

    // "the death toll rose to 12", "the number of wounded stands at 30".
    private static Trigger? Toll(FigureText text, NounPhrase phrase, int from)
    {
        var first = phrase.Quantity.First;
        if (!text.IsA(first - 1, WordClass.Reach | WordClass.Toll) && !text.Is(first - 1, ":")
            && !IsPast(text, phrase.Quantity)) return null;
        for (var at = first - 1; at >= from && at >= first - TollReach; at--)
        {
            if (text.IsStop(at) && text.Word(at) is not ("," or ":")) return null;
            if (text.IsA(at, WordClass.Modal | WordClass.Negation)) return null;
            if (text.IsA(at, WordClass.Toll)) return TollAt(text, at, first, from);
        }

        return null;
    }

    private static bool IsPast(FigureText text, Quantity quantity) =>
        quantity.Qualifier == FigureQualifier.MoreThan && text.IsA(quantity.First, WordClass.Reach);

    private static Trigger? TollAt(FigureText text, int toll, int first, int from)
    {
        if (toll > from && text.Word(toll - 1) is "death" or "deaths" or "fatality") return new Trigger(toll - 1,
            toll + 1, FigureKind.Killed, TriggerForm.Counted);
        if (toll > from && text.Word(toll - 1) is "casualty" or "casualties") return new Trigger(toll - 1, toll + 1,
            FigureKind.Casualties, TriggerForm.Counted);
        if (text.Is(toll, "toll")) return new Trigger(toll, toll + 1, FigureKind.Killed, TriggerForm.Counted);
        for (var at = toll + 1; at < first; at++)
            if (Trigger.TryRead(text, at, out var trigger)) return trigger;
        return null;
    }

    private static bool IsLives(FigureText text, NounPhrase phrase) => phrase.Head >= 0
        && text.Is(phrase.Head, "lives");

    private static Trigger? Lives(FigureText text, NounPhrase phrase, int from, int to)
    {
        var lives = new Trigger(phrase.Head, phrase.Head + 1, FigureKind.Killed, TriggerForm.Counted);
        if (phrase.Quantity.First > from
            && text.Word(phrase.Quantity.First - 1) is "claimed" or "claiming" or "claims" or "cost" or "costing"
            or "costs" or "taken" or "took" or "taking")
            return lives;
        for (var at = phrase.Next; at < Math.Min(to, phrase.Next + 4); at++)
            if (text.Is(at, "lost")) return lives;
        return null;
    }

    // "30 deaths in Hama, 21 in Homs", "12 killed, including three children", "killed six men and a 4-strong crew".
    private static VictimLink? Inherited(FigureText text, NounPhrase phrase, NounPhrase? previous, VictimLink? last,
        bool part)
    {
        if (last is null || previous is null || phrase.Quantity.First - last.Phrase.Next > 40) return null;
        if (part) return new VictimLink(phrase, last.Kind, last.Trigger, true)
        {
            Like = phrase.Head < 0 ? last.Phrase
            : null
        };
        if (!ReferenceEquals(previous, last.Phrase)) return null;
        if (phrase.Head < 0 && text.Word(phrase.Next) is "in" or "at" or "near" or "around" or "outside"
            && IsListGap(text, last.Phrase.Next, phrase.Quantity.First))
            return new VictimLink(phrase, last.Kind, last.Trigger, last.IsPart) { Like = last.Like ?? last.Phrase };
        return phrase.Head >= 0 && text.IsA(phrase.Head, WordClass.People | WordClass.Person)
            && IsCoordinated(text, last, phrase)
            ? new VictimLink(phrase, last.Kind, last.Trigger, last.IsPart)
            : null;
    }

    private static bool IsListGap(FigureText text, int from, int to)
    {
        if (to <= from || text.Word(to - 1) is not ("," or "and")) return false;
        for (var at = from; at < to; at++)
            if (text.IsA(at, WordClass.Verb | WordClass.Be | WordClass.Have)
                || (text.IsStop(at) && !text.Is(at, ","))) return false;
        return true;
    }

    // The number right after "and" or a comma, when those before it were the object.
    private static bool IsCoordinated(FigureText text, VictimLink last, NounPhrase phrase)
    {
        if (last.Trigger.First >= last.Phrase.Quantity.First) return false;
        var (from, to) = (last.Phrase.Next, phrase.Quantity.First);
        if (to > from && text.IsA(to - 1, WordClass.Definite)) to--;
        return to - from is > 0 and <= 4 && text.Word(to - 1) is "and" or "," && IsListGap(text, from, to);
    }

    private static bool IsPart(FigureText text, NounPhrase phrase, int from)
    {
        var before = phrase.Quantity.First - 1;
        if (before > from && text.IsA(before, WordClass.Definite)) before--;
        if (before >= from && (text.Word(before) is "including" or "includes" or "included"
            || (text.Is(before, "them") && text.Is(before - 1, "among"))
            || (text.Is(before, "whom") && text.Is(before - 1, "among"))))
            return true;
        return text.Is(phrase.Next, "of") && text.Word(phrase.Next + 1) is "them" or "whom" or "those" or "which";
    }
}
