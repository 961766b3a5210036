using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Places.Finding;
using Dateline.Search.Places.Resolving;

namespace Dateline.Search.Places;

/// <summary>
/// Finds the places an article mentions and resolves them by the article as a whole. Thread-safe, deterministic. Rules
/// of mentions: <c>gazetteer</c>, <c>contained</c> ("Aleppo, Syria"), <c>region-word</c> ("Hama province"),
/// <c>abbreviation</c>, <c>dateline</c> (where it was filed), <c>metonym</c> (a capital that speaks for its
/// government), <c>transliteration</c> (a spelling no list has, of a place the article's country has), <c>situated</c>
/// (the text says where it lies), <c>positioned</c> (a name unknown that stands where places stand), <c>repeated</c>
/// (another mention of a situated name), <c>demonym</c> (the country that an article speaks of by its adjective alone).
/// </summary>
public sealed class PlaceAnnotator(Gazetteer gazetteer)
{
    /// <summary>Most characters of a body that are read; the rest of a longer one is not searched for places.</summary>
    public const int MaxBodyLength = 1_000_000;

    /// <summary>Places of an article, most mentioned first, then as they first occur.</summary>
    public IReadOnlyList<ArticlePlace> Annotate(ExtractedText text) =>
        Analyze(text, ArticleNames.Of(text)).Places;

    /// <summary>
    /// Resolves names found by somebody else: spans of the body, ascending. Weak evidence is enough; a name that no
    /// gazetteer has gets the place around it.
    /// </summary>
    /// <returns>For each span the place, or null.</returns>
    public IReadOnlyList<GazetteerNode?> ResolveGiven(ExtractedText text, IReadOnlyList<(int Start, int End)> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        var tokenized = new TokenizedText(text.Title, text.Body);
        var found = new GivenToponyms(gazetteer, tokenized).Take(spans);
        new ToponymResolver(gazetteer, found).Resolve(CountryCues.Of(gazetteer, tokenized, text.Url), force: true);
        new GivenFallback(gazetteer, tokenized, found).Resolve();
        var byStart = found.Toponyms.Where(toponym => toponym.Node >= 0)
            .DistinctBy(toponym => toponym.FirstToken)
            .ToDictionary(toponym => tokenized.Tokens[toponym.FirstToken].Start);
        return [.. spans.Select(span =>
            byStart.TryGetValue(span.Start, out var toponym) ? gazetteer[toponym.Node] : (GazetteerNode?)null)];
    }

    /// <summary>Places, and every mention by itself, resolved or not.</summary>
    /// <param name="text">The article.</param>
    /// <param name="names">Its names, see <see cref="ArticleNames.Of"/>.</param>
    public PlaceAnalysis Analyze(ExtractedText text, ArticleNames names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        var body = text.Body.Length <= MaxBodyLength ? text.Body : text.Body[..MaxBodyLength];
        var tokenized = new TokenizedText(text.Title, body);
        var tags = new NameTags(tokenized, names);
        var found = new ToponymFinder(gazetteer, tokenized, tags).Find();
        if (text.Outlet is { } outlet)
            found.Drop(outlet); // an outlet that speaks of itself is no place, whatever town it is named after
        new SituationFinder(tokenized, found).Find();
        new TaggedPlaceFinder(tokenized, found, tags).Find();
        var resolver = new ToponymResolver(gazetteer, found);
        resolver.Resolve(CountryCues.Of(gazetteer, tokenized, text.Url));
        var situated = new SituatedResolver(
            gazetteer, tokenized, found, resolver.MainCountry, resolver.Countries, resolver.PlaysInMainCountry);
        situated.Resolve();
        return new PlaceCollector(gazetteer, tokenized, situated.Unlisted)
            .Collect(found, text.Dateline, text.Published?.Date.First.Year, resolver);
    }
}

/// <summary>What was found in one article.</summary>
/// <param name="Places">Places, most mentioned first.</param>
/// <param name="Mentions">Every resolved mention in text order, title before body, with its place.</param>
/// <param name="Unresolved">Names that the text uses as places but that stayed ambiguous or unknown; rule
/// <c>unresolved</c>. No place is claimed for them, yet they are no persons either.</param>
/// <param name="Adjectives">"Syrian", "Iraqis": they tell of a country without being a mention of it; rule
/// <c>demonym</c>.</param>
public sealed record PlaceAnalysis(
    IReadOnlyList<ArticlePlace> Places, IReadOnlyList<PlaceMention> Mentions, IReadOnlyList<Evidence> Unresolved,
    IReadOnlyList<Evidence> Adjectives);

/// <summary>One mention.</summary>
/// <param name="Evidence">Its span and rule.</param>
/// <param name="Place">What it was resolved to.</param>
public readonly record struct PlaceMention(Evidence Evidence, ArticlePlace Place);
