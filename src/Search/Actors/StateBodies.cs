using System.Collections.Frozen;
using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// Bodies of states named by their country: "Syrian government", "Russia's foreign ministry", "Iraqi security forces",
/// "the government of Peru".
/// </summary>
internal static class StateBodies
{
    private static readonly FrozenDictionary<string, (string Name, ActorKind Kind, string Role)> Bodies = Table();

    private static readonly WordSet Modifiers = new(
        ["new", "interim", "transitional", "central", "federal", "ruling", "own", "military", "embattled", "coalition",
        "state",
         "caretaker", "conservative", "socialist", "communist", "elected", "government", "regime", "national",
         "National"]);

    private static readonly WordSet Topics = new(
        ["foreign", "defence", "defense", "interior", "finance", "health", "oil", "justice", "information", "economy",
        "trade",
         "education", "energy", "agriculture", "transport", "labor", "labour", "environment", "culture", "commerce",
         "industry"]);

    private static readonly WordSet Anchors = new(
        ["government", "regime", "army", "military", "armed", "air", "navy", "police", "national", "security",
         "opposition", "parliament"]);

    private static readonly WordSet Compounds = new(
        ["chief", "chiefs", "commander", "commanders", "officer", "officers", "officials", "official", "minister",
         "ministers", "spokesman", "spokeswoman", "station", "stations", "base", "bases", "operation", "operations",
         "group", "groups", "party", "parties", "leader", "leaders", "activist", "activists", "fighters", "member",
         "members", "figure", "figures", "coalition", "bonds", "debt", "bond", "spending", "budget", "building",
         "buildings", "headquarters", "defectors", "helicopter", "aircraft", "plane", "truck", "convoy", "action",
         "intervention", "source", "sources", "report", "reports", "campaign", "camp", "post", "posts", "agencies",
         "agency", "department", "departments", "crackdown", "dictatorship", "junta", "rule", "chaplain", "hospital"]);

    /// <summary>Reads a body after a country at a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">First token of the country, or of "government of".</param>
    public static NameMention? Match(NameText text, int at)
    {
        if (text.Word(at) is "government" or "Government" && text.Is(at + 1, "of"))
        {
            var named = text.Is(at + 2, "the") ? at + 3 : at + 2;
            return Countries.Shared.Match(text, named, out var end) is { } owner
                ? Make(text, at, end, owner, ("Government", ActorKind.Government, "GOV"), "government")
                : null;
        }

        if (Countries.Shared.Match(text, at, out var next) is not { } country)
            return null;
        if (text.IsPossessive(next))
            next++;
        if (Modifiers.Contains(text.Word(next)) && BodyAt(text, next, out _) is null)
            next++;
        return Body(text, at, next, country);
    }

    /// <summary>The body at a token: what follows "Syria's" or "al-Assad's".</summary>
    public static NameMention? Body(NameText text, int first, int at, Country country) =>
        BodyAt(text, at, out var next) is { } body ? Make(text, first, next, country, body, "government") : null;

    /// <summary>
    /// A ministry or other body of the state whose country only the article tells: "the Foreign Ministry".
    /// </summary>
    public static NameMention? Unowned(NameText text, int at, Country country)
    {
        if (text.IsCapital(at))
            return Ministry(text, at, out var end) is { } ministry
                ? Make(text, at, end, country, ministry, "government-context") : null;
        var next = 0;
        var body = text.Word(at) is "government" or "regime" ? Forces(text, at, out next) : null;
        body ??= Definite(text, at, out next);
        return body is { } found ? Make(text, at, next, country, found, "government-context") : null;
    }

    private static NameMention Make(
        NameText text, int first, int next, Country country, (string Name, ActorKind Kind, string Role) body,
        string rule) =>
        new(text, first, next, body.Kind, $"{body.Name} of {country.Name}",
        rule)
        { CameoCode = country.Code + body.Role };

    private static (string Name, ActorKind Kind, string Role)? BodyAt(NameText text, int at, out int next)
    {
        if (Ministry(text, at, out next) is { } ministry)
            return ministry;
        var two = $"{text.Word(at)} {text.Word(at + 1)}";
        if (Bodies.TryGetValue(two, out var body))
        {
            next = at + 2;
            return body;
        }

        next = at + 1;
        if (!text.IsWord(at) || !Bodies.TryGetValue(text.Word(at).ToString(), out body))
            return null;
        // "the Syrian opposition leader", "a Chinese military base": not the body itself.
        return body.Kind is ActorKind.Opposition or ActorKind.Military && IsModifier(text, at) ? null : body;
    }

    private static bool IsModifier(NameText text, int at) =>
        text.Word(at) is "opposition" or "military" && text.IsWord(at + 1)
        && (text.IsCapital(at + 1)
        || text.Word(at + 1) is "leader" or "group" or "groups" or "party" or "parties" or "activist"
            or "activists" or "figure" or "figures" or "leaders" or "base" or "aid" or "intervention" or "action"
            or "support");

    private static (string Name, ActorKind Kind, string Role)? Ministry(NameText text, int at, out int next)
    {
        next = at + 2;
        if (!(text.Word(at + 1) is "ministry" or "Ministry") || !text.IsWord(at))
            return null;
        var topic = text.Word(at).ToString().ToLowerInvariant();
        return Topics.Contains(topic)
            ? ($"{char.ToUpperInvariant(topic[0])}{topic[1..]} Ministry", ActorKind.Government, "GOV") : null;
    }

    // "the army", "security forces": what every state has one of.
    private static (string Name, ActorKind Kind, string Role)? Definite(NameText text, int at, out int next)
    {
        next = at;
        if (!text.IsWord(at) || !Anchors.Contains(text.Word(at))
            || BodyAt(text, at, out next) is not { Kind: not ActorKind.ArmedGroup } body)
            return null;
        var isPlural = text.Word(next - 1) is "forces" or "police" or "authorities" && next - at == 2;
        if (!isPlural && !(text.Word(at - 1) is "the" or "The" or "its" or "their"))
            return null;
        // "the government's critics" is about it; "the police chief", "the army base", "the opposition group" are not.
        return text.IsWord(next) && Compounds.Contains(text.Word(next)) || text.IsDash(next) && text.Touches(next)
            || text.IsCapital(next) ? null : body;
    }

    private static (string Name, ActorKind Kind, string Role)? Forces(NameText text, int at, out int next)
    {
        next = at + 2;
        return text.Word(at + 1) is "forces" or "troops" or "soldiers" or "army" or "tanks" or "warplanes"
            ? ("Armed forces", ActorKind.Military, "MIL")
            : null;
    }

    private static FrozenDictionary<string, (string Name, ActorKind Kind, string Role)> Table()
    {
        var table = new Dictionary<string, (string Name, ActorKind Kind, string Role)>(
            StringComparer.OrdinalIgnoreCase);
        Add(("Government", ActorKind.Government, "GOV"),
            "government", "regime", "authorities", "administration", "cabinet");
        Add(("Parliament", ActorKind.Government, "LEG"), "parliament", "National Assembly", "legislature");
        Add(("Armed forces", ActorKind.Military, "MIL"),
            "army", "military", "troops", "armed forces", "air force", "navy", "soldiers", "forces", "army forces",
            "government forces", "government troops", "regime forces", "warplanes", "tanks");
        Add(("Police and security forces", ActorKind.Police, "COP"), "police", "security forces", "national police");
        Add(("Central bank", ActorKind.Government, "GOV"), "central bank");
        Add(("Supreme Court", ActorKind.Government, "JUD"), "Supreme Court", "high court");
        Add(("Opposition", ActorKind.Opposition, "OPP"), "opposition");
        Add(("Rebels", ActorKind.ArmedGroup, "REB"), "rebels", "insurgents", "guerrillas");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add((string Name, ActorKind Kind, string Role) body, params string[] words)
        {
            foreach (var word in words)
                table.Add(word, body);
        }
    }
}
