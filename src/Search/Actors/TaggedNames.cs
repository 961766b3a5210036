using Dateline.Search.Articles;
using Dateline.Search.Names;

namespace Dateline.Search.Actors;

/// <summary>
/// Brings what the statistical tagger says of names and what the rules say together: names that no rule knows become
/// mentions of the rule <c>tagged</c>; where both speak of the same words, who has the better reason is believed.
/// </summary>
internal static class TaggedNames
{
    public const string Rule = "tagged";

    private const int LongestName = 14;

    // Who is prayed to or sworn by is no actor of the news.
    private static readonly WordSet Deities = new(
        ["God", "Allah", "Jesus", "Christ", "Lord", "Buddha", "Mohammad", "Muhammad", "Prophet", "Satan", "Santa"]);

    // Measures, offices and instruments that papers shorten.
    private static readonly WordSet Abbreviations = new(
        ["GDP", "GNP", "CPI", "PPI", "PMI", "ISM", "IPO", "IPOs", "RRR", "ETF", "ETFs", "CDS", "CDO", "CDOs", "CEO",
         "CFO", "COO", "CIO", "CTO", "PSI", "LTRO", "QE", "QE2", "QE3", "EBITDA", "EBIT", "EPS", "GMT", "EST", "EDT",
         "PST", "VAT", "LNG", "LPG", "OTC", "REIT", "REITs", "LBO", "M&A", "P/E", "FX", "PC", "PCs", "TV", "TVs", "DVD",
         "HIV", "AIDS", "DNA", "MRI", "ATM", "SUV", "SUVs", "GPS", "USB", "RPG", "AK-47", "UAV", "IED", "WMD", "MP",
         "MPs", "MEP", "MEPs", "PhD", "MBA", "R&D", "IT", "HR", "PR", "ID", "Q1", "Q2", "Q3", "Q4", "FDI", "NPL", "VIX",
         "DAX", "FTSE", "CAC", "BRIC", "BRICs", "NEW", "PLC", "AG", "SA", "Inc", "Corp", "Ltd", "VIP", "DIY", "CO2",
         "LIBOR", "Libor", "Euribor", "WTI", "CD", "CDs", "Fed-funds", "EST", "TARP", "JOBS", "SARS", "T-bill"]);

    /// <summary>Nouns at the end of names of events, works, rules and measures.</summary>
    private static readonly WordSet Competitions = new(
        ["League", "Liga", "Serie", "Bundesliga", "Premiership", "Tour", "Masters", "Grand", "Prix"]);

    /// <summary>The mention for a tag that starts at a token; null where none does or it names no actor.</summary>
    public static NameMention? Match(NameText text, int at) => text.Tags.Starting(at) is { } tag
        ? tag.Tag switch
        {
            NameTag.Person => Person(text, tag.First, tag.Next),
            NameTag.Organisation => Organisation(text, tag.First, tag.Next),
            _ => null,
        }
        : null;

    /// <summary>What becomes of an organisation that a head noun told.</summary>
    public static NameMention? Settle(NameText text, NameMention organisation)
    {
        var (first, next) = (organisation.First, organisation.Next);
        if (text.Tags.At(first) is not { } tag || tag.First != first)
            return organisation;
        return tag.Tag switch
        {
            NameTag.Person when tag.Next >= next && ActorLexicon.FirstNames.Contains(text.Folded(first)) =>
                Person(text, tag.First, tag.Next) ?? organisation,
            NameTag.Other when tag.Next >= next && Competitions.Contains(text.Word(next - 1)) => null,
            NameTag.Organisation when tag.Next > next => Organisation(text, first, tag.Next) ?? organisation,
            _ => organisation,
        };
    }

    /// <summary>What becomes of a person that a rule told.</summary>
    public static NameMention? SettlePerson(NameText text, NameMention person)
    {
        if (person.Rule is "title" || text.Tags.At(person.First) is not { } tag
            || !tag.Covers(person.First, person.Next))
            return Extended(text, person);
        return tag.Tag switch
        {
            NameTag.Organisation => tag.First == person.First ? Organisation(text, tag.First, tag.Next) : null,
            NameTag.Person => tag.First == person.First ? Extended(text, person) : person,
            _ => person.Rule is "first-name" ? null : person,
        };
    }

    private static NameMention Extended(NameText text, NameMention person)
    {
        if (text.Tags.At(person.First) is not { Tag: NameTag.Person } tag || tag.Next <= person.Next
            || text.AnyTaken(person.Next, tag.Next))
            return person;
        if (ActorLexicon.HeadKind(text.Word(tag.Next - 1)) is ActorKind.Company)
            return Organisation(text, person.First, tag.Next) ?? person;
        return person with { Next = tag.Next, Name = text.Name(person.First, tag.Next), IsBare = false };
    }

    private static NameMention? Person(NameText text, int first, int next)
    {
        while (first < next && (ActorLexicon.Titles.Contains(text.Word(first)) || text.IsMark(first, '.'))
            && first + 1 < next && !ActorLexicon.FirstNames.Contains(text.Folded(first)))
            first++;
        if (next - first > 1 && ActorLexicon.HeadKind(text.Word(next - 1)) is not null
            && (ActorLexicon.HeadKind(text.Word(next - 1)) is ActorKind.Company
            || !ActorLexicon.FirstNames.Contains(text.Folded(first))))
            return Organisation(text, first, next);
        if (ActorLexicon.NotActors.Contains(text.Word(next - 1))
            && (next - first == 1 || ActorLexicon.NotActors.Contains(text.Word(first))))
            return null;
        if (IsSpanishTitle(text, first, next) || PersonRules.AnyRole.Contains(text.Word(first - 1)))
            return null;
        if (!IsName(text, first, next) || Deities.Contains(text.Word(first)) || Covered(text, first, next))
            return null;
        var words = PersonRules.CountWords(text, first, next);
        if (words == 0 || (words == 1 && text.Word(first).Length < 3))
            return null;
        return Roles.Add(
            new NameMention(text, first, next, ActorKind.Person, text.Name(first, next), Rule) { IsBare = words == 1 });
    }

    private static NameMention? Organisation(NameText text, int first, int next)
    {
        while (next > first + 1 && (text.IsPossessive(next - 1) || text.IsMark(next - 1, '.') || IsTitle(text, next)))
            next--;
        if (!IsName(text, first, next) || Covered(text, first, next)
            || ActorLexicon.NotActors.Contains(text.Word(next - 1)) || Competitions.Contains(text.Word(next - 1))
            || (next - first == 1 && ActorLexicon.Titles.Contains(text.Word(first)))
            || IsRegion(text, first, next) || OrganisationRules.IsGeneric(text, first, next)
            || (next - first == 1 && Abbreviations.Contains(text.Word(first)))
            || (next - first == 1 && IsNationality(text.Folded(first)))
            || (Countries.Shared.Match(text, first, out var end) is not null && end >= next))
            return null;
        var kind = OrganisationKinds.Of(text, first, next, OrganisationKinds.Head(text, first, next));
        return new NameMention(text, first, next, kind, text.Name(first, next), Rule)
        {
            Country = OrganisationKinds.Country(text, first, next),
        };
    }

    // "Syrians" in a list of headlines.
    private static bool IsNationality(ReadOnlySpan<char> word) =>
        Countries.Shared.HasWord(word) || (word is [.., 's'] && Countries.Shared.HasWord(word[..^1]));

    // "New York Attorney" before "General Eric Schneiderman".
    private static bool IsTitle(NameText text, int next) =>
        ActorLexicon.Titles.Contains(text.Word(next - 1)) && ActorLexicon.Titles.Contains(text.Word(next));

    // "La Tribuna", "El Espectador": papers, places and stations, hardly persons.
    private static bool IsSpanishTitle(NameText text, int first, int next) =>
        next - first is 2 or 3 && text.Word(first) is "El" or "La" or "Los" or "Las" && text.IsCapital(first + 1);

    // "Junin Department", "San Isidro District".
    public static bool IsRegion(NameText text, int first, int next)
    {
        if (!(text.Word(next - 1) is "Department" or "Province" or "District" or "Municipality"))
            return false;
        for (var at = first; at < next - 1; at++)
        {
            if (!text.IsToponym(at) && text.IsWord(at))
                return false;
        }

        return true;
    }

    private static bool IsName(NameText text, int first, int next)
    {
        if (next <= first || next - first > LongestName || text.AnyTaken(first, next)
            || !(text.IsCapital(first) || PersonRules.IsArticle(text, first))
            || (next - first == 1 && ActorLexicon.NotNames.Contains(text.Word(first))))
            return false;
        for (var at = first; at < next - 1; at++)
        {
            if (text.EndsParagraph(at))
                return false;
        }

        return true;
    }

    private static bool Covered(NameText text, int first, int next)
    {
        for (var at = first; at < next; at++)
        {
            if (text.IsCapital(at) && !text.IsToponym(at))
                return false;
        }

        return true;
    }
}
