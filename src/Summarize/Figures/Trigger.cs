using System.Collections.Frozen;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>How a trigger is joined to those it happened to.</summary>
[Flags]
internal enum TriggerForm
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>They are its object: "killed 12", "wounding three".</summary>
    Object = 1,

    /// <summary>They come before it, with or without "be": "12 were killed", "12 dead".</summary>
    Participle = 2,

    /// <summary>They are its subject: "12 died", "thousands fled".</summary>
    Subject = 4,

    /// <summary>It is the counted noun itself: "12 deaths", "three arrests".</summary>
    Counted = 8,

    /// <summary>They follow with "of": "the murder of six priests".</summary>
    Of = 16,
}

/// <summary>Words that say what happened to people.</summary>
/// <param name="First">First token.</param>
/// <param name="Next">Token after the last.</param>
/// <param name="Kind">What they say.</param>
/// <param name="Form">How they join.</param>
internal readonly record struct Trigger(int First, int Next, FigureKind Kind, TriggerForm Form)
{
    private const TriggerForm Transitive = TriggerForm.Object | TriggerForm.Participle;

    private static readonly FrozenDictionary<string, (FigureKind Kind, TriggerForm Form)> Words = Build(
        (FigureKind.Killed, Transitive,
            "killed murdered assassinated slain massacred executed slaughtered lynched beheaded martyred"),
        (FigureKind.Killed, TriggerForm.Object,
            "killing murdering assassinating executing massacring slaughtering kill kills slew"),
        (FigureKind.Killed, TriggerForm.Subject, "died perished drowned dies die"),
        (FigureKind.Killed, TriggerForm.Participle | TriggerForm.Counted, "dead"),
        (FigureKind.Killed, TriggerForm.Counted | TriggerForm.Of,
            "deaths killings murders assassinations executions fatalities bodies corpses"),
        (FigureKind.Killed, TriggerForm.Of, "death murder assassination massacre execution slaying slaughter killing"),
        (FigureKind.Injured, Transitive, "wounded injured maimed"),
        (FigureKind.Injured, Transitive | TriggerForm.Counted, "hurt"),
        (FigureKind.Injured, TriggerForm.Object, "wounding injuring injures wounds maiming hurting"),
        (FigureKind.Injured, TriggerForm.Counted, "injuries"),
        (FigureKind.Injured, TriggerForm.Participle, "hospitalized hospitalised"),
        (FigureKind.Casualties, TriggerForm.Counted, "casualties"),
        (FigureKind.Missing, TriggerForm.Participle | TriggerForm.Counted, "missing"),
        (FigureKind.Missing, TriggerForm.Subject | TriggerForm.Participle, "disappeared vanished"),
        (FigureKind.Missing, TriggerForm.Of | TriggerForm.Counted, "disappearances disappearance"),
        (FigureKind.Arrested, Transitive, "arrested detained jailed imprisoned captured"),
        (FigureKind.Arrested, TriggerForm.Object, "arresting detaining arrests detains capturing captures jails"),
        (FigureKind.Arrested, TriggerForm.Counted | TriggerForm.Of, "arrests detentions"),
        (FigureKind.Arrested, TriggerForm.Counted, "detainees"),
        (FigureKind.Arrested, TriggerForm.Of, "arrest detention capture"),
        (FigureKind.Kidnapped, Transitive, "kidnapped abducted"),
        (FigureKind.Kidnapped, TriggerForm.Object, "kidnapping abducting kidnap kidnaps abduct abducts"),
        (FigureKind.Kidnapped, TriggerForm.Of, "kidnapping abduction"),
        (FigureKind.Kidnapped, TriggerForm.Counted, "hostages captives"),
        (FigureKind.Displaced, Transitive, "displaced evacuated uprooted"),
        (FigureKind.Displaced, TriggerForm.Object, "displacing evacuating uprooting"),
        (FigureKind.Displaced, TriggerForm.Subject, "fled flee fleeing"),
        (FigureKind.Displaced, TriggerForm.Participle, "homeless"),
        (FigureKind.Displaced, TriggerForm.Counted, "refugees evacuees idps"),
        (FigureKind.Displaced, TriggerForm.Of, "displacement evacuation exodus"));

    private static readonly FrozenDictionary<string,
        (FigureKind Kind, TriggerForm Form)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the trigger joins in this way.</summary>
    public bool Joins(TriggerForm form) => (Form & form) != 0;

    /// <summary>Reads the trigger that begins at a token, if one does.</summary>
    public static bool TryRead(FigureText text, int at, out Trigger trigger)
    {
        if (TryPhrase(text, at, out trigger))
            return true;
        if (!Lookup.TryGetValue(text.Word(at), out var found) || text.Touches(at, '-'))
            return false;
        trigger = new Trigger(at, at + 1, found.Kind, found.Form);
        return true;
    }

    private static bool TryPhrase(FigureText text, int at, out Trigger trigger)
    {
        var (length, kind, form) = text.Word(at) switch
        {
            "shot" or "gunned" when text.Is(at + 1, "dead")
                || text.Is(at + 1, "down") => (2, FigureKind.Killed, Transitive),
            "shot" or "stabbed" or "beaten" or "hacked" or "burned" or "burnt" or "crushed" or "tortured" or "trampled"
                or "starved" or "stoned" or "bludgeoned" or "clubbed"
                when text.Is(at + 1, "to") && text.Is(at + 2, "death") => (3, FigureKind.Killed, Transitive),
            "lost" or "lose" or "losing" when IsTheirLives(text, at + 1) => (3, FigureKind.Killed, TriggerForm.Subject),
            "claimed" or "claims" or "claiming" or "cost" or "took" or "taken" or "taking"
                when text.Is(at + 1, "the") && text.Is(at + 2, "lives") => (3, FigureKind.Killed, TriggerForm.Of),
            "taken" or "held" when text.Is(at + 1, "hostage") => (2, FigureKind.Kidnapped, TriggerForm.Participle),
            "taken" when text.Is(at + 1, "into")
                && text.Is(at + 2, "custody") => (3, FigureKind.Arrested, TriggerForm.Participle),
            "rounded" when text.Is(at + 1, "up") => (2, FigureKind.Arrested, Transitive),
            "unaccounted" when text.Is(at + 1, "for") => (2, FigureKind.Missing, TriggerForm.Participle),
            "went" or "gone" when text.Is(at + 1, "missing") => (2, FigureKind.Missing, TriggerForm.Subject),
            "suffered" or "sustained" or "received" when IsInjuries(text, at + 1) =>
                (2, FigureKind.Injured, TriggerForm.Subject),
            "left" when text.Word(at + 1) is "homeless" => (2, FigureKind.Displaced, TriggerForm.Participle),
            "left" when text.Word(at + 1) is "dead" => (2, FigureKind.Killed, TriggerForm.Participle),
            "left" when text.Word(at + 1) is "wounded" or "injured" => (2, FigureKind.Injured, TriggerForm.Participle),
            "sent" or "taken" or "rushed" or "admitted" when text.Is(at + 1, "to") && text.Is(at + 2, "hospital") =>
                (3, FigureKind.Injured, TriggerForm.Participle),
            "left" when IsTheirHome(text, at + 1) => (3, FigureKind.Displaced, TriggerForm.Subject),
            "forced" or "obliged" when text.Is(at + 1, "to")
                && text.Is(at + 2, "flee") => (3, FigureKind.Displaced, TriggerForm.Participle),
            "forced" when text.Is(at + 1, "from")
                && IsTheirHome(text, at + 2) => (4, FigureKind.Displaced, TriggerForm.Participle),
            _ => (0, default, default),
        };
        trigger = new Trigger(at, at + length, kind, form);
        return length > 0;
    }

    private static bool IsTheirLives(FigureText text, int at) =>
        text.Word(at) is "their" or "his" or "her" && text.Word(at + 1) is "lives" or "life";

    private static bool IsTheirHome(FigureText text, int at) =>
        text.Word(at) is "their" or "the"
            && text.Word(at + 1) is "homes" or "houses" or "villages" or "city" or "town" or "country" or "village";

    private static bool IsInjuries(FigureText text, int at) =>
        text.Word(at) is "injuries" or "wounds" or "burns"
            || (text.Class(at) == WordClass.None && text.Word(at + 1) is "injuries" or "wounds" or "burns");

    private static FrozenDictionary<string, (FigureKind Kind, TriggerForm Form)> Build(
        params (FigureKind Kind, TriggerForm Form, string Words)[] rows)
    {
        var words = new Dictionary<string, (FigureKind Kind, TriggerForm Form)>(StringComparer.Ordinal);
        foreach (var (kind, form, list) in rows)
            foreach (var word in list.Split(' '))
                words[word] = (kind, words.TryGetValue(word, out var known) ? known.Form | form : form);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
