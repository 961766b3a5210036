using System.Collections.Frozen;

namespace Dateline.Summarize.Speech;

/// <summary>
/// Common nouns that can speak: persons, bodies of persons, and what persons wrote. Persons are mostly known by how the
/// word ends ("farmer", "economist"); the lists have what endings do not tell.
/// </summary>
internal static class SpeakerNouns
{
    private const int LeastStem = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Lookup(
        // persons
        "people person persons man men woman women boy girl child children mother father parent brother sister "
        + "son daughter wife husband widow uncle aunt cousin friend family relative aide ally critic expert "
        + "chief head boss guard king queen prince princess pope bishop archbishop priest imam cleric monk nun "
        + "rabbi judge justice sheriff president resident student activist candidate advocate deputy envoy "
        + "diplomat spokesperson captain general colonel sergeant admiral marshal soldier cop guerrilla rebel "
        + "dissident official analyst source insider executive representative delegate associate colleague "
        + "patient victim suspect witness client professor pilot nurse doctor surgeon scientist attorney "
        + "prosecutor defendant plaintiff neighbour neighbor migrant refugee citizen civilian servant agent "
        + "tenant accountant consultant assistant commandant lieutenant attendant combatant participant "
        + "protestant immigrant applicant occupant informant inhabitant merchant giant opponent proponent "
        + "correspondent superintendent respondent adherent student agent patient chairman chairwoman chair "
        + "columnist native veteran mogul tycoon magnate coach athlete star hero survivor professional "
        + "specialist candidate contender hopeful rival surrogate secretary dean rector provost clerk chef cook "
        + "guest host juror fugitive convict captive detainee inmate hostage militant jihadist islamist "
        + "conservative liberal progressive moderate democrat republican socialist communist nationalist "
        + "loyalist "
        // bodies
        + "group government ministry department agency bureau office authority council committee commission "
        + "court tribunal parliament congress senate assembly cabinet administration regime junta state country "
        + "nation city town village community company firm bank corporation business industry union association "
        + "federation confederation league alliance coalition movement party opposition organisation "
        + "organization charity foundation fund institute institution university school college hospital church "
        + "team club network channel station broadcaster newspaper paper daily weekly magazine journal media "
        + "press outlet website service site blog police army navy military militia force forces troops command "
        + "brigade battalion guard patrol unit squad campaign camp side crowd public staff crew management "
        + "leadership board panel jury body bloc wing faction arm branch embassy consulate mission delegation "
        + "household clergy intelligence airline carrier lender retailer brokerage operator regulator watchdog "
        + "exchange utility startup monitor partnership conglomerate consortium syndicate giant venture "
        + "cooperative cartel gang tribe clan majority minority half third quarter "
        // what persons wrote or published
        + "report statement study survey poll census review letter email e-mail memo memorandum note document "
        + "documents records filing lawsuit complaint suit indictment affidavit petition ruling verdict judgment "
        + "judgement opinion resolution declaration communique bulletin article story editorial column book "
        + "memoir biography transcript testimony tweet message video audit inquiry investigation analysis "
        + "research data figures statistics estimate forecast index calculation account dispatch cable press "
        + "release announcement advisory prospectus constitution law");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotPersons = Lookup(
        "other another number power matter weather water winter summer paper order border letter chapter "
        + "corner centre center theater theatre computer disaster shelter quarter layer meter liter copper "
        + "silver timber rubber tower shower flower river factor sector mirror error terror horror motor tractor "
        + "reactor indicator list mist twist exist assist insist resist consist encounter transfer offer answer "
        + "cover buffer barrier carrier-based tanker freighter trailer poster register counter dinner supper "
        + "paper trigger danger hunger anger finger cancer fever container filter printer server semester "
        + "master-plan chamber charter quarter-final november december october september labour labor honor "
        + "honour harbour harbor odor color colour flavor favor favour vapor humor rumor tumor monitoring "
        + "computer corridor door floor moor interior exterior behavior behaviour prior wonder thunder murder "
        + "order gender tender slaughter laughter newsletter");

    private static readonly string[] PersonEndings =
        ["er", "or", "ist", "ian", "man", "men", "woman", "women", "eer", "ee", "ess", "crat", "naut"];

    /// <summary>True for a noun that can speak, in singular or plural.</summary>
    public static bool Speaks(ReadOnlySpan<char> noun)
    {
        if (noun.Contains('-') && !Known.Contains(noun)) noun = noun[(noun.LastIndexOf('-') + 1)..];
        if (Known.Contains(noun) || IsPerson(noun)) return true;
        if (noun.Length < 4 || noun[^1] is not ('s' or 'S')) return false;
        if (Known.Contains(noun[..^1]) || IsPerson(noun[..^1])) return true;
        if (noun.EndsWith("ies", StringComparison.OrdinalIgnoreCase)) return Known.Contains($"{noun[..^3]}y");
        return noun.EndsWith("es", StringComparison.OrdinalIgnoreCase) && Known.Contains(noun[..^2]);
    }

    private static bool IsPerson(ReadOnlySpan<char> noun)
    {
        if (NotPersons.Contains(noun)) return false;
        foreach (var ending in PersonEndings)
            if (noun.Length >= ending.Length + LeastStem
                && noun.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
