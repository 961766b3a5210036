using System.Globalization;
using Dateline.Index.Analysis;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Sections;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Comparing;

/// <summary>
/// Says what changed between two briefings on one question: figures, statements and points, each told once and cited.
/// Deterministic; both briefings are untrusted.
/// </summary>
/// <param name="verifier">Tells whether the earlier briefing's words still stand.</param>
public sealed class BriefingComparison(BriefingVerifier verifier)
{
    private const string OutThen = ", though it was out by then";

    /// <summary>The later briefing with its changes since the earlier one.</summary>
    /// <param name="label">The earlier briefing as shown to people.</param>
    /// <param name="earlier">The earlier briefing.</param>
    /// <param name="later">The later briefing.</param>
    /// <param name="cancellationToken">Stops the check of the earlier citations.</param>
    public Briefing Extend(string label, Briefing earlier, Briefing later,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var words = new EarlierWords(verifier.Verify(earlier, cancellationToken));
        var asked = Asked(earlier) & Asked(later);
        var (one, other) = (Only(earlier, asked), Only(later, asked));
        var changes = Changes(one, other, words, cancellationToken);
        var compared = later with
        {
            Changes = new BriefingChanges(label, earlier.Header.ArchiveVersion, earlier.Header.HitsFound,
                Ordered(changes, one, other))
            {
                Remarks = [.. Remarks(earlier, later, asked)],
            },
        };
        return compared with { Sources = SourceSection.Recount(compared, earlier.Sources) };
    }

    // What tells most of a change comes first, and takes its words from the others: a typed number says more than its
    // sentence, a statement more than the point without its speaker.
    private static List<BriefingChange> Changes(Briefing earlier, Briefing later, EarlierWords words,
        CancellationToken cancellationToken)
    {
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var found = new FigureChanges(earlier, later, words).Find()
            .Concat(new StatementChanges(earlier, later, words, vocabulary).Find(cancellationToken))
            .Concat(new PointChanges(earlier, later, words, vocabulary).Find(cancellationToken)).ToList();
        var (now, before) = (new ToldWords(), new ToldWords());
        List<BriefingChange> changes = [];
        foreach (var change in found.OrderBy(static change => change.Kind == ChangeKind.New)
            .ThenBy(static change => change.Now is null)
            .ThenBy(static change => change is { Kind: ChangeKind.New, Speaker: null }))
        {
            if (change.Now is { } told ? now.Has(told.Citations[0]) : before.Has(change.Before!.Citations[0]))
                continue;
            if (change.Now is { } sentence)
                now.Add(sentence.Citations[0]);
            if (change.Before is { } old)
                before.Add(old.Citations[0]);
            changes.Add(IsOld(change, earlier) ? change with { Message = change.Message + OutThen } : change);
        }

        return changes;
    }

    // A larger archive, or a place that others held: new to the briefing, no news.
    private static bool IsOld(BriefingChange change, Briefing earlier) =>
        change is { Kind: ChangeKind.New, Now.Date: { } date }
        && (earlier.Header.Request?.AsOf ?? earlier.Header.Newest?.First) is { } newest && date.Last < newest;

    // Who handed the earlier briefing on needs first what no longer holds of it.
    private static IReadOnlyList<BriefingChange> Ordered(List<BriefingChange> changes, Briefing earlier, Briefing later)
    {
        var (before, now) = (ToldWords.Of(earlier), ToldWords.Of(later));
        return
        [
            .. changes.OrderBy(static change => Array.IndexOf(Urgency, change.Kind))
                .ThenBy(static change => change.Message.EndsWith(OutThen, StringComparison.Ordinal))
                .ThenBy(change =>
                    change.Now is { } told ? now.At(told.Citations[0]) : before.At(change.Before!.Citations[0])),
        ];
    }

    private static readonly ChangeKind[] Urgency = [ChangeKind.Withdrawn, ChangeKind.Superseded, ChangeKind.Changed,
        ChangeKind.New];

    private static BriefingSections Asked(Briefing briefing)
    {
        var asked = briefing.Header.Request?.Sections ?? BriefingSections.All;
        // Briefings of earlier versions came without request, and some without these sections.
        if (briefing.Header.Request is null && briefing.Figures.Count == 0)
            asked &= ~BriefingSections.Figures;
        if (briefing.Header.Request is null && briefing.Statements.Count == 0)
            asked &= ~BriefingSections.WhoSaidWhat;
        return asked;
    }

    // What one of the two was not asked for cannot be new in the other.
    private static Briefing Only(Briefing briefing, BriefingSections asked) => briefing with
    {
        BottomLine = HasPoints(asked) ? briefing.BottomLine : [],
        KeyPoints = HasPoints(asked) ? briefing.KeyPoints : [],
        Figures = asked.HasFlag(BriefingSections.Figures) ? briefing.Figures : [],
        Statements = asked.HasFlag(BriefingSections.WhoSaidWhat) ? briefing.Statements : [],
    };

    private static bool HasPoints(BriefingSections asked) =>
        (asked & (BriefingSections.BottomLine | BriefingSections.KeyPoints)) != 0;

    private static IEnumerable<string> Remarks(Briefing earlier, Briefing later, BriefingSections asked)
    {
        if (earlier.Header.Topic != later.Header.Topic)
            yield return $"The earlier one asked something else: {earlier.Header.Topic}";
        var (was, now) = (earlier.Header.CurationVersion, later.Header.CurationVersion);
        if (was != now)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Places and actors were repaired in between: curation record {was} was the last then, {now} now.");
        string[] left =
        [
            .. HasPoints(asked) ? Array.Empty<string>() : ["key points"],
            .. asked.HasFlag(BriefingSections.Figures) ? Array.Empty<string>() : ["figures"],
            .. asked.HasFlag(BriefingSections.WhoSaidWhat) ? Array.Empty<string>() : ["who said what"],
        ];
        if (left.Length > 0)
            yield return $"Not compared, as one of the two was written without: {string.Join(", ", left)}.";
    }
}
