using System.Diagnostics;
using System.Globalization;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Places;

namespace Dateline.Eval.Places;

/// <summary>Counts of one corpus.</summary>
internal sealed class PlaceScore
{
    private const double NearKilometres = 161;

    private int gold, found, foundExact, spurious, located, near, resolvedNear, resolved, countryTold, countryRight, articles;
    private double seconds;

    /// <summary>Runs finding, and resolving with the gold spans given.</summary>
    public static PlaceScore Measure(List<GoldArticle> corpus, PlaceAnnotator annotator, bool errors)
    {
        var score = new PlaceScore { articles = corpus.Count };
        annotator.Annotate(new ExtractedText { Title = "", Body = corpus[0].Text });
        foreach (var article in corpus)
        {
            var text = new ExtractedText { Title = "", Body = article.Text };
            var watch = Stopwatch.StartNew();
            var analysis = annotator.Analyze(text, ArticleNames.Of(text));
            score.seconds += watch.Elapsed.TotalSeconds;
            score.Find(article, analysis, errors);
            score.Resolve(article, annotator, text, errors);
        }
        return score;
    }

    public string Report(string name)
    {
        double precision = Ratio(found, found + spurious), recall = Ratio(found, gold);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name}: {articles} articles, {articles / seconds:F0} articles/s\n"
            + $"  finding (overlap): precision {precision:F3} recall {recall:F3} F1 {Ratio(2 * precision * recall, precision + recall):F3}"
            + $" (exact spans: {Ratio(foundExact, gold):F3} of gold)\n"
            + $"  resolving found names: accuracy@161km {Ratio(resolvedNear, resolved):F3} of {resolved}\n"
            + $"  resolving gold names: accuracy@161km {Ratio(near, located):F3} of {located}, country {Ratio(countryRight, countryTold):F3} of {countryTold}");
    }

    private void Find(GoldArticle article, PlaceAnalysis analysis, bool errors)
    {
        var hit = new HashSet<GoldToponym>();
        var mentions = analysis.Mentions.Select(mention => (mention.Evidence, Place: (Search.Articles.ArticlePlace?)mention.Place))
            .Concat(analysis.Unresolved.Select(evidence => (Evidence: evidence, Place: (Search.Articles.ArticlePlace?)null)));
        foreach (var (evidence, place) in mentions)
        {
            var match = article.Toponyms.FirstOrDefault(toponym => toponym.Start < evidence.End && evidence.Start < toponym.End);
            if (match is null)
            {
                spurious++;
                if (errors)
                    Console.WriteLine($"SPURIOUS\t{article.Id}\t{Around(article.Text, evidence.Start, evidence.End)}\t{place?.Path}");
            }
            else if (match.Counted && hit.Add(match))
            {
                foundExact += match.Start == evidence.Start && match.End == evidence.End ? 1 : 0;
                if (place is not null)
                    CountResolved(match, place, article, errors);
            }
        }
        foreach (var toponym in article.Toponyms.Where(toponym => toponym.Counted))
        {
            gold++;
            found += hit.Contains(toponym) ? 1 : 0;
            if (errors && !hit.Contains(toponym))
                Console.WriteLine($"MISSED\t{article.Id}\t{Around(article.Text, toponym.Start, toponym.End)}");
        }
    }

    private void CountResolved(GoldToponym match, Search.Articles.ArticlePlace place, GoldArticle article, bool errors)
    {
        if (double.IsNaN(match.Latitude) || place.Latitude is not { } latitude || place.Longitude is not { } longitude)
            return;
        resolved++;
        var right = Distance(match, latitude, longitude) <= NearKilometres;
        resolvedNear += right ? 1 : 0;
        if (errors && !right)
            Console.WriteLine($"MISPLACED\t{article.Id}\t{Around(article.Text, match.Start, match.End)}\t{place.Path}\t{match.Latitude} {match.Longitude}");
    }

    private void Resolve(GoldArticle article, PlaceAnnotator annotator, ExtractedText text, bool errors)
    {
        var toponyms = article.Toponyms.Where(t => t.Counted && !double.IsNaN(t.Latitude)).OrderBy(t => t.Start).ToList();
        var nodes = annotator.ResolveGiven(text, toponyms.ConvertAll(toponym => (toponym.Start, toponym.End)));
        for (var i = 0; i < toponyms.Count; i++)
        {
            located++;
            var node = nodes[i];
            var right = node is { Latitude: { } latitude, Longitude: { } longitude } && Distance(toponyms[i], latitude, longitude) <= NearKilometres;
            near += right ? 1 : 0;
            if (errors && !right)
                Console.WriteLine($"UNRESOLVED\t{article.Id}\t{Around(article.Text, toponyms[i].Start, toponyms[i].End)}\t{node?.Path}\t{toponyms[i].Latitude} {toponyms[i].Longitude}");
            if (toponyms[i].Country is not { } country)
                continue;
            countryTold++;
            countryRight += node is { } known && known.Names[0] == country ? 1 : 0;
        }
    }

    private static double Distance(GoldToponym toponym, double latitude, double longitude)
    {
        var (a, b) = (double.DegreesToRadians(toponym.Latitude), double.DegreesToRadians(latitude));
        var half = double.DegreesToRadians(longitude - toponym.Longitude) / 2;
        var sine = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(half), 2));
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(sine)));
    }

    private static string Around(string text, int start, int end) =>
        (text[Math.Max(0, start - 30)..start] + "[" + text[start..end] + "]" + text[end..Math.Min(text.Length, end + 30)]).ReplaceLineEndings(" ");

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
