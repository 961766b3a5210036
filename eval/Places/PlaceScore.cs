using System.Diagnostics;
using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Places;

namespace Dateline.Eval.Places;

/// <summary>Counts of one corpus.</summary>
/// <param name="annotator">What is measured.</param>
/// <param name="run">How.</param>
/// <param name="adjectives">True where the corpus marks adjectives of countries as their names.</param>
internal sealed class PlaceScore(PlaceAnnotator annotator, MeasureRun run, bool adjectives)
{
    private const double NearKilometres = 161;

    private int gold, found, foundExact, spurious, located, near, listed, listedNear, resolvedNear, resolved,
        countryTold, countryRight, articles, worst;
    private double seconds;

    /// <summary>Runs finding, and resolving with the gold spans given.</summary>
    public void Add(GoldArticle article)
    {
        var text = new ExtractedText { Title = "", Body = article.Text, Outlet = article.Outlet, Url = article.Url };
        var names = ArticleNames.Of(text);
        var watch = Stopwatch.StartNew();
        var analysis = annotator.Analyze(text, names);
        seconds += watch.Elapsed.TotalSeconds;
        articles++;
        Find(article, analysis);
        Resolve(article, text);
    }

    public List<Figure> Figures()
    {
        double precision = Ratio(found, found + spurious), recall = Ratio(found, gold);
        run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articles} articles, {articles / seconds:F0} a second without the name tagger; {gold} names, "
                + $"{Ratio(foundExact, gold):F3} of them found exactly, {located} with a position"));
        var figures = new List<Figure>
        {
            new("finding precision", precision),
            new("finding recall", recall),
            new("finding F1", Ratio(2 * precision * recall, precision + recall)),
            new("resolved names within 161 km", Ratio(resolvedNear, resolved)),
            new("given names within 161 km", Ratio(near, located)),
            new("given names of GeoNames, 161 km", Ratio(listedNear, listed)),
        };
        if (countryTold > 0)
            figures.Add(new("given names, country", Ratio(countryRight, countryTold)));
        return figures;
    }

    private void Find(GoldArticle article, PlaceAnalysis analysis)
    {
        var hit = new HashSet<GoldToponym>();
        var mentions = analysis.Mentions.Select(mention => (mention.Evidence, Place: (ArticlePlace?)mention.Place))
            .Concat(analysis.Unresolved.Concat(adjectives ? analysis.Adjectives : [])
                .Select(evidence => (Evidence: evidence, Place: (ArticlePlace?)null)));
        foreach (var (evidence, place) in mentions.Where(mention => mention.Evidence.Field == EvidenceField.Body))
        {
            var match = article.Toponyms.FirstOrDefault(toponym =>
                toponym.Start < evidence.End && evidence.Start < toponym.End);
            if (match is null)
            {
                spurious++;
                Tell("SPURIOUS", article, evidence.Start, evidence.End, $"{place?.Path}\t{evidence.Rule}");
            }
            else if (match.Counted && hit.Add(match))
            {
                foundExact += match.Start == evidence.Start && match.End == evidence.End ? 1 : 0;
                if (place is not null)
                    CountResolved(match, place, article);
            }
        }

        foreach (var toponym in article.Toponyms.Where(toponym => toponym.Counted))
        {
            gold++;
            found += hit.Contains(toponym) ? 1 : 0;
            if (!hit.Contains(toponym))
                Tell("MISSED", article, toponym.Start, toponym.End, toponym.InGeoNames ? "" : "not in GeoNames");
        }
    }

    private void CountResolved(GoldToponym match, ArticlePlace place, GoldArticle article)
    {
        if (double.IsNaN(match.Latitude) || place.Latitude is not { } latitude || place.Longitude is not { } longitude)
            return;
        resolved++;
        var right = Distance(match, latitude, longitude) <= NearKilometres;
        resolvedNear += right ? 1 : 0;
        if (!right)
            Tell("MISPLACED", article, match.Start, match.End, Position(match, place.Path));
    }

    private void Resolve(GoldArticle article, ExtractedText text)
    {
        var toponyms = article.Toponyms.Where(t => t.Counted && !double.IsNaN(t.Latitude))
            .OrderBy(t => t.Start).ToList();
        var nodes = annotator.ResolveGiven(text, toponyms.ConvertAll(toponym => (toponym.Start, toponym.End)));
        for (var i = 0; i < toponyms.Count; i++)
        {
            var (toponym, node) = (toponyms[i], nodes[i]);
            var right = node is { Latitude: { } latitude, Longitude: { } longitude }
                && Distance(toponym, latitude, longitude) <= NearKilometres;
            located++;
            near += right ? 1 : 0;
            listed += toponym.InGeoNames ? 1 : 0;
            listedNear += right && toponym.InGeoNames ? 1 : 0;
            if (!right)
                Tell("UNRESOLVED", article, toponym.Start, toponym.End,
                    Position(toponym, node?.Path) + (toponym.InGeoNames ? "" : " not in GeoNames"));
            if (toponym.Country is not { } country)
                continue;
            countryTold++;
            countryRight += node is { } known && known.Names[0] == country ? 1 : 0;
        }
    }

    private static string Position(GoldToponym toponym, string? path) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{path}\t{toponym.Latitude} {toponym.Longitude} {toponym.Country}");

    private void Tell(string what, GoldArticle article, int start, int end, string more)
    {
        if (worst++ < run.Worst)
            run.Output.WriteLine($"{what}\t{article.Id}\t{Around(article.Text, start, end)}\t{more}");
    }

    private static double Distance(GoldToponym toponym, double latitude, double longitude)
    {
        var (a, b) = (double.DegreesToRadians(toponym.Latitude), double.DegreesToRadians(latitude));
        var half = double.DegreesToRadians(longitude - toponym.Longitude) / 2;
        var sine = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(half), 2));
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(sine)));
    }

    private static string Around(string text, int start, int end) =>
        (text[Math.Max(0, start - 30)..start] + "[" + text[start..end] + "]"
            + text[end..Math.Min(text.Length, end + 30)]).ReplaceLineEndings(" ");

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
