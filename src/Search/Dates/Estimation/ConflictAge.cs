using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Search.Articles;

namespace Dateline.Search.Dates.Estimation;

/// <summary>
/// "The 16-month conflict": with the month it began, told here or in another article about the same, that is a date.
/// What is told in full needs no date of its source.
/// </summary>
internal static partial class ConflictAge
{
    private const int MostClues = 3;
    private const double InThisText = 1;
    private const double InTheSameCountry = 1;
    private const double InAnother = 0.5;

    public static IEnumerable<Clue> Find(Article article, IReadOnlyList<Article> others)
    {
        if (Age().Match(article.Body) is not { Success: true } age || Months(age) is not { } months)
            yield break;
        var told = Begun(article).Select(static start => (start, Source: (Article?)null)).ToList();
        if (told.Count == 0)
            told = [.. others.SelectMany(static other => Begun(other).Select(start => (start, (Article?)other)))];
        foreach (var (start, source) in told.Take(MostClues))
        {
            var evidence = new Evidence(
                EvidenceField.Body, age.Index, age.Index + age.Length, age.Value, "conflict-age");
            var where = source is null ? "it" : $"'{source.Title}'";
            // Sixteen months on, give or take half of one: what is counted in months is rounded to months.
            yield return Clue.Of(
                start.Date.First.AddMonths(months).AddDays(-15),
                start.Date.Last.AddMonths(months).AddDays(15),
                source is null ? InThisText : SameCountry(article, source) ? InTheSameCountry : InAnother,
                "conflict-age",
                $"'{age.Value}', which began in {start.Date} as {where} says ('{start.Evidence.Quote}')",
                evidence,
                source?.Id);
        }
    }

    private static bool SameCountry(Article one, Article other) =>
        Country(one) is { } country && country == Country(other);

    private static string? Country(Article article) =>
        article.Places is [var most, ..] ? most.Path.Split('/')[0] : null;

    /// <summary>Months and days that a text gives for the beginning of a conflict.</summary>
    private static IEnumerable<EventDate> Begun(Article article) => article.EventDates.Where(date =>
        date.Date.Precision is DatePrecision.Month or DatePrecision.Day && date.Evidence.Field == EvidenceField.Body
        && date.Evidence.Rule == "absolute"
        && Beginning().IsMatch(article.Body.AsSpan(Math.Max(0, date.Evidence.Start - 90)..date.Evidence.Start)));

    private static int? Months(Match age)
    {
        var words = age.Groups["count"].Value;
        var count = int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : Number(words);
        return count is > 0 and < 600 ? age.Groups["unit"].Value is "year" ? count * 12 : count : null;
    }

    private static int Number(string word)
    {
        var found = TimeLexicon.Of(word);
        return found.Class is TimeClass.Count ? found.Value : 0;
    }

    [GeneratedRegex(
        @"\b(?<count>\d{1,3}|[a-z]{3,9})-(?<unit>month|year)(?:-(?:old|long))?\s+(?:\w+\s+)?"
            + @"(?:conflict|uprising|war|revolt|rebellion|crisis|insurgency|unrest|siege|campaign|crackdown|fighting|"
            + @"bloodshed|violence|struggle|revolution)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Age();

    [GeneratedRegex(
        @"\b(?:conflict|uprising|war|revolt|rebellion|crisis|insurgency|unrest|siege|crackdown|fighting|protests|"
            + @"violence|revolution|demonstrations)\b[^.]{0,60}"
            + @"\b(?:began|begun|started|erupted|since|broke out|flared)\b[^.]{0,12}$"
            + @"|\bsince\b[^.]{0,60}\b(?:conflict|uprising|revolt|crisis|protests|unrest)\b[^.]{0,40}"
            + @"\b(?:in|on|of)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();
}
