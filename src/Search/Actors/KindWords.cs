// A table: common nouns that say what kind of organisation a name is.
using System.Collections.Frozen;
using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// Common nouns for organisations, as they stand before a name ("the rebel group X", "carmaker X") or in apposition
/// after it ("X, a Shi'ite militia").
/// </summary>
internal static class KindWords
{
    private static readonly FrozenDictionary<string, ActorKind> Nouns = Table();

    private static readonly WordSet GroupNouns = new(
        ["group", "groups", "organisation", "organization", "movement", "faction", "network", "cell", "front", "wing",
         "body", "bloc", "coalition", "alliance", "umbrella", "outfit", "force", "forces", "organisations",
         "organizations"]);

    private static readonly FrozenDictionary<string, ActorKind> GroupModifiers = Modifiers();

    /// <summary>
    /// The kind that a noun phrase tells, its last telling noun deciding: "the country's largest rebel group". Null
    /// when it tells none.
    /// </summary>
    /// <param name="text">The field.</param>
    /// <param name="first">First token of the phrase.</param>
    /// <param name="next">Token after it.</param>
    public static ActorKind? Of(NameText text, int first, int next)
    {
        var lookup = Nouns.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = next - 1; at >= first; at--)
        {
            if (lookup.TryGetValue(text.Word(at), out var kind))
                return kind;
            if (GroupNouns.Contains(text.Word(at)))
                return Modified(text, first, at);
        }

        return null;
    }

    // "opposition umbrella group", "human rights group": what stands before the empty noun tells.
    private static ActorKind? Modified(NameText text, int first, int noun)
    {
        var lookup = GroupModifiers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = noun - 1; at >= first && noun - at <= 4; at--)
        {
            if (lookup.TryGetValue(text.Word(at), out var kind))
                return kind;
        }

        return null;
    }

    private static FrozenDictionary<string, ActorKind> Table()
    {
        var table = new Dictionary<string, ActorKind>(StringComparer.OrdinalIgnoreCase);
        Add(table, ActorKind.Company,
            "company firm carmaker automaker truckmaker airline carrier bank lender insurer reinsurer "
            + "retailer grocer maker producer manufacturer brokerage broker miner drugmaker chipmaker "
            + "planemaker shipbuilder steelmaker brewer distiller conglomerate utility supermarket bookmaker "
            + "startup start-up supplier developer refiner refinery exporter contractor consultancy operator "
            + "provider homebuilder builder shipper distributor wholesaler multinational subsidiary affiliate "
            + "bourse chain processor trader subsidiary corporation biotech telecoms telecom custodian "
            + "underwriter fund cooperative casino hotelier");
        Add(table, ActorKind.ArmedGroup,
            "militia militias insurgents guerrillas rebels separatists militants cartel gang mafia insurgency "
            + "paramilitaries brigade battalion jihadists");
        Add(table, ActorKind.Party, "party");
        Add(table, ActorKind.Media,
            "newspaper broadcaster daily weekly magazine tabloid station publication newswire website blog");
        Add(table, ActorKind.Ngo,
            "charity watchdog think-tank nonprofit non-profit foundation NGO union unions lobby federation "
            + "campaigners institute think");
        Add(table, ActorKind.Government,
            "ministry regulator regulators department parliament legislature court agency authority bureau "
            + "senate");
        Add(table, ActorKind.Police, "police");
        Add(table, ActorKind.Military, "army navy military");
        Add(table, ActorKind.Organisation, "club team side university college school hospital church");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, ActorKind> Modifiers()
    {
        var table = new Dictionary<string, ActorKind>(StringComparer.OrdinalIgnoreCase);
        Add(table, ActorKind.ArmedGroup,
            "rebel militant insurgent guerrilla armed terrorist terror separatist Islamist extremist jihadist "
            + "paramilitary subversive leftist rightist Maoist drug criminal");
        Add(table, ActorKind.Opposition, "opposition dissident pro-democracy anti-government");
        Add(table, ActorKind.Ngo,
            "rights aid advocacy activist campaign environmental humanitarian relief monitoring conservation "
            + "consumer lobby trade industry labor labour research civic community");
        Add(table, ActorKind.Company,
            "financial banking mining media retail energy industrial investment insurance luxury chemicals "
            + "oil gas steel telecoms telecommunications engineering food");
        Add(table, ActorKind.Media, "news television TV radio");
        Add(table, ActorKind.Party, "political parliamentary");
        Add(table, ActorKind.Police, "security");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, ActorKind> table, ActorKind kind, string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            table.TryAdd(word, kind);
    }
}
