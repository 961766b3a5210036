using System.Globalization;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;

namespace Dateline.Summarize.Sections;

/// <summary>
/// Gives each chosen sentence its standing by looking for sentences of other origins that tell the same. The same event
/// is told when words and names agree and no dates contradict; then equal counts corroborate and different counts
/// dispute.
/// </summary>
/// <param name="sentences">Sentences that may speak for or against a point.</param>
/// <param name="weights">How alike two sentences are.</param>
/// <param name="hasDisputedFigure">True where the figures show that somebody else gives another number.</param>
internal sealed class KeyPointSection(
    IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights, Func<EvidenceSentence, bool> hasDisputedFigure)
{
    private const double SameEvent = 0.42;
    private const int MaxSupport = 3;

    /// <summary>The point, with supporting or contradicting sentences of other origins.</summary>
    public KeyPoint Build(EvidenceSentence sentence)
    {
        if (Replacement(sentence) is { } later)
            return new KeyPoint(
                SentenceBuilder.Build(sentence), PointStatus.Superseded, 1,
                $"a later report of the same origin gives another number: {Differing(sentence, later)}",
                [SentenceBuilder.Build(later)]);
        var related = sentences
            .Where(other => other.Origin != sentence.Origin && SharesEvent(sentence, other))
            .Select(other => (Sentence: other, Similarity: weights.Similarity(sentence, other)))
            .Where(pair => pair.Similarity >= SameEvent)
            .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.Sentence.HitRank)
            .ThenBy(pair => pair.Sentence.Position)
            .Select(pair => pair.Sentence)
            .DistinctBy(other => other.Origin)
            .ToList();
        var disputing = related.Where(other => CountsDiffer(sentence, other)).ToList();
        var agreeing = related.Except(disputing).ToList();
        var origins = 1 + agreeing.Count;
        var (status, reason) = (disputing.Count, agreeing.Count) switch
        {
            ( > 0, _) =>
                (PointStatus.Disputed, $"another origin gives a different number: {Differing(sentence, disputing[0])}"),
            _ when hasDisputedFigure(sentence) =>
                (PointStatus.Disputed, "another speaker gives a different number: see the figures"),
            (_, > 0) => (PointStatus.Corroborated,
                Plural(origins, "independent origin tells", "independent origins tell") + " this"),
            _ => (PointStatus.SingleSource, "one origin tells this"),
        };
        return new KeyPoint(
            SentenceBuilder.Build(sentence), status, origins, reason,
            [.. disputing.Concat(agreeing).Take(MaxSupport).Select(SentenceBuilder.Build)]);
    }

    // The same origin, on a later day, tells the same with other counts: the first count is out of date, not disputed.
    private EvidenceSentence? Replacement(EvidenceSentence sentence)
    {
        if (sentence.Numbers.Count == 0 || sentence.Article.Published is not { } published) return null;
        return sentences
            .Where(other => other.Origin == sentence.Origin && other.Article.Published?.Date.First > published.Date.Last
                && CountsDiffer(sentence, other) && SharesDate(sentence, other) && SharesEvent(sentence, other)
                && weights.Similarity(sentence, other) >= SameEvent)
            .OrderByDescending(other => other.Article.Published!.Date).ThenBy(other => other.HitRank)
            .ThenBy(other => other.Position)
            .FirstOrDefault();
    }

    private static bool SharesDate(EvidenceSentence one, EvidenceSentence other) =>
        one.Dates.Any(date => other.Dates.Any(also => also.Date == date.Date));

    private static bool SharesEvent(EvidenceSentence one, EvidenceSentence other)
    {
        if (one.Entities.Count > 0 && other.Entities.Count > 0 && !one.Entities.Overlaps(other.Entities)) return false;
        if (one.Dates.Count == 0 || other.Dates.Count == 0) return true;
        return one.Dates.Any(date => other.Dates.Any(also => also.Date.Overlaps(date.Date)));
    }

    private static bool CountsDiffer(EvidenceSentence one, EvidenceSentence other) =>
        one.Numbers.Count > 0 && other.Numbers.Count > 0
        && !one.Numbers.Intersect(other.Numbers, StringComparer.Ordinal).Any();

    private static string Differing(EvidenceSentence one, EvidenceSentence other) =>
        $"{one.Numbers[0]} here, {other.Numbers[0]} there";

    private static string Plural(int count, string one, string many) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
}
