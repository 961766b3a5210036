using Dateline.Index.Analysis;
using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Sections;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Comparing;

/// <summary>
/// Says what changed between two briefings on one question. Two statements tell the same when they cite the same words or share
/// most of their terms; then their numbers and standing are compared. Deterministic; the earlier briefing is untrusted.
/// </summary>
/// <param name="verifier">Tells whether the earlier briefing's words still stand.</param>
public sealed class BriefingComparison(BriefingVerifier verifier)
{
    private const double SameThing = 0.5;

    /// <summary>The later briefing with its changes since the earlier one.</summary>
    /// <param name="label">The earlier briefing as shown to people.</param>
    /// <param name="earlier">The earlier briefing.</param>
    /// <param name="later">The later briefing.</param>
    /// <param name="cancellationToken">Stops the check of the earlier citations.</param>
    public Briefing Extend(string label, Briefing earlier, Briefing later, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var lost = Lost(earlier, cancellationToken);
        var before = Statements(earlier, vocabulary, lost);
        var matched = new HashSet<Statement>();
        List<BriefingChange> changes = [];
        foreach (var now in Statements(later, vocabulary, []))
        {
            var same = Best(now, before);
            if (same is not null)
                matched.Add(same);
            if (Change(same, now) is { } change)
                changes.Add(change);
        }

        var told = changes.Select(change => change.Now!.Citations[0].Quote).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(FigureChanges.Between(earlier, later, citation => !lost.ContainsKey(citation))
            .Where(change => told.Add(change.Now!.Citations[0].Quote)));
        changes.AddRange(before.Where(statement => statement.Lost is not null && !matched.Contains(statement))
            .Select(statement => new BriefingChange(ChangeKind.Withdrawn, statement.Lost!, null, statement.Sentence, false)));
        var compared = later with
        {
            Changes = new BriefingChanges(
                label, earlier.Header.ArchiveVersion, earlier.Header.HitsFound, [.. changes.OrderBy(change => change.Kind)]),
        };
        return compared with { Sources = SourceSection.Recount(compared, earlier.Sources) };
    }

    // Why words cited before no longer stand, by citation.
    private Dictionary<Citation, string> Lost(Briefing earlier, CancellationToken cancellationToken) =>
        verifier.Verify(earlier, cancellationToken).Checks
            .Where(check => check.Status is not (CitationStatus.Ok or CitationStatus.Moved) || check.EarlierVersion)
            .GroupBy(check => check.Citation)
            .ToDictionary(group => group.Key, group => group.First().Message);

    private static List<Statement> Statements(Briefing briefing, Vocabulary vocabulary, Dictionary<Citation, string> lost)
    {
        var points = briefing.KeyPoints.Select(point => (point.Sentence, Point: (KeyPoint?)point));
        return
        [
            .. briefing.BottomLine.Select(sentence => (Sentence: sentence, Point: (KeyPoint?)null)).Concat(points)
                .DistinctBy(pair => pair.Sentence.Citations[0].Quote)
                .Select(pair => new Statement(
                    pair.Sentence, pair.Point, [.. vocabulary.Terms(pair.Sentence.Text)], NumberScanner.Find(pair.Sentence.Text),
                    lost.GetValueOrDefault(pair.Sentence.Citations[0]))),
        ];
    }

    private static Statement? Best(Statement statement, List<Statement> others)
    {
        Statement? best = null;
        var most = SameThing;
        foreach (var other in others)
        {
            var alike = other.Sentence.Citations[0].Quote == statement.Sentence.Citations[0].Quote ? 2 : Alike(statement.Terms, other.Terms);
            if (alike >= most && (best is null || alike > most))
                (best, most) = (other, alike);
        }

        return best;
    }

    // Dice's coefficient of the terms.
    private static double Alike(HashSet<int> one, HashSet<int> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static BriefingChange? Change(Statement? before, Statement now)
    {
        if (before is null)
            return new BriefingChange(ChangeKind.New, "the earlier briefing does not tell this", now.Sentence, null, false);
        if (!now.Numbers.SequenceEqual(before.Numbers))
        {
            var numbers = $"{List(before.Numbers)} before, {List(now.Numbers)} now";
            return IsLater(now.Sentence.Date, before.Sentence.Date)
                ? Change(ChangeKind.Superseded, $"a later report gives other numbers: {numbers}", before, now)
                : Change(ChangeKind.Changed, $"other numbers: {numbers}", before, now);
        }

        return (before.Point, now.Point) is ({ } was, { } point) && was.Status != point.Status
            ? Change(ChangeKind.Changed, $"its standing was {Name(was)}, now {Name(point)}", before, now)
            : null;
    }

    private static BriefingChange Change(ChangeKind kind, string message, Statement before, Statement now) =>
        new(kind, message, now.Sentence, before.Sentence, before.Lost is null);

    private static string Name(KeyPoint point) => Rendering.BriefingWords.Status(point);

    private static string List(IReadOnlyList<string> numbers) => numbers.Count == 0 ? "none" : string.Join(", ", numbers);

    private static bool IsLater(DateRange? date, DateRange? than) => date is { } one && than is { } other && one.First > other.First;

    private sealed record Statement(BriefingSentence Sentence, KeyPoint? Point, HashSet<int> Terms, IReadOnlyList<string> Numbers, string? Lost)
    {
        public bool Equals(Statement? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
