// A table: CAMEO, PLOVER and ACLED codes.
using System.Collections.Frozen;
using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// Codes of actors in three public schemes. CAMEO (Schrodt and Yilmaz, codebook 1.1b3): groups of three letters,
/// country or kind of international actor first, then roles. PLOVER (its successor): the same shape, other roles; where
/// CAMEO has MED for media and HLH for health, PLOVER has JRN and MED, and insurgents and separatists are rebels. ACLED
/// (codebook): one of eight kinds.
/// </summary>
internal static class ActorCodes
{
    private const int GroupLength = 3;

    private static readonly FrozenSet<string> InternationalKinds = new[] { "IGO", "NGO", "MNC", "IMG", "INT" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>CAMEO role: PLOVER role ("" for none) and ACLED kind.</summary>
    private static readonly FrozenDictionary<string, (string Plover, AcledActorType Acled)> Roles =
        new Dictionary<string, (string, AcledActorType)>
        {
            ["GOV"] = ("GOV", AcledActorType.StateForces),
            ["MIL"] = ("MIL", AcledActorType.StateForces),
            ["COP"] = ("COP", AcledActorType.StateForces),
            ["SPY"] = ("SPY", AcledActorType.StateForces),
            ["JUD"] = ("JUD", AcledActorType.StateForces),
            ["LEG"] = ("LEG", AcledActorType.StateForces),
            ["REB"] = ("REB", AcledActorType.RebelGroups),
            ["INS"] = ("REB", AcledActorType.RebelGroups),
            ["SEP"] = ("REB", AcledActorType.RebelGroups),
            ["UAF"] = ("UAF", AcledActorType.PoliticalMilitias),
            ["CRM"] = ("CRM", AcledActorType.PoliticalMilitias),
            ["IMG"] = ("IMG", AcledActorType.RebelGroups),
            ["OPP"] = ("OPP", AcledActorType.Civilians),
            ["PTY"] = ("PTY", AcledActorType.Civilians),
            ["AGR"] = ("AGR", AcledActorType.Civilians),
            ["BUS"] = ("BUS", AcledActorType.Civilians),
            ["MNC"] = ("MNC", AcledActorType.Civilians),
            ["CVL"] = ("CVL", AcledActorType.Civilians),
            ["EDU"] = ("EDU", AcledActorType.Civilians),
            ["ELI"] = ("ELI", AcledActorType.Civilians),
            ["HLH"] = ("MED", AcledActorType.Civilians),
            ["MED"] = ("JRN", AcledActorType.Civilians),
            ["LAB"] = ("LAB", AcledActorType.Civilians),
            ["REF"] = ("REF", AcledActorType.Civilians),
            ["DEV"] = ("", AcledActorType.Civilians),
            ["ENV"] = ("", AcledActorType.Civilians),
            ["HRI"] = ("", AcledActorType.Civilians),
            ["NGO"] = ("NGO", AcledActorType.Civilians),
            ["UNO"] = ("UNO", AcledActorType.ExternalForces),
            ["IGO"] = ("IGO", AcledActorType.ExternalForces),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words of a person's role: CAMEO role.</summary>
    private static readonly FrozenDictionary<string, string> RoleWords = Table(
        ("REB", "rebel insurgent guerrilla militant"),
        ("MIL", "general colonel major captain lieutenant brigadier admiral marshal sergeant corporal soldier army "
            + "military navy"),
        ("COP", "police policeman detective sheriff"),
        ("JUD", "judge justice prosecutor magistrate"),
        ("LEG", "senator lawmaker legislator congressman congresswoman deputy"),
        ("GOV", "president premier chancellor minister governor mayor king queen emir sultan ambassador diplomat"),
        ("MED", "journalist reporter editor columnist correspondent photographer cameraman blogger"),
        ("EDU", "professor lecturer teacher student"),
        ("HLH", "doctor surgeon physician nurse paramedic"),
        ("CVL", "activist campaigner resident protester villager dissident"));

    /// <summary>
    /// CAMEO code that a role's first telling word gives, with the country the role names; null when none does.
    /// </summary>
    public static string? OfRole(string? role)
    {
        if (role is null)
            return null;
        var country = "";
        string? code = null;
        foreach (var word in NameText.FoldedWords(role))
        {
            if (country.Length == 0 && Countries.Shared.ByName(word) is { } named)
                country = named.Code;
            if (word is "former" or "ex" or "retired" or "who")
                return null;
            code ??= RoleWords.GetValueOrDefault(word.ToLowerInvariant());
        }

        return code is null ? null : country + code;
    }

    private static FrozenDictionary<string, string> Table(params (string Code, string Words)[] rows) => rows
        .SelectMany(static row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Code)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>CAMEO code of a body by type and country; null for persons and bodies of unknown type.</summary>
    public static string? Cameo(ActorKind kind, Country? country) => kind switch
    {
        ActorKind.Government => country is null ? null : country.Code + "GOV",
        ActorKind.Military => country is null ? null : country.Code + "MIL",
        ActorKind.Police => country is null ? null : country.Code + "COP",
        ActorKind.ArmedGroup => (country?.Code ?? "") + "REB",
        ActorKind.Party => (country?.Code ?? "") + "PTY",
        ActorKind.Opposition => (country?.Code ?? "") + "OPP",
        ActorKind.InternationalOrganisation => "IGO",
        ActorKind.Ngo => country is null ? "NGO" : country.Code + "CVL",
        ActorKind.Company => (country?.Code ?? "") + "BUS",
        ActorKind.Media => (country?.Code ?? "") + "MED",
        ActorKind.Population => (country?.Code ?? "") + "CVL",
        _ => null,
    };

    /// <summary>PLOVER code for a CAMEO one: country or international kind, then the first role PLOVER has.</summary>
    public static string? Plover(string? cameo)
    {
        if (cameo is not { Length: >= GroupLength })
            return null;
        var first = cameo[..GroupLength];
        var head = Roles.ContainsKey(first) && !InternationalKinds.Contains(first) ? "" : first;
        for (var at = head.Length; at + GroupLength <= cameo.Length; at += GroupLength)
        {
            if (Roles.TryGetValue(cameo.Substring(at, GroupLength), out var role) && role.Plover.Length > 0)
                return head + role.Plover;
        }

        return head.Length > 0 ? head : null;
    }

    /// <summary>
    /// ACLED's kind for a CAMEO code, else for a type; null for persons of no code and bodies of unknown type.
    /// </summary>
    public static AcledActorType? Acled(string? cameo, ActorKind kind)
    {
        if (cameo is { Length: >= GroupLength } && !cameo.StartsWith("IGO", StringComparison.Ordinal))
        {
            for (var at = 0; at + GroupLength <= cameo.Length; at += GroupLength)
            {
                if (Roles.TryGetValue(cameo.Substring(at, GroupLength), out var role))
                    return kind == ActorKind.ArmedGroup && role.Acled == AcledActorType.Civilians
                        ? AcledActorType.PoliticalMilitias : role.Acled;
            }
        }

        return kind switch
        {
            ActorKind.Government or ActorKind.Military or ActorKind.Police => AcledActorType.StateForces,
            ActorKind.ArmedGroup => AcledActorType.RebelGroups,
            ActorKind.InternationalOrganisation => AcledActorType.ExternalForces,
            ActorKind.Person => cameo?.StartsWith("IGO", StringComparison.Ordinal) == true
                ? AcledActorType.ExternalForces : null,
            ActorKind.Organisation => null,
            _ => AcledActorType.Civilians,
        };
    }
}
