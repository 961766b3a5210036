using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>
/// Common nouns by which a text says what a name stands for ("Aisby is a village", "the band Blur", "Hancock Brook").
/// A table of plain vocabulary; plurals are formed by rule.
/// </summary>
internal static class KindNouns
{
    private const string Persons =
        "actor|actress|activist|adviser|advisor|admiral|aide|analyst|architect|artist|artiste|assassin|astronaut|" +
        "astronomer|athlete|attorney|aunt|author|bishop|biologist|boxer|boy|broadcaster|brother|businessman|" +
        "businesswoman|captain|champion|chancellor|chemist|chief|cleric|coach|colonel|columnist|comedian|commander|" +
        "composer|congressman|congresswoman|cousin|cricketer|critic|cyclist|dancer|daughter|defector|designer|" +
        "dictator|diplomat|director|dissident|doctor|driver|drummer|duke|economist|editor|emperor|engineer|envoy|" +
        "executive|explorer|farmer|father|fighter|filmmaker|footballer|founder|friend|general|girl|goalkeeper|golfer|" +
        "governor|guitarist|historian|husband|inventor|jockey|journalist|judge|king|lawmaker|lawyer|leader|" +
        "lieutenant|lyricist|magistrate|man|manager|mathematician|mayor|midfielder|minister|missionary|model|monk|" +
        "mother|musician|nephew|niece|novelist|nurse|officer|official|owner|painter|philosopher|photographer|" +
        "physician|physicist|pianist|pilot|pitcher|player|playwright|poet|politician|pope|premier|presenter|" +
        "president|priest|prince|princess|prisoner|producer|professor|programmer|psychologist|queen|rabbi|racer|" +
        "rapper|reporter|researcher|resident|rider|runner|saint|scholar|scientist|screenwriter|sculptor|secretary|" +
        "senator|sergeant|singer|sister|skier|soldier|son|songwriter|spokesman|spokeswoman|spokesperson|striker|" +
        "student|suspect|swimmer|teacher|theologian|uncle|veteran|vicar|victim|vocalist|widow|wife|winger|witness|" +
        "woman|wrestler|writer";

    private const string Organisations =
        "academy|administration|agency|airline|alliance|army|assembly|association|authority|band|bank|battalion|" +
        "board|brewery|brigade|broadcaster|bureau|cabinet|cartel|chamber|charity|choir|church|club|coalition|college|" +
        "commission|committee|company|confederation|conglomerate|congress|consortium|consultancy|corporation|council|" +
        "court|daily|department|directorate|division|duo|ensemble|exchange|faction|faculty|federation|firm|force|" +
        "forum|foundation|front|gang|government|group|guild|hospital|institute|institution|insurer|journal|" +
        "label|league|legislature|lender|magazine|maker|manufacturer|militia|ministry|movement|network|" +
        "newspaper|office|orchestra|organisation|organization|parliament|party|police|press|producer|programme|" +
        "publication|publisher|quartet|quintet|railway|refiner|regiment|retailer|school|seminary|senate|society|" +
        "squad|squadron|startup|station|subsidiary|supplier|syndicate|taskforce|team|trio|tribunal|troupe|union|" +
        "university|unit|watchdog|weekly|wing";

    private const string Places =
        "airfield|airport|archipelago|area|arena|avenue|bay|beach|boulevard|bridge|brook|building|camp|canal|canyon|" +
        "cape|capital|castle|cathedral|cave|cemetery|church|city|coast|colony|commune|community|continent|country|" +
        "county|creek|crossing|dam|delta|department|desert|district|dock|enclave|estate|falls|farm|field|forest|fort|" +
        "garden|gulf|hamlet|harbor|harbour|highway|hill|hotel|house|island|islet|isle|kingdom|lagoon|lake|line|" +
        "locality|memorial|mill|monastery|monument|mosque|mountain|museum|neighborhood|neighbourhood|oasis|ocean|" +
        "outpost|palace|parish|park|peak|peninsula|plain|plateau|plaza|pond|port|prefecture|prison|province|" +
        "railroad|railway|range|region|republic|reserve|reservoir|resort|ridge|river|road|ruin|sea|settlement|shore|" +
        "shrine|site|square|stadium|state|station|strait|stream|street|suburb|summit|temple|territory|theatre|tomb|" +
        "tower|town|township|trail|tunnel|valley|village|ward|waterfall|zone";

    private const string Others =
        "accord|act|agreement|aircraft|airliner|album|anthem|anthology|attack|award|ballad|battle|bill|board|bomber|" +
        "book|campaign|car|cartoon|ceremony|championship|character|chart|code|comedy|comic|competition|composition|" +
        "concert|conference|contest|convention|creed|crisis|cup|derby|dialect|doctrine|documentary|drama|earthquake|" +
        "election|engine|episode|era|event|exhibition|fair|festival|fighter|film|franchise|game|genre|" +
        "helicopter|holiday|hurricane|hymn|ideology|language|law|lawsuit|library|lottery|manga|manifesto|massacre|" +
        "medal|meeting|missile|model|movie|musical|mythology|nationality|newsletter|novel|novella|offensive|opera|" +
        "operation|painting|pact|people|phone|plague|platform|play|plot|poem|prize|product|program|project|" +
        "protocol|quartet|race|rebellion|referendum|regatta|religion|remake|revolution|rocket|saga|satellite|scandal|" +
        "season|sequel|serial|series|ship|show|siege|single|sitcom|software|song|sonata|soundtrack|spacecraft|" +
        "standard|stakes|storm|submarine|suite|summit|symphony|system|talks|technology|tennis|tournament|tour|track|" +
        "treaty|trial|tribe|trilogy|trophy|truck|typhoon|uprising|vehicle|video|virus|war|weapon|website";

    /// <summary>The nouns, singular and plural, with their lists.</summary>
    public static IEnumerable<(string Noun, NameLists List)> All()
    {
        (string Nouns, NameLists List)[] tables =
        [
            (Persons, NameLists.PersonNoun), (Organisations, NameLists.OrganisationNoun),
            (Places, NameLists.PlaceNoun), (Others, NameLists.OtherNoun),
        ];
        foreach (var (nouns, list) in tables)
        {
            foreach (var noun in nouns.Split('|'))
            {
                yield return (noun, list);
                yield return (Plural(noun), list);
            }
        }
    }

    internal static string Plural(string noun)
    {
        if (noun.EndsWith("man", StringComparison.Ordinal))
            return noun[..^2] + "en";
        if (noun[^1] == 'y' && noun[^2] is not ('a' or 'e' or 'o'))
            return noun[..^1] + "ies";
        return noun + (noun[^1] is 's' or 'x' || noun.EndsWith("ch", StringComparison.Ordinal) ? "es" : "s");
    }
}
