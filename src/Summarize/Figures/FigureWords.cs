using System.Collections.Frozen;

namespace Dateline.Summarize.Figures;

/// <summary>
/// The closed words that figures are read with, in small letters. A table. Its nouns for people and things were
/// collected from general English; nothing is listed for one text.
/// </summary>
internal static class FigureWords
{
    private static readonly (WordClass Class, string Words)[] Table =
    [
        (WordClass.Be,
            "is are was were be been being 's 're got gets getting remain remained remains"),
        (WordClass.Have, "has have had having 've"),
        (WordClass.Modal, "could would may might can will should must cannot shall"),
        (WordClass.Negation, "no not nobody none neither nor never without n't"),
        (WordClass.Preposition,
            "of in on at by from with to for into near across during after before against between among "
            + "amid around under over through throughout along inside outside within since until via per as "
            + "than toward towards off onto upon aboard including despite following because about when "
            + "while where whereas"),
        (WordClass.Definite, "the this that these those his her its their our my your whose"),
        (WordClass.Indefinite, "a an"),
        (WordClass.Conjunction, "and or but plus &"),
        (WordClass.Relative, "who which that whom whose"),
        (WordClass.Pronoun, "he she it they them him himself herself themselves we us i you"),
        (WordClass.Adverb,
            "also reportedly allegedly apparently already later then again still only just now seriously "
            + "badly slightly critically severely brutally lightly gravely fatally instantly immediately "
            + "subsequently since recently probably presumably confirmed reported believed feared thought "
            + "said known found officially yesterday today both all either even finally simultaneously "
            + "together meanwhile previously to"),
        (WordClass.Verb,
            "said says say told tells reported reports added adding announced claimed claims stated "
            + "attacked attacks entered took takes take taken taking made makes make went goes go came "
            + "comes come began begins started start exploded hit hits struck fired opened stormed raided "
            + "ambushed clashed fought gathered marched protested demanded demonstrated joined used using "
            + "planted placed threw seized carried carrying participated led gave ordered called calls set "
            + "blew believed accused condemned denied confirmed intercepted travelling traveling riding "
            + "wearing driving working living waiting armed dressed stopped continued return returned "
            + "arrived left leaves leave burned destroyed damaged operated belonged belonging appeared "
            + "appears looking involved involving caused causes causing occurred happened resulted "
            + "resulting include includes included met held hold holds voted sentenced sent send received "
            + "approached shouted walked ran lost loses tried crossed do does did done wants wanted want "
            + "need needs face faces faced fell wrote identified linked posted reached won allowed marked "
            + "stood stand sits sat became become becomes remained staged deployed deploy serve served "
            + "serving stationed based trained"),
        (WordClass.People,
            "people persons civilians soldiers troops policemen policewomen police officers children "
            + "women men boys girls rebels militants gunmen protesters protestors demonstrators students "
            + "workers peasants guerrillas terrorists subversives priests jesuits villagers residents "
            + "members fighters insurgents activists journalists passengers tourists migrants refugees "
            + "prisoners inmates peacekeepers families victims patients miners farmers citizens individuals "
            + "nationals foreigners americans spaniards syrians iraqis israelis palestinians afghans "
            + "libyans egyptians turks kurds russians chinese indians pakistanis colombians salvadorans "
            + "peruvians europeans colonels generals lieutenants sergeants guards bodyguards sailors pilots "
            + "marines paratroopers servicemen personnel recruits conscripts cadets commandos agents "
            + "officials judges mayors candidates leaders commanders politicians lawmakers deputies "
            + "councilmen ministers employees staff drivers crew crewmen fishermen teachers nuns monks "
            + "worshippers worshipers pilgrims mourners shoppers bystanders passersby pedestrians "
            + "spectators fans youths youngsters teenagers infants babies toddlers kids adults elders "
            + "relatives relations brothers sisters sons daughters wives spouses parents couples tribesmen "
            + "bombers attackers assailants hostages captives detainees suspects criminals traffickers "
            + "smugglers pirates looters rioters extremists islamists jihadists separatists militiamen "
            + "combatants defectors deserters opponents dissidents supporters sympathizers sympathisers "
            + "loyalists monitors observers inspectors experts doctors nurses medics paramedics rescuers "
            + "firefighters firemen volunteers contractors engineers technicians labourers laborers "
            + "unionists professors academics artists musicians customers guests visitors campers "
            + "households homeless orphans widows survivors evacuees others dead wounded injured "
            + "businessmen businesspeople merchants traders lawyers clergymen missionaries seminarians "
            + "hundreds thousands dozens scores troopers rangers gendarmes insurrectionists contras "
            + "sandinists servants gangsters dealers thieves robbers hooligans prostitutes maids cooks"),
        (WordClass.Person,
            "person civilian soldier policeman policewoman officer child woman man boy girl rebel "
            + "militant gunman protester protestor demonstrator student worker peasant guerrilla terrorist "
            + "subversive priest jesuit villager resident member fighter insurgent activist journalist "
            + "passenger tourist migrant refugee prisoner inmate peacekeeper victim patient miner farmer "
            + "citizen individual national foreigner colonel general lieutenant sergeant guard bodyguard "
            + "sailor pilot marine paratrooper serviceman recruit conscript cadet commando agent official "
            + "judge mayor candidate leader commander politician lawmaker deputy councilman minister "
            + "employee driver crewman fisherman teacher nun monk worshipper pilgrim bystander passerby "
            + "pedestrian spectator fan youth youngster teenager infant baby toddler adult elder relative "
            + "brother sister son daughter wife husband spouse parent bomber attacker assailant hostage "
            + "detainee suspect criminal trafficker smuggler pirate looter rioter extremist militiaman "
            + "combatant defector deserter opponent dissident supporter loyalist observer inspector doctor "
            + "nurse medic paramedic rescuer firefighter volunteer contractor engineer technician labourer "
            + "laborer unionist professor academic artist customer guest visitor survivor businessman "
            + "merchant trader lawyer clergyman missionary seminarian trooper ranger gendarme corporal "
            + "captain major niece nephew mother father neighbor neighbour maid cook servant watchman "
            + "ambassador senator congressman governor reporter cameraman photographer other another bishop "
            + "archbishop nanny housekeeper secretary president director rector"),
        (WordClass.Thing,
            "seconds second minutes minute hours hour days day weeks week months month years year decades "
            + "decade nights night percent pct % per cent points kilometers kilometres kilometer km miles "
            + "mile meters metres meter m feet foot inches yards hectares acres tons tonnes ton kilos "
            + "kilograms kg kilogram pounds litres liters barrels gallons degrees dollars euros yuan rupees "
            + "rubles roubles pesos yen cents times time rounds votes seats goals games matches houses "
            + "homes buildings shops vehicles cars trucks buses bus tanks aircraft planes helicopters jets "
            + "ships boats rockets missiles grenades rifles guns weapons pistols bullets shells cartridges "
            + "bombs mines mortars cities towns villages provinces districts departments states countries "
            + "nations regions neighborhoods neighbourhoods parts areas sites stations bases schools "
            + "hospitals churches mosques hotels banks offices charges counts cases reasons ways things "
            + "steps questions documents letters statements reports a.m p.m am pm gmt hrs sides groups "
            + "parties organisations organizations companies firms units brigades battalions elections laws "
            + "issues topics measures stages phases pages towers pipelines bridges roads billion million "
            + "trillion half third quarter fifth fourth gas oil water bpd jobs articles stories interviews messages "
            + "calls "
            + "helicopter plane airplane aircraft vehicle car truck bus tank jet airliner ship boat house bridge "
            + "bomb missile rocket"),
        (WordClass.Force,
            "troops soldiers peacekeepers marines paratroopers servicemen personnel observers monitors "
            + "policemen servicewomen troopers reservists"),
        (WordClass.Event,
            "attacks bombings explosions blasts demonstrations protests rallies clashes raids airstrikes "
            + "strikes kidnappings shootings riots incidents massacres ambushes assaults abductions "
            + "violations sorties marches"),
        (WordClass.Reach,
            "reached reaches reaching rose rises risen rising stands stood climbed climbs climbing "
            + "surpassed surpasses passed passes exceeded exceeds topped tops hit grew grown increased "
            + "jumped soared has have had is was were be been at to of put puts totalled totaled totals "
            + "numbered estimated said says now currently already up over more bringing raised raising "
            + "brought stand mounted swelled doubled"),
        (WordClass.Toll, "toll tolls tally number numbers count total figure"),
        (WordClass.Unreal,
            "if unless threatened threatening threatens threat fear fears feared plan plans planned "
            + "planning plotted plotting tried trying attempted attempting attempt attempts wants vowed "
            + "risk risks potentially try warned"),
    ];

    private static readonly FrozenDictionary<string, WordClass> Classes = Build();

    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Classes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The classes of a word in small letters.</summary>
    public static WordClass Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var found) ? found
        : WordClass.None;

    private static FrozenDictionary<string, WordClass> Build()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var (type, words) in Table)
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                classes[word] = classes.GetValueOrDefault(word) | type;
        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
