using System.Collections.Frozen;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>A country that an article is likely about before any name is read.</summary>
/// <param name="Country">Its number in the gazetteer, or -1.</param>
/// <param name="Weight">What it is worth, one plain mention of the country being 1.</param>
internal readonly record struct CountryCue(int Country, double Weight);

/// <summary>
/// Reads the outlet's country from its address, and offices that only one country has ("sheriff", "selectmen"): local
/// papers name their town and never the country.
/// </summary>
internal static class CountryCues
{
    private const double DomainWeight = 1;
    private const double OfficeWeight = 0.7;
    private const double MaxOfficeWeight = 2;

    private const string Domains = """
        uk=united-kingdom ie=ireland ca=canada au=australia nz=new-zealand in=india pk=pakistan lk=sri-lanka
        za=south-africa ng=nigeria ke=kenya gh=ghana ug=uganda tz=tanzania zw=zimbabwe jm=jamaica eg=egypt sy=syria
        lb=lebanon jo=jordan il=israel iq=iraq ir=iran tr=turkey sa=saudi-arabia ae=united-arab-emirates qa=qatar
        kw=kuwait ru=russia ua=ukraine ge=georgia fr=france de=germany it=italy es=spain pt=portugal nl=netherlands
        be=belgium se=sweden no=norway dk=denmark fi=finland pl=poland cz=czechia at=austria ch=switzerland
        gr=greece cn=china jp=japan kr=south-korea ph=philippines my=malaysia sg=singapore th=thailand vn=vietnam
        mx=mexico br=brazil ar=argentina cl=chile pe=peru
        """;

    // Each only where the United States have it; counted once each.
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Offices =
        new[]
        {
            "sheriff", "trooper", "troopers", "selectmen", "selectman", "alderman", "aldermen", "commissioners",
            "interstate", "superintendent", "gop", "sophomore", "statehouse", "county",
        }.Select((word, number) => (word, number)).ToFrozenDictionary(pair => pair.word, pair => pair.number)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> CountryOfDomain = Domains
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The cue of an article; of no country when nothing tells.</summary>
    public static CountryCue Of(Gazetteer gazetteer, TokenizedText text, string? url)
    {
        if (url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && CountryOfDomain.TryGetValue(address.Host[(address.Host.LastIndexOf('.') + 1)..], out var path))
            return new(gazetteer.FindId(path), DomainWeight);
        var seen = 0;
        var tokens = text.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (Offices.TryGetValue(text.Folded(i, i), out var number)
                && (number < Offices.Dictionary.Count - 1 || IsNamedCounty(tokens, i)))
                seen |= 1 << number;
        }
        var weight = Math.Min(MaxOfficeWeight, OfficeWeight * int.PopCount(seen));
        return weight > 0 ? new(gazetteer.FindId("united-states"), weight) : new(-1, 0);
    }

    private static bool IsNamedCounty(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Is(TokenFlags.Capital) && tokens[i].Is(TokenFlags.SpaceBefore)
        && tokens[i - 1].Is(TokenFlags.Capital);
}
