using Dateline.Search.Actors;
using Dateline.Search.Archive;
using Dateline.Search.Articles;

namespace Dateline.Search.Curation;

/// <summary>
/// Applies the rules to one article, mention by mention. What an article is shown with and what it is counted under
/// (<see cref="CurationOverlay"/>) follow from the same records and agree.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="placeAt">A place by its path, without mentions, as a gazetteer knows it; or null.</param>
internal sealed class ArticleCurator(CurationRules rules, Func<string, ArticlePlace?> placeAt)
{
    /// <summary>The article with its places and actors as curated.</summary>
    public Article Apply(Article article) => article with
    {
        Actors = Actors(article),
        Places = Places(article),
    };

    private IReadOnlyList<ArticleActor> Actors(Article article)
    {
        var units = Units(article.Actors, static actor => actor.Id, static actor => actor.Mentions,
            static (_, mention) => Curation.Values.KeyOfActor(mention));
        var actors = Result(
            FacetDimension.Actor, article, units, article.Actors, Actor, static actor => actor.Mentions.Count);
        // Bodies that persons are of have moved too.
        var now = units.Where(unit => rules.HiddenBy(FacetDimension.Actor, unit.Value) is null)
            .GroupBy(unit => article.Actors[unit.Source].Id, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Value, StringComparer.Ordinal);
        return
        [
            .. actors.Select(actor => actor.Affiliation is { ActorId: { } body } affiliation
                ? actor with { Affiliation = affiliation with { ActorId = now.GetValueOrDefault(body) } } : actor),
        ];
    }

    private IReadOnlyList<ArticlePlace> Places(Article article)
    {
        var units = Units(article.Places, static place => place.Path, static place => place.Mentions,
            static (place, mention) => Curation.Values.KeyOfPlace(place, mention));
        return Result(
            FacetDimension.Place, article, units, article.Places, Place, static place => place.Mentions.Count);
    }

    private static List<CuratedMention> Units<T>(
        IReadOnlyList<T> values, Func<T, string> id, Func<T, IReadOnlyList<Evidence>> mentions,
        Func<T, Evidence, string> key)
    {
        List<CuratedMention> units = [];
        for (var at = 0; at < values.Count; at++)
        {
            var value = values[at];
            if (mentions(value).Count == 0)
                units.Add(new CuratedMention(at, null, "") { Value = id(value) });
            foreach (var mention in mentions(value))
                units.Add(new CuratedMention(at, mention, key(value, mention)) { Value = id(value) });
        }

        return units;
    }

    private IReadOnlyList<T> Result<T>(
        FacetDimension dimension, Article article, List<CuratedMention> units, IReadOnlyList<T> before,
        Func<string, List<CuratedMention>, IReadOnlyList<T>, T> make, Func<T, int> mentions)
    {
        Move(dimension, article.Id, units);
        return
        [
            .. units.Where(unit => rules.HiddenBy(dimension, unit.Value) is null)
                .GroupBy(static unit => unit.Value, StringComparer.Ordinal)
                .Select(group => make(group.Key, [.. group], before))
                .OrderByDescending(mentions),
        ];
    }

    private void Move(FacetDimension dimension, string articleId, List<CuratedMention> units)
    {
        foreach (var record in rules.Moves(dimension))
        {
            if (record.Operation is CurationOperation.Merge)
            {
                foreach (var unit in units)
                {
                    if (CurationRules.Merged(record, unit.Value) is { } merged)
                        unit.MoveTo(merged, record);
                }
            }
            else if (record.Articles.Count == 0 || record.Articles.Contains(articleId))
            {
                var keys = CurationRules.Keys(record);
                foreach (var unit in units)
                {
                    if (CurationRules.Takes(record, unit.Value, keys, unit.Key))
                        unit.MoveTo(record.Into!, record);
                }
            }
        }
    }

    private ArticleActor Actor(string id, List<CuratedMention> units, IReadOnlyList<ArticleActor> before)
    {
        const FacetDimension dimension = FacetDimension.Actor;
        var sources = units.Select(static unit => unit.Source).Distinct().Select(at => before[at]).ToList();
        var own = sources.Find(actor => actor.Id == id);
        // What the text tells of an actor is not told of the one split off.
        var first = own ?? (units.Exists(static unit => unit.IsOther)
            ? new ArticleActor { Id = id, Name = sources[0].Name, Kind = sources[0].Kind, Mentions = [] } : sources[0]);
        var name = rules.RenamedTo(dimension, id) ?? own?.Name ?? rules.KnownName(dimension, id) ?? first.Name;
        var kind = ActorKinds.Read(
            rules.RetypedTo(dimension, id) ?? (own is null ? rules.KnownKind(dimension, id) : null)) ?? first.Kind;
        var code = kind == first.Kind ? first.CameoCode : ActorCodes.Cameo(kind, null);
        return first with
        {
            Id = id,
            Name = name,
            Kind = kind,
            CameoCode = code,
            PloverCode = code == first.CameoCode ? first.PloverCode : ActorCodes.Plover(code),
            AcledType = kind == first.Kind ? first.AcledType : ActorCodes.Acled(code, kind),
            Aliases = Aliases(name, units, before),
            Mentions = Mentions(units),
            CuratedBy = CuratedBy(dimension, id, units),
        };
    }

    // Spellings without a mention stay with an actor that kept or took all mentions there are.
    private static string[] Aliases(string name, List<CuratedMention> units, IReadOnlyList<ArticleActor> before)
    {
        List<string> aliases = [name];
        foreach (var source in units.GroupBy(static unit => unit.Source))
        {
            if (source.Count() >= before[source.Key].Mentions.Count)
                aliases.AddRange(before[source.Key].Aliases);
            aliases.AddRange(source.Where(static unit => unit.Mention is not null)
                .Select(static unit => unit.Mention!.Value.Quote));
        }

        return [.. aliases.Distinct(StringComparer.Ordinal)];
    }

    private ArticlePlace Place(string path, List<CuratedMention> units, IReadOnlyList<ArticlePlace> before)
    {
        var own = before.FirstOrDefault(place => place.Path == path);
        var moved = before[units[0].Source];
        var known = own ?? placeAt(path);
        var place = known
            ?? new ArticlePlace { Path = path, Names = [], Kind = Kind(path) ?? moved.Kind, Mentions = [] };
        return place with
        {
            Names = PlaceNames(path, own, known, moved),
            Setting = own?.Setting ?? moved.Setting,
            SettingEvidence = own is null ? moved.SettingEvidence : own.SettingEvidence,
            Mentions = Mentions(units),
            CuratedBy = CuratedBy(FacetDimension.Place, path, units),
        };
    }

    private PlaceKind? Kind(string path) =>
        Enum.TryParse<PlaceKind>(rules.KnownKind(FacetDimension.Place, path), ignoreCase: true, out var kind)
            ? kind : null;

    private string[] PlaceNames(string path, ArticlePlace? own, ArticlePlace? known, ArticlePlace moved)
    {
        string[] above = [.. Curation.Values.SelfAndAbove(FacetDimension.Place, path).Reverse()];
        var names = new string[above.Length];
        for (var depth = 0; depth < names.Length; depth++)
        {
            var told = above.Skip(depth).Select(rules.PlaceNames).FirstOrDefault(static along => along is not null);
            names[depth] = rules.RenamedTo(FacetDimension.Place, above[depth])
                ?? own?.Names.ElementAtOrDefault(depth)
                ?? told?[depth]
                ?? known?.Names.ElementAtOrDefault(depth)
                ?? (depth == names.Length - 1 ? moved.Names[^1] : above[depth][(above[depth].LastIndexOf('/') + 1)..]);
        }

        return names;
    }

    private static Evidence[] Mentions(List<CuratedMention> units) =>
    [
        .. units.Where(static unit => unit.Mention is not null).Select(static unit => unit.Mention!.Value)
            .OrderBy(static mention => mention.Field).ThenBy(static mention => mention.Start)
            .ThenBy(static mention => mention.End),
    ];

    private long[]? CuratedBy(FacetDimension dimension, string value, List<CuratedMention> units)
    {
        long[] by =
        [
            .. units.SelectMany(static unit => unit.MovedBy)
                .Concat(Curation.Values.SelfAndAbove(dimension, value).SelectMany(at => rules.NamedBy(dimension, at)))
                .Distinct().Order(),
        ];
        return by.Length == 0 ? null : by;
    }
}
