using System.Text.RegularExpressions;
using Dateline.Search.Articles;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>Publication dates that a page shows, or tells only its own scripts.</summary>
internal static partial class HtmlPublication
{
    private const int MaxScriptUnits = 4 << 20;
    private const int Hopeless = -90;
    private const int Rival = 20;
    private const int Sure = 25;
    private const int Plausible = 5;

    /// <summary>A visible date that is marked or labelled and stands where an article's date stands.</summary>
    public static void InPlace(HtmlSource source, HtmlSurvey survey, HtmlFacts facts)
    {
        if (facts.Published is null && Best(survey, facts) is { } best && IsInPlace(best, survey, facts, Sure))
            Visible(source, survey, facts);
    }

    private static bool IsInPlace(HtmlDateCandidate date, HtmlSurvey survey, HtmlFacts facts, int least)
    {
        var (start, end) = Headline(survey, facts);
        return start >= 0 && date.Score(start, end, survey.IsAside(date, start)) >= least;
    }

    /// <summary>The visible date that most likely is the article's own.</summary>
    public static void Visible(HtmlSource source, HtmlSurvey survey, HtmlFacts facts)
    {
        if (facts.Published is null && Best(survey, facts) is { } best)
            facts.OfferDate(best.Date, best.Instant, SourceQuotes.In(source, best.Element, best.Quote, best.Rule));
    }

    /// <summary>
    /// Declared moments are often in UTC, whose day may differ from the outlet's. Where the page also prints the day,
    /// one off from the declared, the printed day is the outlet's own.
    /// </summary>
    public static void LocalDay(HtmlSource source, HtmlSurvey survey, HtmlFacts facts)
    {
        if (facts.Published is not { Instant: { } instant } published || instant.Offset != TimeSpan.Zero
            || Best(survey, facts) is not { Label: not DateLabel.Updated } printed
            || !IsInPlace(printed, survey, facts, Plausible)
            || Math.Abs(printed.Date.First.DayNumber - published.Date.First.DayNumber) != 1
            || survey.Dates.Exists(date => date.Date == published.Date && IsRival(date, printed, survey, facts)))
            return;
        var rule = $"{published.Rule}-local-day";
        facts.Replace((published with { Date = printed.Date, Rule = rule },
            SourceQuotes.In(source, printed.Element, printed.Quote, rule)));
    }

    private static bool IsRival(HtmlDateCandidate date, HtmlDateCandidate best, HtmlSurvey survey, HtmlFacts facts)
    {
        var (start, end) = Headline(survey, facts);
        return date.Label != DateLabel.Updated && date.Score(start, end, survey.IsAside(date, start))
            > best.Score(start, end, survey.IsAside(best, start)) - Rival;
    }

    /// <summary>
    /// The last resort: a date that the page's scripts hold under a name that says publication.
    /// </summary>
    public static void InScripts(HtmlSource source, HtmlFacts facts)
    {
        if (facts.Published is not null || source.Full.Length > MaxScriptUnits)
            return;
        Match? best = null;
        foreach (Match match in ScriptDate().Matches(source.Full))
        {
            if (Strength(match) > (best is null ? 0 : Strength(best))
                && PublicationDateParser.TryValue(match.Groups["value"].Value, out _, out _))
                best = match;
        }

        if (best is null || !PublicationDateParser.TryValue(best.Groups["value"].Value, out var date, out var instant))
            return;
        var value = best.Groups["value"];
        facts.OfferDate(date, instant,
            new Evidence(EvidenceField.Source, value.Index, value.Index + value.Length, value.Value, "script-date"));
    }

    private static int Strength(Match match)
    {
        var name = match.Groups["name"].Value;
        return name.Contains("publi", StringComparison.OrdinalIgnoreCase) ? 3
            : name.Equals("date", StringComparison.OrdinalIgnoreCase)
                || name.Contains("show", StringComparison.OrdinalIgnoreCase) ? 1
            : 2;
    }

    private static HtmlDateCandidate? Best(HtmlSurvey survey, HtmlFacts facts)
    {
        var (start, end) = Headline(survey, facts);
        HtmlDateCandidate? best = null;
        var most = int.MinValue;
        foreach (var date in survey.Dates)
        {
            var score = date.Score(start, end, survey.IsAside(date, start));
            if (score > most)
                (best, most) = (date, score);
        }

        return most >= 0 || (most > Hopeless && IsOnly(best!, survey)) ? best : null;
    }

    // An unlikely date is used where the page shows no other.
    private static bool IsOnly(HtmlDateCandidate best, HtmlSurvey survey) =>
        !best.Linked && survey.Dates.TrueForAll(
            date => date.Date == best.Date || (date.Linked && date.Mark == HtmlDateMark.None));

    private static (int Start, int End) Headline(HtmlSurvey survey, HtmlFacts facts)
    {
        foreach (var level in (ReadOnlySpan<string>)["h1", "h2"])
        {
            for (var at = 0; at < survey.Headings.Count; at++)
            {
                if (facts.Title is { } title && survey.Headings[at].LocalName == level
                    && HtmlHeading.Text(survey.Headings[at]) == title.Value)
                    return survey.HeadingSpans[at];
            }
        }

        var first = survey.Headings.FindIndex(static heading => heading.LocalName == "h1");
        if (first < 0 && facts.Title is { Value.Length: > 12 } words && survey.Find(words.Value) is >= 0 and var found)
            return (found, found + words.Value.Length);
        return first < 0 ? (-1, -1) : survey.HeadingSpans[first];
    }

    [GeneratedRegex(
        """["']?\b(?<name>date_?published|published_?(?:at|date|time|on)|publish(?:ed)?_?date|"""
            + """publication_?(?:date|time)|first_?published(?:_?at)?|pub_?date|date_?created|created_?(?:at|date)|"""
            + """create_?(?:time|date)|release_?date|upload_?date|date|show_?date)["']?"""
            + """\s*[:=(]\s*["'](?<value>\d[^"'<>\n]{7,40})["']""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ScriptDate();
}
