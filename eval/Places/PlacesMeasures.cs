using Dateline.Eval.Measuring;
using Dateline.Search.Places;

namespace Dateline.Eval.Places;

/// <summary>
/// <c>places-lgl FOLDER</c> and <c>places-geowebnews FOLDER</c>: finding place names in news, and resolving the names
/// the annotators marked. A name found is right when it overlaps a marked one; resolving is right within 161 km, the
/// literature's 100 miles. Of GeoWebNews the literal names are counted; other marked ones are neither right nor wrong
/// to find. LGL marks "Iraqi" as Iraq, so there the adjectives that the analysis lists apart from places are counted as
/// found.
/// </summary>
internal static class PlacesMeasures
{
    public static Measure Lgl { get; } = new("places-lgl", "geoparsing",
        "Finding and resolving of places in local news, LGL.",
        run => Run(run, GeoparsingCorpus.ReadLgl(Path.Combine(run.Folder, "lgl.xml")), true));

    public static Measure GeoWebNews { get; } = new("places-geowebnews", "geoparsing",
        "Finding and resolving of literal place names, GeoWebNews.",
        run => Run(run, GeoparsingCorpus.ReadGeoWebNews(Path.Combine(run.Folder, "GeoWebNews.xml")), false));

    private static List<Figure> Run(MeasureRun run, List<GoldArticle> corpus, bool adjectives)
    {
        var score = new PlaceScore(new PlaceAnnotator(GazetteerFiles.Default), run, adjectives);
        foreach (var article in corpus.Where(article => run.Includes(article.Id)))
            score.Add(article);
        return score.Figures();
    }
}
