// A table: the closed word classes of actor names.
using System.Collections.Frozen;
using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Word classes that tell names of people and organisations apart from other capitalised words.</summary>
internal static class ActorLexicon
{
    /// <summary>Given names.</summary>
    public static readonly WordSet FirstNames = new(ReadFirstNames());

    /// <summary>Family names that stand first in Chinese, Korean and some other names.</summary>
    public static readonly WordSet FamilyFirst = new(Words(
        "Xi Hu Wen Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Zhu Guo He Lin Deng Jiang Bo Zeng Peng Cao " +
        "Xie Luo Liang Song Tang Feng Yu Dong Xiao Cheng Lu Wei Shen Ye Fan Dai Qin Ban Kim Park Roh Chun Moon Yoon " +
        "Choi Jung Ahn Cho"));

    /// <summary>Lower-case parts inside a name.</summary>
    public static readonly WordSet Particles = new(Words(
        "al el as ad ash az ez ul ud bin bint ibn ben abu van von der den de del della di da do dos das du la le " +
        "ter ten zu y e of"));

    /// <summary>Titles that stand before a name, written with a capital there.</summary>
    public static readonly WordSet Titles = new(Words(
        "President Premier Chancellor Minister Prime Vice Deputy First Foreign Defense Defence Interior Finance " +
        "Information Justice Trade Economy Energy Health Education Oil Environment Transport Agriculture Commerce " +
        "Labor Labour Treasury Secretary Secretary-General Undersecretary Under-Secretary Assistant General " +
        "Attorney Solicitor Ambassador Envoy Senator Sen Representative Rep Congressman Congresswoman Governor Gov " +
        "Mayor Councillor Councilman King Queen Prince Princess Crown Emir Sheikh Sheik Sultan Shah Emperor Pope " +
        "Cardinal Archbishop Bishop Father Reverend Rev Rabbi Imam Ayatollah Grand Mullah Sister Brother Saint " +
        "Field Marshal Admiral Rear Vice-Admiral Commodore Brigadier Brig Colonel Col Lieutenant Lt Major Maj " +
        "Captain Capt Commander Cmdr Sergeant Sgt Corporal Private Staff Officer Detective Inspector Superintendent " +
        "Sheriff Chief Commissioner Judge Magistrate Prosecutor Justice Lord Lady Sir Dame Baroness Baron Mr Mrs Ms " +
        "Miss Mister Dr Doctor Professor Prof Gen Chairman Chairwoman Chair Director Managing Executive " +
        "Chief-Executive CEO CFO Spokesman Spokeswoman Speaker Leader Head Captain Coach Special Acting Former Ex " +
        "Interim Supreme Permanent High Press Private Operating Comptroller Controller Investment Marketing " +
        "Technology Bankruptcy Senior Economist Analyst National Security Adviser Advisor Home State Opposition " +
        "Comrade Commandante Comandante Don Hon"));

    /// <summary>Titles after which one name alone is a person.</summary>
    public static readonly WordSet StrongTitles = new(Words(
        "President Premier Chancellor Minister Secretary Ambassador Envoy Senator Sen Congressman Congresswoman " +
        "Governor Gov Mayor King Queen Prince Princess Emir Sheikh Sheik Pope Cardinal Archbishop Bishop Reverend " +
        "Rev Rabbi Imam Ayatollah Mullah Marshal Admiral Brigadier Brig Colonel Col Lieutenant Lt Major Maj Captain " +
        "Capt Commander Cmdr Sergeant Sgt Corporal Inspector Sheriff Commissioner Judge Mr Mrs Ms Miss Dr Professor " +
        "Prof Gen General Spokesman Spokeswoman Sir Lord"));

    /// <summary>Titles that belong to the display name of someone known by one name.</summary>
    public static readonly WordSet Regnal =
        new(Words("King Queen Prince Princess Emir Sheikh Sheik Pope Mullah Ayatollah Imam Father Sister"));

    /// <summary>Nouns for what a person is or does.</summary>
    public static readonly WordSet RoleNouns = new(Words(
        "president premier chancellor minister secretary undersecretary envoy ambassador diplomat spokesman " +
        "spokeswoman spokesperson chief head leader director chairman chairwoman chairperson chair commander " +
        "general colonel captain major lieutenant brigadier admiral marshal sergeant corporal commissioner senator " +
        "governor mayor congressman congresswoman lawmaker legislator deputy representative judge justice " +
        "prosecutor lawyer attorney counsel analyst economist professor lecturer activist dissident doctor surgeon " +
        "physician priest bishop archbishop cardinal pope rabbi imam ayatollah cleric pastor journalist reporter " +
        "author writer editor columnist novelist poet photographer cameraman correspondent coach manager executive " +
        "founder co-founder owner partner strategist trader fellow researcher scientist expert official officer " +
        "adviser advisor aide member candidate contender opponent rival rebel fighter defector soldier policeman " +
        "detective resident farmer teacher student witness victim businessman businesswoman banker entrepreneur " +
        "tycoon billionaire financier investor dealer broker king queen prince princess emir sheikh sultan monarch " +
        "monitor inspector mediator negotiator delegate coordinator organizer organiser historian engineer pilot " +
        "driver guard singer actor actress director-general secretary-general vice-president politician " +
        "ex-president dictator ruler strongman militant suspect gunman guerrilla warlord kingpin trafficker " +
        "supervisor superintendent treasurer comptroller principal dean rector jeweller merchant shopkeeper worker " +
        "nurse paramedic volunteer protester campaigner blogger lobbyist consultant"));

    /// <summary>Verbs of speech.</summary>
    public static readonly WordSet Speech = new(Words(
        "said says told added noted warned insisted argued stated claimed announced declared replied asked " +
        "explained stressed acknowledged complained wrote tweeted testified commented predicted recalled concluded " +
        "conceded admitted urged emphasized reiterated suggested remarked vowed denied"));

    /// <summary>
    /// Words that no name of a person or organisation of ours contains: places, events, works, things.
    /// </summary>
    public static readonly WordSet NotActors = new(Words(
        "Street Avenue Road Boulevard Lane River Mountain Mountains Mount Lake Airport Square Palace Province " +
        "District County Bay Strait Straits Gulf Island Islands Isle Desert Valley Highway Bridge Hill Hills " +
        "Heights Beach Coast Canal Sea Ocean Peninsula Plateau Forest Park Plaza Tower Towers Hotel Stadium Arena " +
        "Cathedral Mosque Prison Camp Fort Port Harbor Harbour Building Hall House Center Centre Museum Theater " +
        "Theatre Library Hospital Cemetery Zone Region City Town Village Day Week Month Year War Wars Spring " +
        "Revolution Uprising Conference Summit Agreement Treaty Accord Accords Act Bill Law Charter Convention " +
        "Conventions Protocol Resolution Amendment Constitution Prize Award Cup Games Olympics Olympic Championship " +
        "Championships Open Tournament Series Bowl Derby Index Rule Plan Pact Declaration Doctrine Initiative " +
        "Program Programme Project Operation Mission Report Review Study Survey Poll Bible Koran Quran Christmas " +
        "Easter Ramadan Internet Web Site Online Page Story Edition Chapter Section Part Phase Age Era Century " +
        "Depression Crisis Affair Case East West North South Eastern Western Northern Southern Middle Central " +
        "Street's Wall Main Story Highlights Photos Video Islam Christianity Judaism English French Arabic Spanish " +
        "Russian Chinese German Islamist Muslim Muslims Christian Christians Jew Jews Jewish Sunni Shiite Shi'ite " +
        "Shia Alawite Kurd Kurds Kurdish Arab Arabs Western Democrat Democrats Republican Republicans Conservatives " +
        "Liberals Communist Communists Socialist Socialists Nazi Nazis Marxist GMT EST EDT Basel Dow Nasdaq Dollar " +
        "Euro Brent Treasuries Ltd Airbus Boeing Reporting Editing Writing Additional Updated Facebook Twitter " +
        "YouTube Companies Retail Advisers Research Show Awards Festival Expo Exhibition Newsroom Europe Asia " +
        "Africa America Investments Insight Facility Aviation Resorts Consulting Solutions Ratings Markets " +
        "Exchange-Traded Futures"));

    /// <summary>Words with a capital that open sentences, and calendar words: never part of a name there.</summary>
    public static readonly WordSet NotNames = new(Words(
        "The A An In On At But And Or So Yet He She It They We You I This That These Those There Here His Her Its " +
        "Their Our My As After Before When While Since If Although Though Because However Meanwhile Also For From " +
        "To With By About According Earlier Later Last Next Some Many Most Several Both All No Not Now Then Thus " +
        "Still Such Under Over What Who Where Why How One Two Three Four Five Six Seven Eight Nine Ten More Less " +
        "Other Another Each Every Even Only Just Once Until During Despite Between Among Against Without Within " +
        "Asked Speaking Officials Police Analysts Is Are Was Were Has Have Had Do Does Did Will Would Can Could May " +
        "Might Must Should Yes Well Instead Moreover Nevertheless Perhaps Like Unlike Amid Around Near Monday " +
        "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September " +
        "October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec " +
        "Today Yesterday Tomorrow Of Off Out Up Down New Old Good Bad Big First Second Third Half U.S U.N U.K EU UN " +
        "US UK Mr Mrs Ms Let Please Editor Photo File Asian European African American Latin Rising Smoke Video " +
        "Opposition Government President Minister Sources Source Read Click"));

    /// <summary>Nouns at the end (or before "of", "for") of organisations' names, with the kind they give.</summary>
    public static readonly FrozenDictionary<string, ActorKind> OrganisationHeads = Heads();

    /// <summary>The kind a head noun gives; null when the word is none.</summary>
    public static ActorKind? HeadKind(ReadOnlySpan<char> word) =>
        OrganisationHeads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var kind) ? kind : null;

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, ActorKind> Heads()
    {
        var heads = new Dictionary<string, ActorKind>(StringComparer.Ordinal);
        Add(heads,
            ActorKind.Government,
            "Ministry Department Cabinet Parliament Senate Assembly Congress Court Tribunal Treasury Directorate " +
            "Secretariat Embassy Consulate Inspectorate Bureau Authority Administration Commission Agency " +
            "Legislature");
        Add(heads, ActorKind.Military, "Army Navy Marines Regiment Corps Command Fleet");
        Add(heads, ActorKind.Police, "Police Constabulary");
        Add(heads,
            ActorKind.ArmedGroup,
            "Brigade Brigades Front Militia Jihad Mujahideen Mujahedeen Battalion Battalions Guerrillas Rebels");
        Add(heads, ActorKind.Party, "Party");
        Add(heads, ActorKind.Ngo, "Watch Observatory Federation Society Charity Crescent Relief");
        Add(heads,
            ActorKind.Company,
            "Inc Corp Corporation Co Company Ltd PLC plc LLC LLP AG SA NV BV SE SpA GmbH Group Holdings Holding " +
            "Industries Bank Bancorp Airlines Airways Motors Motor Capital Securities Partners Technologies Systems " +
            "Pharmaceuticals Energy Petroleum Financial Insurance Electronics Stores Resources Mining Steel Telecom " +
            "Communications Entertainment Pictures Records Networks Brothers Bros Enterprises Foods Chemical " +
            "Chemicals Asset Advisors Management");
        Add(heads,
            ActorKind.Media,
            "Times Post Herald Tribune Journal Gazette Telegraph News Television TV Radio Newspaper Broadcasting");
        Add(heads,
            ActorKind.Organisation,
            "Council Committee Committees Coalition League Union Organization Organisation Movement Association " +
            "Institute Foundation University College School Alliance Network Forum Board Fund Club Church Force " +
            "Forces Exchange Academy Institution Confederation Trust Chamber Conference Guild Synod Panel Group " +
            "Laboratory Service Services Office");
        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, ActorKind> heads, ActorKind kind, string words)
    {
        foreach (var word in Words(words))
            heads.TryAdd(word, kind);
    }

    private static IEnumerable<string> ReadFirstNames() =>
        ActorData.Lines("first-names.txt").SelectMany(line => line.Split(' '));
}
