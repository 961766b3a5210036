using System.Globalization;
using System.Xml.Linq;

namespace Dateline.Eval.Places;

/// <summary>A marked place name.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Latitude">Degrees north, NaN when the annotators gave none.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Counted">False for mentions that are neither right nor wrong to find (non-literal ones).</param>
/// <param name="Country">Country name, where the corpus tells it.</param>
/// <param name="InGeoNames">True when the annotators found it in GeoNames, false for streets, houses, firms.</param>
internal sealed record GoldToponym(
    int Start, int End, double Latitude, double Longitude, bool Counted, string? Country, bool InGeoNames);

/// <summary>A text with its marked place names.</summary>
internal sealed record GoldArticle(string Id, string Text, string? Outlet, string? Url,
    IReadOnlyList<GoldToponym> Toponyms);

/// <summary>Reads the geoparsing corpora.</summary>
internal static class GeoparsingCorpus
{
    public static List<GoldArticle> ReadLgl(string file) =>
        [.. XDocument.Load(file).Root!.Elements("article").Select(article =>
        new GoldArticle(article.Attribute("docid")!.Value, article.Element("text")!.Value,
            article.Element("domain")?.Value, article.Element("url")?.Value,
            [.. article.Element("toponyms")!.Elements("toponym").Select(toponym => new GoldToponym(
                Int(toponym, "start"), Int(toponym, "end"), Number(toponym.Element("gaztag"), "lat"),
                    Number(toponym.Element("gaztag"), "lon"),
                true, toponym.Element("gaztag")?.Element("country")?.Value, toponym.Element("gaztag") is not null))]))];

    public static List<GoldArticle> ReadGeoWebNews(string file) =>
        [.. XDocument.Load(file).Root!.Elements("article").Select(article =>
        new GoldArticle(article.Attribute("file")!.Value, article.Element("text")!.Value, null, null,
            [.. article.Element("toponyms")!.Elements("toponym").Where(IsRelevant).Select(toponym => new GoldToponym(
                Int(toponym, "start"), Int(toponym, "end"), Number(toponym, "latitude"), Number(toponym, "longitude"),
                IsLiteral(toponym.Element("type")?.Value), null, toponym.Element("geonamesID")?.Value.Length > 0))]))];

    private static bool IsLiteral(string? type) =>
        type is "Literal" or "Literal_Modifier" or "Mixed" or "Coercion" or "Embedded_Literal";

    private static bool IsRelevant(XElement toponym) =>
        IsLiteral(toponym.Element("type")?.Value) || IsEitherWay(toponym.Element("type")?.Value);

    private static bool IsEitherWay(string? type) =>
        type is "Metonymic" or "Non_Literal_Modifier" or "Literal_Expression" or "Non_Lit_Expression";

    private static int Int(XElement element, string name) =>
        int.Parse(element.Element(name)!.Value, CultureInfo.InvariantCulture);

    private static double Number(XElement? element, string name) =>
        double.TryParse(element?.Element(name)?.Value, CultureInfo.InvariantCulture, out var value)
            ? value : double.NaN;
}
