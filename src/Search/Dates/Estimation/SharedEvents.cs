using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Search.Dates.Estimation;

/// <summary>
/// "On Friday the council extended its mission": where a dated article tells the same in its own words and with the
/// same weekday, the day is known, and weekday names reach no further than a week. Articles that share most of their
/// words without such a sentence count for less.
/// </summary>
internal static class SharedEvents
{
    private const double SameSentence = 0.6;
    private const int FewestShared = 6;
    private const double SimilarArticle = 0.5;
    private const int Around = 4;

    public static IEnumerable<Clue> Find(Article article, List<Article> dated)
    {
        var weekdays = Weekdays(article.Body);
        var words = new TellingWords(article.Body);
        foreach (var other in dated)
        {
            var found = Sentences(other, Weekdays(other)).ToList();
            foreach (var (span, day, set) in weekdays)
            {
                foreach (var (date, told) in found)
                {
                    if (date.DayOfWeek == day && set.Shared(told) >= FewestShared && set.Overlap(told) >= SameSentence)
                        yield return Same(article, other, span, date, set.Overlap(told));
                }
            }

            if (words.Overlap(new TellingWords(other.Body)) is var overlap and >= SimilarArticle)
                yield return Similar(other, overlap);
        }
    }

    private static Clue Same(Article article, Article other, TextSpan span, DateOnly date, double overlap)
    {
        // What the other article tells as past is past here as well, and by no more than a week.
        var future = date > other.Published!.Date.Last;
        var (first, last) = future ? (date.AddDays(-6), date) : (date, date.AddDays(6));
        var quote = article.Body[span.Start..span.End];
        var evidence = new Evidence(EvidenceField.Body, span.Start, span.End, quote, "shared-event");
        return Clue.Of(first, last, 0.6 + overlap / 2, "shared-event",
            $"'{quote}' here is {date:yyyy-MM-dd} in '{other.Title}', which tells the same", evidence, other.Id);
    }

    private static Clue Similar(Article other, double overlap)
    {
        var day = other.Published!.Date.First;
        return Clue.Of(day.AddDays(-Around), day.AddDays(Around), overlap, "similar-article",
            $"'{other.Title}' of {day:yyyy-MM-dd} is about the same", null, other.Id);
    }

    private static List<(TextSpan Span, DayOfWeek Day, TellingWords Words)> Weekdays(string body)
    {
        var sentences = SentenceSplitter.Split(body);
        var found = new List<(TextSpan, DayOfWeek, TellingWords)>();
        foreach (var expression in TimeExpressionFinder.Find(body, null))
        {
            if (expression.Rule == "weekday"
                && Named(body.AsSpan(expression.Span.Start, expression.Span.Length)) is { } day)
                found.Add((expression.Span, day, Sentence(body, sentences, expression.Span.Start)));
        }

        return found;
    }

    private static IEnumerable<(DateOnly Date, int Start)> Weekdays(Article dated) => dated.EventDates
        .Where(static date => date.Date.Precision == DatePrecision.Day && date.Evidence.Field == EvidenceField.Body)
        .Select(static date => (date.Date.First, date.Evidence.Start));

    private static IEnumerable<(DateOnly Date, TellingWords Words)> Sentences(
        Article article, IEnumerable<(DateOnly Date, int Start)> dates)
    {
        var sentences = SentenceSplitter.Split(article.Body);
        return dates.Select(date => (date.Date, Sentence(article.Body, sentences, date.Start)));
    }

    private static TellingWords Sentence(string body, List<TextSpan> sentences, int at)
    {
        var span = sentences.Find(sentence => sentence.Start <= at && at < sentence.End);
        return new TellingWords(body.AsSpan(span.Start, span.Length));
    }

    private static DayOfWeek? Named(ReadOnlySpan<char> words)
    {
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            if (words.Contains(day.ToString(), StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }
}
