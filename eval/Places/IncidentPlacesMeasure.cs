using Dateline.Eval.IncidentDates;
using Dateline.Eval.Measuring;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;
using Dateline.Search.Names;
using Dateline.Search.Places;

namespace Dateline.Eval.Places;

/// <summary>
/// <c>places-muc34 FOLDER</c>: MUC-3/4 reports against the INCIDENT: LOCATION slot of their key templates. The country is
/// right when a place of the report lies in it (or is it); the finest level is right when a place of the report within
/// that country bears its name, as the gazetteer or the report spells it.
/// </summary>
internal static class IncidentPlacesMeasure
{
    private sealed record Template(bool Country, bool Finest);

    public static Measure Measure { get; } = new("places-muc34", "muc34",
        "Country and finest level of incidents among the places of their reports.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var gazetteer = GazetteerFiles.Default;
        var annotator = new PlaceAnnotator(gazetteer);
        var slots = MucReports.Slots(run.Folder, "INCIDENT: LOCATION");
        var templates = new List<Template>();
        foreach (var (id, source) in MucReports.Texts(run.Folder))
        {
            if (!slots.Contains(id) || !run.Includes(id))
                continue;
            var text = ArticleExtractor.Extract(new InputItem(id, InputFormat.PageText, source)).Text;
            var places = text is null ? [] : annotator.Analyze(text, ArticleNames.Of(text)).Places;
            foreach (var slot in slots[id])
                Score(run, id, slot, new IncidentPlaces(gazetteer, places), templates);
        }

        run.Output.WriteLine($"{templates.Count} templates with a location");
        return
        [
            new("country among places", Share(templates, template => template.Country)),
            new("finest level among places", Share(templates, template => template.Finest)),
        ];
    }

    private static void Score(MeasureRun run, string id, string slot, IncidentPlaces places, List<Template> templates)
    {
        var keys = IncidentPlaceKey.Parse(slot);
        var template = new Template(keys.Exists(places.HasCountry), keys.Exists(places.HasFinest));
        templates.Add(template);
        if (template is not { Country: true, Finest: true } && run.Worst > templates.Count(other => !other.Finest) - 1)
            run.Output.WriteLine($"{(template.Country ? "FINEST" : "COUNTRY")}\t{id}\t{slot}\t{places}");
    }

    private static double Share(List<Template> templates, Func<Template, bool> counts) =>
        templates.Count == 0 ? 0 : (double)templates.Count(counts) / templates.Count;
}

/// <summary>An article's places, to be asked for the places of keys.</summary>
internal sealed class IncidentPlaces(Gazetteer gazetteer, IReadOnlyList<ArticlePlace> places)
{
    public bool HasCountry(IncidentPlaceKey key) => CountryOf(key) is { } country && places.Any(place => Lies(place, country));

    public bool HasFinest(IncidentPlaceKey key) => CountryOf(key) is { } country
        && (key.Levels.Count == 1 ? HasCountry(key) : places.Any(place => Lies(place, country) && key.Levels[^1].Any(name => Bears(place, name))));

    public override string ToString() => string.Join("; ", places.Select(place => $"{place.Path}×{place.Mentions.Count}"));

    private static bool Lies(ArticlePlace place, string country) =>
        place.Path.StartsWith(country, StringComparison.Ordinal) && (place.Path.Length == country.Length || place.Path[country.Length] == '/');

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
