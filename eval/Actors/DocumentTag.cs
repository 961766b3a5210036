// A table: what the organisation tags stand for.
using System.Collections.Frozen;
using Dateline.Search.Articles;

namespace Dateline.Eval.Actors;

/// <summary>
/// One PEOPLE or ORGS tag of a Reuters-21578 document, a slug such as <c>james-baker</c>, <c>du-plessis</c>,
/// <c>opec</c>.
/// </summary>
internal sealed record DocumentTag(string Slug, bool IsPerson)
{
    // Tags whose first word is a given name or a title; of others every word is the family name.
    private static readonly FrozenSet<string> WithGivenName = new[]
    {
        "james-baker", "howard-baker", "james-miller", "hisham-nazer", "king-fahd", "mohammed-ali-abal-khail",
        "zhao-ziyang", "deng-xiaoping", "wang-bingqian",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Expansions = new Dictionary<string, string[]>
    {
        ["adb-africa"] = ["African Development Bank", "ADB"],
        ["adb-asia"] = ["Asian Development Bank", "ADB"],
        ["aibd"] = ["Association of International Bond Dealers", "AIBD"],
        ["asean"] = ["Association of Southeast Asian Nations", "Association of South East Asian Nations", "ASEAN"],
        ["atpc"] = ["Association of Tin Producing Countries", "ATPC"],
        ["bis"] = ["Bank for International Settlements", "BIS"],
        ["comecon"] = ["Council for Mutual Economic Assistance", "Comecon"],
        ["ec"] = ["European Community", "European Communities", "European Economic Community", "EC", "EEC",
            "Common Market", "European Commission", "EC Commission"],
        ["efta"] = ["European Free Trade Association", "EFTA"],
        ["eib"] = ["European Investment Bank", "EIB"],
        ["escap"] = ["Economic and Social Commission for Asia and the Pacific", "ESCAP"],
        ["euratom"] = ["European Atomic Energy Community", "Euratom"],
        ["fao"] = ["Food and Agriculture Organization", "Food and Agriculture Organisation", "FAO"],
        ["gatt"] = ["General Agreement on Tariffs and Trade", "GATT"],
        ["gcc"] = ["Gulf Cooperation Council", "Gulf Co-operation Council", "GCC"],
        ["icco"] = ["International Cocoa Organization", "International Cocoa Organisation", "ICCO"],
        ["ico-coffee"] = ["International Coffee Organization", "International Coffee Organisation", "ICO"],
        ["ida"] = ["International Development Association", "IDA"],
        ["iea"] = ["International Energy Agency", "IEA"],
        ["imco"] = ["Inter-Governmental Maritime Consultative Organization", "IMCO"],
        ["imf"] = ["International Monetary Fund", "IMF"],
        ["inro"] = ["International Natural Rubber Organization", "International Natural Rubber Organisation", "INRO"],
        ["isa"] = ["International Sugar Organization", "International Sugar Organisation", "ISO", "ISA"],
        ["itc"] = ["International Tin Council", "ITC"],
        ["iwc-wheat"] = ["International Wheat Council", "IWC"],
        ["iwcc"] = ["International Wrought Copper Council", "IWCC"],
        ["oapec"] = ["Organization of Arab Petroleum Exporting Countries",
            "Organisation of Arab Petroleum Exporting Countries", "OAPEC"],
        ["oecd"] = ["Organization for Economic Cooperation and Development",
            "Organisation for Economic Co-operation and Development", "OECD"],
        ["opec"] = ["Organization of the Petroleum Exporting Countries",
            "Organisation of Petroleum Exporting Countries", "OPEC"],
        ["un"] = ["United Nations", "UN", "U.N.", "U.N. Security Council", "U.N. General Assembly"],
        ["unctad"] = ["United Nations Conference on Trade and Development",
            "U.N. Conference on Trade and Development", "UNCTAD"],
        ["worldbank"] = ["World Bank", "International Bank for Reconstruction and Development"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string[] _words = NameWords.Of(Slug);

    /// <summary>False for an organisation's code that the table above does not explain.</summary>
    public bool IsKnown => IsPerson || Expansions.ContainsKey(Slug);

    /// <summary>
    /// True for an actor the tag means. Organisations: an alias or the name is an expansion of the code. Persons: the
    /// family name ends the actor's name, and where the tag has a given name the actor's, if any, begins alike.
    /// </summary>
    public bool Means(ArticleActor actor)
    {
        if (actor.Kind == ActorKind.Person != IsPerson)
            return false;
        if (IsPerson)
            return actor.Aliases.Any(alias => IsNameOf(NameWords.Of(alias)));
        var expansions = Expansions[Slug];
        return actor.Aliases.Any(alias => expansions.Any(expansion =>
            NameWords.Of(expansion).AsSpan().SequenceEqual(NameWords.Of(alias))));
    }

    private bool IsNameOf(string[] name)
    {
        if (!WithGivenName.Contains(Slug))
            return name.AsSpan().EndsWith(_words);
        var family = _words.AsSpan(1);
        if (name.AsSpan().IndexOf(_words) >= 0)
            return true;
        return name.AsSpan().EndsWith(family)
            && (name.Length == family.Length || name[0] == _words[0]
            || (name[0].Length == 1 && name[0][0] == _words[0][0]));
    }
}
