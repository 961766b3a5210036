using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;
using Dateline.Search.Places.Settings;

namespace Dateline.Search.Places.Resolving;

/// <summary>Gathers resolved toponyms into an article's places.</summary>
internal sealed class PlaceCollector(Gazetteer gazetteer, TokenizedText text, Dictionary<string,
    UnlistedPlace> unlisted)
{
    private const int MinAdjectives = 2;

    private readonly Dictionary<string, List<Evidence>> _mentions = new(StringComparer.Ordinal);
    private readonly List<(string Path, int Node)> _order = [];
    private readonly PlacesTold _told = new();

    /// <summary>
    /// Places and mentions; a dateline the extraction found outside the body counts as a mention too.
    /// </summary>
    /// <param name="found">What was found, resolved.</param>
    /// <param name="dateline">The dateline, or null.</param>
    /// <param name="year">Year of publication, or null.</param>
    /// <param name="resolver">What resolved it.</param>
    public PlaceAnalysis Collect(FoundToponyms found, Evidence? dateline, int? year, ToponymResolver resolver)
    {
        var toponyms = found.Toponyms;
        var settings = new SettingFinder(
            text, toponyms, IsIn(resolver.MainCountry), resolver.PlaysInMainCountry, dateline, year).Find();
        var all = new List<(Evidence Evidence, string Path)>();
        for (var i = 0; i < toponyms.Count; i++)
        {
            var toponym = toponyms[i];
            if (!toponym.IsResolved)
                continue;
            var path = toponym.UnlistedPath ?? gazetteer.PathOf(toponym.Node);
            var evidence = EvidenceOf(toponym, dateline);
            all.Add((evidence, path));
            ListOf(path, toponym.Node).Add(evidence);
            _told.Note(path, settings[i], toponym.Confidence, text);
        }
        if (dateline is { Field: EvidenceField.Source } outside)
            AddOutside(outside);
        AddByAdjective(found, resolver.MainCountry);
        _told.SpreadUp(_order.ConvertAll(place => place.Path));
        var places =
            _order.ToDictionary(item => item.Path, item => Place(item.Path, item.Node), StringComparer.Ordinal);
        return new PlaceAnalysis(
            [.. _order.Select(item => places[item.Path]).OrderByDescending(place => place.Mentions.Count)],
            [.. all.Select(item => new PlaceMention(item.Evidence, places[item.Path]))],
            [.. toponyms.Where(IsUnresolved).Select(name => EvidenceOf(name, null) with { Rule = "unresolved" })],
            [.. found.Demonyms.DistinctBy(demonym => demonym.FirstToken).Select(EvidenceOf)]);
    }

    // Used as a place, yet ambiguous or unknown.
    private static bool IsUnresolved(Toponym toponym) => !toponym.IsResolved && toponym.Is(ToponymFlags.Supported)
        && !toponym.Is(ToponymFlags.Doubtful | ToponymFlags.NamePart | ToponymFlags.CapsContext);

    private Predicate<Toponym> IsIn(int country)
    {
        var path = country >= 0 ? gazetteer.PathOf(country) + "/" : "/";
        return toponym => toponym.Node >= 0
            ? gazetteer.IsWithin(toponym.Node, country)
            : toponym.UnlistedPath is { } unlisted && unlisted.StartsWith(path, StringComparison.Ordinal);
    }

    /// <summary>
    /// An article that names no place of the country it speaks of most, but speaks of it by adjective ("the Salvadoran
    /// army") more than in passing, is about that country all the same.
    /// </summary>
    private void AddByAdjective(FoundToponyms found, int country)
    {
        if (country < 0 || gazetteer.KindOf(country) != PlaceKind.Country)
            return;
        var mentions = found.Demonyms.FindAll(demonym => demonym.Id == country);
        var path = gazetteer.PathOf(country);
        if (mentions.Count >= MinAdjectives && !_order.Exists(place => place.Path == path
            || place.Path.StartsWith(path + "/", StringComparison.Ordinal)))
            ListOf(path, country).AddRange(mentions.Select(EvidenceOf));
    }

    private Evidence EvidenceOf((int Id, int FirstToken, int LastToken) demonym) =>
        EvidenceOf(
            new Toponym { FirstToken = demonym.FirstToken, LastToken = demonym.LastToken, Rule = "demonym" }, null);

    private Evidence EvidenceOf(in Toponym toponym, Evidence? dateline)
    {
        var (first, last) = (text.Tokens[toponym.FirstToken], text.Tokens[toponym.LastToken]);
        var field = first.Is(TokenFlags.InTitle) ? EvidenceField.Title : EvidenceField.Body;
        var inDateline = dateline is { } line && line.Field == field && first.Start >= line.Start
            && last.End <= line.End;
        return new Evidence(field, first.Start, last.End, text.FieldOf(first)[first.Start..last.End],
            inDateline ? "dateline" : toponym.Rule);
    }

    /// <summary>A dateline cut off with the page's chrome names the place where the report was filed.</summary>
    private void AddOutside(Evidence dateline)
    {
        Span<GazetteerMatch> matches = stackalloc GazetteerMatch[64];
        var name = dateline.Quote.AsSpan();
        var comma = name.IndexOf(',');
        var best = -1;
        foreach (var (id, kind) in matches[..gazetteer.FindByName(comma > 0 ? name[..comma] : name, matches)])
        {
            if (kind <= NameKind.English && (best < 0 || Rank(id) > Rank(best)))
                best = id;
        }
        if (best >= 0)
        {
            ListOf(gazetteer.PathOf(best), best).Add(dateline with { Rule = "dateline" });
            _told.NoteDateline(gazetteer.PathOf(best), dateline with { Rule = "dateline" });
        }
    }

    private long Rank(int id) =>
        gazetteer.PopulationOf(id) + (_mentions.ContainsKey(gazetteer.PathOf(id)) ? 1L << 40 : 0);

    private List<Evidence> ListOf(string path, int node)
    {
        if (!_mentions.TryGetValue(path, out var list))
        {
            _mentions.Add(path, list = []);
            _order.Add((path, node));
        }
        return list;
    }

    private ArticlePlace Place(string path, int id)
    {
        var told = _told[path];
        if (id < 0)
        {
            var place = unlisted[path];
            return new ArticlePlace
            {
                Path = path,
                Names = place.Names,
                Kind = place.Kind,
                Unlisted = true,
                Setting = told.Setting,
                SettingEvidence = told.Evidence,
                Confidence = told.Confidence,
                Mentions = _mentions[path],
            };
        }
        var node = gazetteer[id];
        return new ArticlePlace
        {
            Path = path,
            Names = node.Names,
            Kind = node.Kind,
            GeoNamesId = node.GeoNamesId,
            Latitude = node.Latitude,
            Longitude = node.Longitude,
            Setting = told.Setting,
            SettingEvidence = told.Evidence,
            Confidence = told.Confidence,
            Mentions = _mentions[path],
        };
    }
}
