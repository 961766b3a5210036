using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>The noun that a number counts.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Head">Token of the noun; -1 where it is left out ("12 were killed").</param>
/// <param name="Next">Token after the phrase.</param>
/// <param name="Described">What an adjective says happened to them ("12 wounded soldiers"), or null.</param>
/// <param name="Counted">The noun as what happened ("12 deaths"), or null.</param>
internal sealed record NounPhrase(Quantity Quantity, int Head, int Next, Trigger? Described, Trigger? Counted)
{
    private const int LongestPhrase = 8;

    private const WordClass Ends =
        WordClass.Preposition | WordClass.Be | WordClass.Have | WordClass.Modal | WordClass.Relative
        | WordClass.Pronoun | WordClass.Definite | WordClass.Indefinite | WordClass.Conjunction | WordClass.Negation
        | WordClass.Verb | WordClass.Adverb;

    private const WordClass Noun =
        WordClass.People | WordClass.Person | WordClass.Thing | WordClass.Force | WordClass.Event;

    /// <summary>Reads the phrase after a number, up to token <paramref name="to"/>.</summary>
    public static NounPhrase Read(FigureText text, Quantity quantity, int to)
    {
        var at = quantity.Next;
        if (text.Is(at, "of") && text.Word(at + 1) is not ("them" or "whom" or "those" or "which" or "the" or "his"
            or "their"))
            at++;
        var (head, next, described) = (-1, quantity.Next, (Trigger?)null);
        for (var end = Math.Min(to, at + LongestPhrase); at < end; at++)
        {
            if (text.IsQuote(at) || (text.Is(at, "-") && text.TouchesNext(at))) continue;
            if (!text.IsWord(at)) break;
            if (Trigger.TryRead(text, at, out var trigger))
            {
                if (trigger.Joins(TriggerForm.Participle)
                    && text.IsA(trigger.Next, Noun & ~WordClass.Thing)) described = trigger;
                else if (trigger.Joins(TriggerForm.Counted) && !trigger.Joins(TriggerForm.Participle)
                    && trigger.Next == at + 1)
                    return new NounPhrase(quantity, at, at + 1, null, trigger);
                else break;
                continue;
            }

            if (text.IsA(at, Ends) && !text.IsA(at, WordClass.People | WordClass.Person | WordClass.Event)) break;
            if (!text.IsA(at, Noun) && text.Word(at) is [.., 'e', 'd'] && !text.IsA(at + 1, Noun)
                && !IsCounted(text, at + 1)) break;
            if (head >= 0 && !text.IsA(at, Noun) && (text.IsA(head, WordClass.People) || IsUnit(text, head))) break;
            (head, next) = (at, at + 1);
        }

        return new NounPhrase(quantity, head, next, described, null);
    }

    // "1,100 km north of Lima": what follows a measure is not counted.
    private static bool IsUnit(FigureText text, int at) => text.Word(at) is "km" or "kilometers" or "kilometres"
        or "miles" or "meters" or "metres" or "hours" or "minutes" or "days" or "weeks" or "months"
        or "years" or "percent";

    private static bool IsCounted(FigureText text, int at) => Trigger.TryRead(text, at, out var trigger)
        && trigger.Joins(TriggerForm.Counted);

    /// <summary>True for what cannot be hurt, arrested or displaced.</summary>
    public bool IsThing(FigureText text) =>
        Head >= 0 && text.IsA(Head, WordClass.Thing | WordClass.Event)
            && !text.IsA(Head, WordClass.People | WordClass.Person);
}
