using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// Gives each name of an article one place, by the context of the whole article; one sense for a name throughout.
/// </summary>
internal sealed class ToponymResolver(Gazetteer gazetteer, FoundToponyms found)
{
    private const int VotingPasses = 2;
    private const double MainShare = 0.45;

    /// <summary>The article's main country, or -1; known after <see cref="Resolve"/>.</summary>
    public int MainCountry { get; private set; } = -1;

    /// <summary>Countries the article speaks of, most votes first; known after <see cref="Resolve"/>.</summary>
    public IReadOnlyList<int> Countries { get; private set; } = [];

    /// <summary>True when at least half of what the article says of countries is of the main one.</summary>
    public bool PlaysInMainCountry { get; private set; }

    /// <summary>Resolves every toponym that the gazetteer has candidates for.</summary>
    /// <param name="cue">What is known of the country beforehand.</param>
    /// <param name="force">Takes the best candidate however weak: for names known to be places.</param>
    public void Resolve(CountryCue cue, bool force = false)
    {
        var context = new ArticleContext(gazetteer);
        var groups = new NameGroups(gazetteer, found);
        var votes = new CountryVotes(gazetteer, found, groups, context, cue);
        var chooser = new SenseChooser(gazetteer, found, groups, context);
        votes.CastFirst();
        for (var pass = 0; pass < VotingPasses; pass++)
        {
            chooser.ChooseAll(force);
            votes.CastAgain();
        }
        chooser.ChooseAll(force);
        Countries = context.Countries();
        MainCountry = Countries.Count > 0 ? Countries[0] : -1;
        PlaysInMainCountry =
            MainCountry >= 0 && context.CountryShare(MainCountry, ArticleContext.NoGroup) >= MainShare;
        Assign(groups);
    }

    private void Assign(NameGroups groups)
    {
        foreach (ref var toponym in CollectionsMarshal.AsSpan(found.Toponyms))
        {
            if (toponym.CandidateCount == 0)
                continue;
            var group = groups.Of(toponym);
            toponym.Node = IsPersonAmong(toponym, group) || IsBodyAtSite(toponym, group.Node) ? -1 : group.Node;
            toponym.Rule = RuleOf(toponym, group);
            toponym.Confidence = group.Confidence;
        }
    }

    /// <summary>The one mention that means a person, where the others mean the place: "Jackson said".</summary>
    private static bool IsPersonAmong(in Toponym toponym, NameGroup group) =>
        toponym.Is(ToponymFlags.TaggedPerson) && !toponym.Is(ToponymFlags.Contained) && group.TaggedPlaces > 0;

    /// <summary>"The White House declined": a site that is a body as well is a place only where one can be.</summary>
    private bool IsBodyAtSite(in Toponym toponym, int node) =>
        node >= 0 && !toponym.Is(ToponymFlags.Supported) && gazetteer.KindOf(node) == PlaceKind.District
        && gazetteer.HasFlag(node, GazetteerFormat.SiteFlag);

    private string RuleOf(in Toponym toponym, NameGroup group)
    {
        if (toponym.Is(ToponymFlags.Dateline))
            return "dateline";
        if (toponym.Is(ToponymFlags.Transliterated))
            return "transliteration";
        if (toponym.Is(ToponymFlags.Speaks) && group.Node >= 0
            && gazetteer.HasFlag(group.Node, GazetteerFormat.CapitalFlag))
            return "metonym";
        if (found.Candidates[toponym.CandidateStart].Kind is NameKind.Abbreviation or NameKind.AfterComma)
            return "abbreviation";
        return toponym.Is(ToponymFlags.Contained) && group.Contained.Contains(group.Node)
            ? "contained" : toponym.Is(ToponymFlags.AsRegion) ? "region-word" : "gazetteer";
    }
}
