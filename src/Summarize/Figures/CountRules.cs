using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>Numbers that count forces or events rather than victims. Stateless.</summary>
internal static class CountRules
{
    /// <summary>The trigger of a count of forces, events or money; null when the number counts something
    /// else.</summary>
    public static Trigger? Find(FigureText text, NounPhrase phrase, int from, int to)
    {
        var quantity = phrase.Quantity;
        if (MoneyRules.Currency(text, quantity) is not null) return MoneyRules.Purpose(text, quantity, from, to);
        if (phrase.Head < 0 || quantity.IsOne || IsUnreal(text, quantity.First, from)) return null;
        var head = new Trigger(phrase.Head, phrase.Head + 1, FigureKind.Events, TriggerForm.Counted);
        if (text.IsA(phrase.Head, WordClass.Event)) return IsOtherViolation(text, phrase.Head) ? null : head;
        if (!text.IsA(phrase.Head, WordClass.Force) && !text.Is(phrase.Head, "police")
            && !text.Is(phrase.Head - 1, "police")) return null;
        return text.Word(phrase.Head) is "troops" or "peacekeepers" or "observers" or "monitors"
            || IsDeployed(text, from, to)
            ? head with { Kind = FigureKind.Troops }
            : null;
    }

    // Of a truce or of rights; those of safety rules are no events.
    private static bool IsOtherViolation(FigureText text, int at) => text.Is(at, "violations")
        && text.Word(at - 1) is not ("truce" or "ceasefire" or "fire" or "rights" or "airspace" or "border");

    private static bool IsUnreal(FigureText text, int first, int from)
    {
        for (var at = first - 1; at >= Math.Max(from, first - 10) && !text.IsStop(at); at--)
            if (text.IsA(at, at >= first - 4 ? WordClass.Modal | WordClass.Negation : WordClass.Modal)) return true;
        return false;
    }

    private static bool IsDeployed(FigureText text, int from, int to)
    {
        for (var at = from; at < to; at++)
            if (text.Word(at) is "deployed" or "deploy" or "deploying" or "deployment" or "sent" or "stationed"
                or "mobilized" or "mobilised"
                or "withdrew" or "withdrawn" or "dispatched" or "massed" or "reinforcements"
                or "secured" or "guarded" or "patrolled" or "patrol" or "surrounded" or "cordoned")
                return true;
        return false;
    }
}
