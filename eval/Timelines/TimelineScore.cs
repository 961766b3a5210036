using Dateline.Eval.Rouge;

namespace Dateline.Eval.Timelines;

/// <summary>Precision and recall of one timeline against one reference.</summary>
internal readonly record struct PrecisionRecall(double Precision, double Recall)
{
    public double F => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>
/// Scores of a timeline by Martschat and Markert (EACL 2017), as Gholipour Ghalandari and Ifrim (ACL 2020) use them:
/// dates, and ROUGE-1 and -2 without stop words, stemmed, under the many-to-one alignment of days by date distance and
/// content ("align+ m:1").
/// </summary>
internal sealed record TimelineScore(PrecisionRecall Dates, PrecisionRecall Rouge1, PrecisionRecall Rouge2)
{
    private sealed record Day(DateOnly Date, RougeText Grams, Dictionary<string, int> Tokens, int TokenCount);

    public static TimelineScore Of(DatedSummaries predicted, DatedSummaries reference)
    {
        var shared = predicted.Days.Intersect(reference.Days).Count();
        var dates = new PrecisionRecall(Share(shared, predicted.Days.Count), Share(shared, reference.Days.Count));
        var (own, gold) = (Days(predicted), Days(reference));
        var ofOwn = Aligned(own, gold);
        var ofGold = Aligned(gold, own);
        return new TimelineScore(
            dates, new PrecisionRecall(ofOwn[0], ofGold[0]), new PrecisionRecall(ofOwn[1], ofGold[1]));
    }

    /// <summary>Averages of precision and recall; their F is the published figure.</summary>
    public static TimelineScore Average(IReadOnlyCollection<TimelineScore> scores) => new(
        Mean(scores, static score => score.Dates),
        Mean(scores, static score => score.Rouge1),
        Mean(scores, static score => score.Rouge2));

    private static PrecisionRecall Mean(
        IReadOnlyCollection<TimelineScore> scores, Func<TimelineScore, PrecisionRecall> of) => new(
        scores.Select(score => of(score).Precision).DefaultIfEmpty(0).Average(),
        scores.Select(score => of(score).Recall).DefaultIfEmpty(0).Average());

    private static List<Day> Days(DatedSummaries timeline) =>
    [
        .. timeline.Days.Select(date =>
        {
            var tokens = timeline[date].SelectMany(static sentence => sentence.Split(' '))
                .CountBy(static token => token)
                .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
            return new Day(date, RougeText.Of(timeline[date], withoutStopwords: true), tokens, tokens.Values.Sum());
        }),
    ];

    // Each day of one side goes to the cheapest of the other; matches count less the further apart the days are.
    private static double[] Aligned(List<Day> side, List<Day> other)
    {
        var matched = new double[2];
        var total = new double[2];
        foreach (var day in side)
        {
            var best = other.Count == 0 ? null : other.MinBy(candidate => Cost(day, candidate));
            for (var n = 1; n <= 2; n++)
            {
                total[n - 1] += day.Grams.Totals[n - 1];
                if (best is not null) matched[n - 1] += Nearness(day, best) * day.Grams.SharedWith(best.Grams, n);
            }
        }

        return [Share(matched[0], total[0]), Share(matched[1], total[1])];
    }

    private static double Nearness(Day one, Day other) =>
        1.0 / (Math.Abs(one.Date.DayNumber - other.Date.DayNumber) + 1);

    private static double Cost(Day one, Day other) => (1 - Nearness(one, other)) * (1 - TokenF(one, other));

    private static double TokenF(Day one, Day other)
    {
        var shared = 0;
        foreach (var (token, count) in one.Tokens) shared += Math.Min(count, other.Tokens.GetValueOrDefault(token));
        return new PrecisionRecall(Share(shared, one.TokenCount), Share(shared, other.TokenCount)).F;
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
