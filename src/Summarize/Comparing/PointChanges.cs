using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Comparing;

/// <summary>
/// What changed among the sentences of the bottom line and the key points. Two tell the same when they cite the same
/// words or share most of their terms; then their numbers and standing are compared.
/// </summary>
internal sealed class PointChanges(Briefing earlier, Briefing later, EarlierWords words, Vocabulary vocabulary)
{
    private const double SameThing = 0.75;
    private const double SameArticleAnew = 0.5;
    private const int Most = 100;

    /// <summary>The changes, in reading order; those withdrawn last.</summary>
    public IEnumerable<BriefingChange> Find(CancellationToken cancellationToken)
    {
        var told = ToldWords.Of(earlier);
        var before = Points(earlier);
        var matched = new HashSet<Point>(ReferenceEqualityComparer.Instance);
        foreach (var now in Points(later))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var same = before.Where(other => IsSame(other, now)).MaxBy(other => Alike(other, now));
            if (same is not null)
                matched.Add(same);
            if (same is null && !told.Has(now.Cited))
                yield return new BriefingChange(ChangeKind.New, "the earlier briefing does not tell this",
                    now.Sentence, null, false);
            else if (same is not null && Change(same, now) is { } change)
                yield return change;
        }

        foreach (var point in before)
        {
            if (!matched.Contains(point) && words.Withdrawn(point.Sentence, null) is { } gone)
                yield return gone;
        }
    }

    private List<Point> Points(Briefing briefing) =>
    [
        .. briefing.BottomLine.Select(sentence => (Sentence: sentence, Standing: (KeyPoint?)null))
            .Concat(briefing.KeyPoints.Select(point => (point.Sentence, Standing: (KeyPoint?)point)))
            .DistinctBy(pair => pair.Sentence.Citations[0].Quote).Take(Most)
            .Select(pair => new Point(
                pair.Sentence, pair.Standing,
                    ComparedWords.Of(pair.Sentence.Citations[0].Quote, pair.Sentence.Date, vocabulary))),
    ];

    private bool IsSame(Point before, Point now) => before.Cited.Quote == now.Cited.Quote
        || before.Words.IsOfSameMatter(now.Words)
        || (Alike(before, now) is var alike && alike >= SameThing && !before.Words.Differs(now.Words))
        || (alike >= SameArticleAnew && IsAnew(before, now));

    // Its article was changed since.
    private bool IsAnew(Point before, Point now) =>
        before.Cited.ArticleId == now.Cited.ArticleId && before.Cited.ContentHash != now.Cited.ContentHash
            && !words.Stand(before.Cited);

    private static double Alike(Point one, Point other) =>
        one.Cited.Quote == other.Cited.Quote ? 2 : one.Words.Alike(other.Words);

    private BriefingChange? Change(Point before, Point now)
    {
        if (before.Words.HasOtherNumbers(now.Words))
        {
            var numbers = $"{before.Words.NumberList} before, {now.Words.NumberList} now";
            return IsLater(now.Sentence.Date, before.Sentence.Date)
                ? Change(ChangeKind.Superseded, $"a later report gives other numbers: {numbers}", before, now)
                : Change(ChangeKind.Changed, $"other numbers: {numbers}", before, now);
        }

        if (now.Cited.Quote != before.Cited.Quote && IsAnew(before, now))
            return Change(ChangeKind.Changed, "its article now has other words", before, now);
        return (before.Standing, now.Standing) is ({ } was, { } point) && was.Status != point.Status
            ? Change(ChangeKind.Changed, $"its standing was {Name(was)}, now {Name(point)}", before, now)
            : null;
    }

    // The same words are told once.
    private BriefingChange Change(ChangeKind kind, string message, Point before, Point now) =>
        before.Cited.Quote == now.Cited.Quote
        ? new(kind, message, now.Sentence, null, false)
        : new(kind, message, now.Sentence, before.Sentence, words.Stand(before.Cited));

    private static string Name(KeyPoint point) => Rendering.BriefingWords.Status(point);

    private static bool IsLater(DateRange? date, DateRange? than) =>
        date is { } one && than is { } other && one.First > other.First;

    private sealed record Point(BriefingSentence Sentence, KeyPoint? Standing, ComparedWords Words)
    {
        public Citation Cited => Sentence.Citations[0];
    }
}
