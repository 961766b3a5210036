using Dateline.Eval.IncidentDates;
using Dateline.Eval.Measuring;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;
using Dateline.Search.Names;
using Dateline.Search.Places;

namespace Dateline.Eval.Places;

/// <summary>
/// <c>places-muc34 FOLDER</c>: MUC-3/4 reports against the INCIDENT: LOCATION slot of their key templates. The country
/// is right when a place of the report lies in it (or is it); the finest level is right when a place of the report
/// within that country bears its name, as the gazetteer or the report spells it.
/// </summary>
internal static class IncidentPlacesMeasure
{
    private sealed record Template(bool Country, bool Finest, bool Happened);

    public static Measure Measure { get; } = new("places-muc34", "muc34",
        "Country and finest level of incidents among the places of their reports.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var gazetteer = GazetteerFiles.Default;
        var annotator = new PlaceAnnotator(gazetteer);
        var slots = MucReports.Slots(run.Folder, "INCIDENT: LOCATION");
        var templates = new List<Template>();
        var told = new List<bool>();
        foreach (var (id, source) in MucReports.Texts(run.Folder))
        {
            if (!slots.Contains(id) || !run.Includes(id))
                continue;
            var text = ArticleExtractor.Extract(new InputItem(id, InputFormat.PageText, source)).Text;
            var places = text is null ? [] : annotator.Analyze(text, ArticleNames.Of(text)).Places;
            foreach (var slot in slots[id])
                Score(run, id, slot, gazetteer, places, templates);
            foreach (var place in places.Where(place => place.Setting == PlaceSetting.Happened))
                told.Add(slots[id].SelectMany(IncidentPlaceKey.Parse)
                    .Any(new IncidentPlaces(gazetteer, [place]).IsOnTheChain));
        }

        run.Output.WriteLine($"{templates.Count} templates with a location");
        return
        [
            new("country among places", Share(templates, template => template.Country)),
            new("finest level among places", Share(templates, template => template.Finest)),
            new("finest level among where it happened", Share(templates, template => template.Happened)),
            new("where it happened is on a key's chain",
                told.Count == 0 ? 0 : (double)told.Count(right => right) / told.Count),
        ];
    }

    private static void Score(MeasureRun run, string id, string slot, Gazetteer gazetteer,
        IReadOnlyList<ArticlePlace> places, List<Template> templates)
    {
        var keys = IncidentPlaceKey.Parse(slot);
        var all = new IncidentPlaces(gazetteer, places);
        var happened = new IncidentPlaces(gazetteer,
            [.. places.Where(place => place.Setting == PlaceSetting.Happened)]);
        var template = new Template(keys.Exists(all.HasCountry), keys.Exists(all.HasFinest),
            keys.Exists(happened.HasFinest));
        templates.Add(template);
        if (template is not { Country: true, Finest: true } && run.Worst > templates.Count(other => !other.Finest) - 1)
            run.Output.WriteLine($"{(template.Country ? "FINEST" : "COUNTRY")}\t{id}\t{slot}\t{all}");
        else if (template is { Finest: true, Happened: false } && run.Worst > 0)
            run.Output.WriteLine($"SETTING\t{id}\t{slot}\t{all}");
    }

    private static double Share(List<Template> templates, Func<Template, bool> counts) =>
        templates.Count == 0 ? 0 : (double)templates.Count(counts) / templates.Count;
}

/// <summary>An article's places, to be asked for the places of keys.</summary>
internal sealed class IncidentPlaces(Gazetteer gazetteer, IReadOnlyList<ArticlePlace> places)
{
    public bool HasCountry(IncidentPlaceKey key) =>
        CountryOf(key) is { } country && places.Any(place => Lies(place, country));

    public bool HasFinest(IncidentPlaceKey key) => CountryOf(key) is { } country
        && (key.Levels.Count == 1 ? HasCountry(key)
            : places.Any(place => Lies(place, country) && key.Levels[^1].Any(name => Bears(place, name))));

    /// <summary>
    /// True when a place lies on the way from the key's country down to its finest level, or within that.
    /// </summary>
    public bool IsOnTheChain(IncidentPlaceKey key) =>
        CountryOf(key) is { } country && places.Any(place => Lies(place, country)
        && (place.Path == country || key.Levels.Skip(1).SelectMany(names => names).Any(name => Bears(place, name))));

    public override string ToString() => string.Join("; ", places.Select(place =>
        $"{place.Path}×{place.Mentions.Count} {place.Setting} {place.SettingEvidence?.Quote.ReplaceLineEndings(" ")}"));

    private static bool Lies(ArticlePlace place, string country) =>
        place.Path.StartsWith(country, StringComparison.Ordinal)
            && (place.Path.Length == country.Length || place.Path[country.Length] == '/');

    private string? CountryOf(IncidentPlaceKey key)
    {
        var known = gazetteer.Suggest(key.Levels[0][0]).Where(node => node.Kind == PlaceKind.Country).ToList();
        return known.Count > 0 ? known[0].Path : null;
    }

    private bool Bears(ArticlePlace place, string name)
    {
        var slug = PlaceSlug.Of(name);
        return place.Names.Skip(1).Any(own => PlaceSlug.Of(own) == slug)
            || place.Mentions.Any(mention => PlaceSlug.Of(mention.Quote) == slug)
            || (!place.Unlisted && gazetteer.Suggest(name).Any(node => node.Path == place.Path));
    }
}
