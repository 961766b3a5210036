using System.Collections.Frozen;

namespace Dateline.Search.Places.Finding;

/// <summary>The words that situate names, and the lists of ordinary words and given names. Table.</summary>
internal static class PlaceWords
{
    private const string Directions = """
        north south east west northern southern eastern western central north-eastern northeast northwest southeast
        southwest northeastern northwestern southeastern southwestern upper lower greater inner outer downtown mid
        uptown rural coastal nearby neighbouring neighboring
        """;

    private const string RegionNouns = """
        province provinces governorate governorates region regions state states county counties oblast prefecture
        canton department parish republic territory territories division shire borough boroughs
        """;

    private const string CityNouns = """
        city cities town towns village villages hamlet hamlets township municipality capital port resort settlement
        settlements outpost hometown commune
        """;

    private const string DistrictNouns = """
        neighborhood neighborhoods neighbourhood neighbourhoods district districts suburb suburbs quarter quarters
        area areas camp camps ward wards enclave sector slum slums subdistrict crossing island islands base airport
        """;

    private const string Roles = """
        president prime premier minister foreign mayor governor gov senator sen representative rep ambassador envoy
        embassy consulate government parliament central supreme secretary king queen prince chief police army troops
        officials official spokesman spokeswoman correspondent bureau attorney congressman congresswoman lawmaker
        lawmakers opposition state national federal district defense defence finance interior justice health oil
        energy economy trade deputy vice general military navy air ministry court high senate house congress dollar
        treasury treasuries stocks democrat democrats republican republicans mps mp sheriff judge coach native
        resident crisis war conflict talks election elections peace summit conference
        """;

    private const string OrganisationNouns = """
        university college school institute post times globe herald tribune journal news television tv radio bank
        bancorp airlines airways inc corp corporation co company ltd plc llc group holdings united fc afc ac sc stock
        exchange motors motor press gazette chronicle star sun review telegraph independent inquirer dispatch examiner
        courier rangers giants yankees lakers rockets bulls bears lions tigers dodgers mets jets knicks celtics sox
        cubs eagles patriots steelers ravens colts broncos cowboys texans saints packers vikings dolphins bengals
        browns titans chargers raiders 49ers seahawks falcons panthers buccaneers cardinals cavaliers pistons pacers
        hawks bucks heat magic wizards hornets grizzlies pelicans spurs mavericks nuggets jazz suns kings clippers
        warriors blazers thunder timberwolves raptors nets 76ers phillies braves marlins nationals orioles rays royals
        twins astros athletics mariners angels padres rockies diamondbacks brewers pirates reds hospital church
        cathedral museum library foundation center centre institution association society club council committee
        commission authority agency hotel theater theatre orchestra symphony opera ballet academy partners capital
        securities investments insurance pharmaceuticals steel petroleum mobile telecom electric brewery festival
        marathon cup league avenue street st road rd ave boulevard blvd drive dr lane highway bridge park square hall
        stadium arena building tower street's award awards prize act saint treaty convention conventions protocol
        accord accords agreement declaration sauce fries cheese wine
        """;

    private const string Locatives =
        "in at near from outside inside around across within throughout into toward towards to between via leaving " +
        "visiting through";

    private const string SpeechVerbs = """
        said says say warned warns insisted insists denied denies rejected rejects accused accuses urged urges opposed
        opposes announced announces has have had would will wants wanted argued argues agreed agrees refused refuses
        vowed vows pledged believes believed condemned condemns backed backs blames blamed hopes hoped called calls
        remains was fears feared considers
        """;

    private const string Particles = "al el ash as ad ar an at az es ez ed er bin ibn abu de del der den di da du la "
        + "le les los las von van ul ur e y of the and au aux sur am";

    private const string PersonTitles = """
        mr mrs ms miss dr prof sir dame lord lady sheikh sheik president minister general gen colonel col captain capt
        lieutenant lt sergeant sgt major brigadier commander admiral senator sen representative rep congressman
        congresswoman judge justice king queen prince princess pope bishop archbishop cardinal rabbi imam ayatollah
        reverend rev brother sister uncle aunt officer detective inspector actress actor singer author coach saint
        secretary chancellor ambassador
        """;

    private const string TimeWords = """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december today yesterday tomorrow tonight mon tue wed thu fri sat sun jan feb mar
        apr jun jul aug sep sept oct nov dec
        """;

    private const string OrganisationHeads = """
        bank university institute college church academy museum society association court house school bishop duke earl
        archbishop cardinal prince princess duchess declaration treaty battle cathedral department ministry board
        """;

    private const string Unplaceable = """
        jihad congress federal supreme christmas easter arabic islamic university college school council triangle
        internet
        parliament catholic muslim christian jewish olympic olympics god allah mass independence liberty union
        constitution army navy republican democrat democratic conservative labour liberal earth moon mars sun web
        facebook twitter google apple
        """;

    private const string Events = """
        killed kill kills killing killings murder murdered murders slain assassinated assassination assassinations
        assassinate attack attacked attacks attacking ambush ambushed bomb bombs bombed bombing bombings blast blasts
        explosion explosions exploded detonated dynamited dynamite shot shooting shootings gunned gunfire gunbattle
        gunbattles fired clash clashes clashed fighting fought battle battles battled combat skirmish skirmishes
        shelling
        shelled bombardment bombarded pounded strafed airstrike airstrikes raid raids raided stormed seized captured
        overran kidnapped kidnapping abducted abduction massacre massacred massacres wounded injured died dead deaths
        arrested arrests detained executed execution sabotage sabotaged destroyed damaged burned blaze arson crash
        crashed collapsed derailed earthquake quake flood floods flooding tornado hurricane cyclone drowned robbed
        robbery stabbed stabbing raped rioting riots riot protest protests protested demonstration demonstrations
        demonstrators rallied marched violence unrest offensive crackdown siege besieged invaded invasion evacuated
        accident occurred hijacked looted ransacked set hurled planted blown placed torched mortar grenade grenades
        conflict war uprising uprisings rebellion coup swept entered terrorism terrorists guerrillas subversives
        """;

    private const string Occasions = """
        met meeting meet summit talks conference election elections voted vote opened inaugurated visited visit
        arrived ceremony festival trial sentenced charged hearing launched signed held game match tournament concert
        wedding funeral fire storm strike deployed took
        """;

    private const string Statements = """
        said says told tells speaking spoke statement statements interview interviewed reporters announced telephone
        reporting reported reports news journalists correspondent communique stated remarks speech press briefing
        """;

    private const string LocalBodies = """
        police sheriff council commission commissioners commissioner court courthouse fire firefighters school schools
        district board jail library hospital legislature assembly patrol authority supervisors prosecutor prosecutors
        rescue aldermen selectmen selectman township mayor airport
        """;

    private const string Nearness = "near outside beyond around";

    private const string Abbreviations = """
        st mt ft saint mount fort mr mrs ms dr gen col sgt lt capt gov sen rep rev jr sr prof no inc corp co ltd vs
        maj brig adm ave
        """;

    private const string DistanceUnits = "km kms kilometre kilometres kilometer kilometers mile miles metres meters";

    private static readonly FrozenDictionary<string, WordClass> Classes = Build();
    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> ClassLookup =
        Classes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Common =
        ReadList("common-words.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Given =
        ReadList("given-names.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Classes of a folded word.</summary>
    public static WordClass ClassOf(ReadOnlySpan<char> folded) =>
        ClassLookup.TryGetValue(folded, out var found) ? found : WordClass.None;

    /// <summary>True for words that news writes in lower case unless a sentence begins.</summary>
    public static bool IsCommon(ReadOnlySpan<char> folded) => Common.Contains(folded);

    /// <summary>True for given names.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> folded) => Given.Contains(folded);

    private static FrozenDictionary<string, WordClass> Build()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        Add(Directions, WordClass.Direction);
        Add(RegionNouns, WordClass.RegionNoun);
        Add(CityNouns, WordClass.CityNoun);
        Add(DistrictNouns, WordClass.DistrictNoun);
        Add(Roles, WordClass.Role);
        Add(OrganisationNouns, WordClass.OrganisationNoun);
        Add(Locatives, WordClass.Locative);
        Add(SpeechVerbs, WordClass.SpeechVerb);
        Add(Particles, WordClass.Particle);
        Add(PersonTitles, WordClass.PersonTitle);
        Add(TimeWords, WordClass.TimeWord);
        Add(OrganisationHeads, WordClass.OrganisationHead);
        Add(Nearness, WordClass.Nearness);
        Add(Unplaceable, WordClass.Unplaceable);
        Add(Abbreviations, WordClass.Abbreviation);
        Add(Events, WordClass.Event);
        Add(Occasions, WordClass.Occasion);
        Add(Statements, WordClass.Statement);
        Add(LocalBodies, WordClass.LocalBody);
        Add(DistanceUnits, WordClass.DistanceUnit);
        Add("the a an this that", WordClass.Article);
        return classes.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string words, WordClass kind)
        {
            foreach (var word in words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                classes[word] = classes.GetValueOrDefault(word) | kind;
        }
    }

    private static FrozenSet<string> ReadList(string resource)
    {
        using var stream = typeof(PlaceWords).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list '{resource}' is not in the assembly.");
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
            words.Add(line);
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
