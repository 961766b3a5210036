using System.Collections.Frozen;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// One spelling per outlet, so that a facet does not split; outlets it does not list keep the name they print.
/// </summary>
internal static class OutletNames
{
    /// <summary>
    /// Spellings (lower case) and the name to show. Table of common international outlets and agencies.
    /// </summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> KnownNames = Build()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] OutletWords =
    [
        "news", "times", "post", "press", "agency", "tribune", "herald", "journal", "gazette", "chronicle", "daily",
        "telegraph", "guardian", "observer",
        "radio", "television", "tv", "broadcasting", "magazine", "network", "wire", "today", "mirror", "independent",
        "monitor", "review", "globe",
        "correspondent", "staff", "writer", "editor", "reporter", "bureau", "service", "conversation", "media",
        "online", ".com", ".org", ".net", ".co.uk",
    ];

    /// <summary>The name to show for a known spelling, or null.</summary>
    public static string? Known(ReadOnlySpan<char> name) =>
        KnownNames.TryGetValue(Bare(name), out var known) ? known : null;

    /// <summary>The known name, else the name as printed, folded.</summary>
    public static string Canonical(ReadOnlySpan<char> name) => Known(name) ?? TextFolding.Fold(name.Trim(" .,;:|-–—"));

    /// <summary>True when a word says this is an outlet or a desk.</summary>
    public static bool HasOutletWord(ReadOnlySpan<char> name)
    {
        foreach (var word in OutletWords)
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(name[at - 1]) || word[0] == '.')
                && (at + word.Length == name.Length || !char.IsLetter(name[at + word.Length])))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> name)
    {
        name = name.Trim(" .,;:|-–—()");
        if (name.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            name = name[4..];
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    private static Dictionary<string, string> Build()
    {
        string[] table =
        [
            "CNN=cnn,cnn.com,cable news network,cnn wire staff,cnn international,edition.cnn.com,cnn wire,cnn staff",
            "Reuters=reuters,thomson reuters,reuters.com,uk.reuters.com,reuters news agency",
            "AP=ap,associated press,apnews.com,ap news,ap.org",
            "AFP=afp,agence france-presse,agence france presse,afp.com",
            "Al Jazeera=al jazeera,aljazeera,aljazeera.com,al jazeera english,aljazeera.net,al jazeera and " +
            "agencies,al jazeera media network",
            "BBC=bbc,bbc news,bbc.co.uk,bbc.com,news.bbc.co.uk,british broadcasting corporation,bbc world,bbc " +
            "monitoring,bbc online",
            "The Guardian=guardian,guardian.co.uk,theguardian.com,guardian news and media limited,guardian online",
            "The New York Times=new york times,nytimes.com,nyt,nytimes,new york times company",
            "The Washington Post=washington post,washingtonpost.com",
            "Los Angeles Times=los angeles times,latimes.com,la times",
            "The Wall Street Journal=wall street journal,wsj.com,wsj",
            "The Daily Telegraph=daily telegraph,telegraph,telegraph.co.uk",
            "The Independent=independent,independent.co.uk",
            "Bloomberg=bloomberg,bloomberg news,bloomberg.com", "UPI=upi,united press international,upi.com",
            "DPA=dpa,deutsche presse-agentur",
            "Xinhua=xinhua,xinhua news agency,xinhuanet.com", "SANA=sana,syrian arab news agency",
            "TASS=tass,itar-tass,itar tass",
            "RIA Novosti=ria novosti,ria,rian.ru", "Interfax=interfax", "RT=rt,russia today,rt.com",
            "Voice of America=voice of america,voa,voa news,voanews.com",
            "Deutsche Welle=deutsche welle,dw,dw.de,dw.com", "France 24=france 24,france24,france24.com",
            "NPR=npr,national public radio,npr.org",
            "Fox News=fox news,foxnews.com", "CBS News=cbs news,cbs,cbsnews.com",
            "NBC News=nbc news,nbc,nbcnews.com,msnbc,msnbc.com",
            "ABC News=abc news,abcnews.go.com", "Sky News=sky news,news.sky.com", "EFE=efe", "ANSA=ansa",
            "Kyodo=kyodo,kyodo news", "PTI=pti,press trust of india",
            "Time=time magazine,time.com", "The Economist=economist,economist.com",
            "Financial Times=financial times,ft,ft.com", "USA Today=usa today,usatoday.com",
            "Haaretz=haaretz,haaretz.com", "The Jerusalem Post=jerusalem post,jpost.com",
            "The Daily Star=daily star,dailystar.com.lb", "Al Arabiya=al arabiya,alarabiya.net",
            "Anadolu Agency=anadolu agency,aa,anadolu", "Euronews=euronews", "IRIN=irin", "Press TV=press tv,presstv",
            "The Times=times of london",
        ];
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in table)
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            known.TryAdd(entry[..equals], entry[..equals]);
            foreach (var spelling in entry[(equals + 1)..].Split(','))
                known.TryAdd(spelling, entry[..equals]);
        }

        return known;
    }
}
