using System.Collections.Frozen;
using Dateline.Search.Text;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Sections;

/// <summary>
/// Which statements deny which, and what outlets could not confirm. A denial goes to what shares its words, in any
/// article; one that only says "the accusations" to the statement right before it.
/// </summary>
internal sealed class StatementLinks
{
    private const double SameMatter = 0.3;
    private const int LeastShared = 3;
    private const int MostLinks = 2;
    private const int Reach = 700;
    private const int Adjacent = 40;
    private const int FewTerms = 6;

    private static readonly FrozenSet<string> Pointing =
        ("accusation accusations allegation allegations claim claims charge charges "
        + "report reports suggestion suggestions criticism responsibility involvement idea")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<SpokenEvidence, List<(StatementRelation Relation, SpokenEvidence Other)>> _links =
        new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<SpokenEvidence, EvidenceSentence> _doubts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Links the statements of a briefing.</summary>
    /// <param name="spoken">All statements, by article and place.</param>
    /// <param name="unconfirmed">Sentences that say something could not be confirmed.</param>
    /// <param name="weights">Says how alike two statements are.</param>
    /// <param name="disputes">Where numbers stand that contradict each other: article id and span of the
    /// sentence.</param>
    public StatementLinks(
        IReadOnlyList<SpokenEvidence> spoken, IReadOnlyList<EvidenceSentence> unconfirmed, TopicWeights weights,
        IReadOnlyList<IReadOnlyList<(string ArticleId, TextSpan Sentence)>> disputes)
    {
        for (var at = 0; at < spoken.Count; at++)
        {
            if (spoken[at].Statement.Act != SpeechAct.Denies)
                continue;
            foreach (var denied in Denied(spoken, at, weights))
            {
                Add(spoken[at], StatementRelation.Denies, denied);
                Add(denied, StatementRelation.DeniedBy, spoken[at]);
            }
        }

        foreach (var dispute in disputes)
            Oppose(spoken, dispute);
        foreach (var sentence in unconfirmed)
        {
            if (Covered(spoken, sentence) is { } covered)
                _doubts.TryAdd(covered, sentence);
        }
    }

    /// <summary>True when a statement denies, is denied or is not confirmed.</summary>
    public bool Has(SpokenEvidence statement) => _links.ContainsKey(statement) || _doubts.ContainsKey(statement);

    /// <summary>What stands beside a statement.</summary>
    public IReadOnlyList<RelatedStatement> Of(SpokenEvidence statement)
    {
        List<RelatedStatement> related = [];
        foreach (var (relation, other) in _links.GetValueOrDefault(statement, []).Take(MostLinks))
            related.Add(new RelatedStatement(relation, other.Statement.Speaker.Name,
                SentenceBuilder.Build(other.Passage)));
        if (_doubts.TryGetValue(statement, out var doubt))
            related.Add(new RelatedStatement(StatementRelation.NotConfirmed, "", SentenceBuilder.Build(doubt)));
        return related;
    }

    private void Add(SpokenEvidence from, StatementRelation relation, SpokenEvidence other)
    {
        if (!_links.TryGetValue(from, out var links))
            _links[from] = links = [];
        links.Add((relation, other));
    }

    // Each speaker's first statement with a number of the dispute stands beside those of the others.
    private void Oppose(
        IReadOnlyList<SpokenEvidence> spoken, IReadOnlyList<(string ArticleId, TextSpan Sentence)> dispute)
    {
        var telling = spoken
            .Where(other => dispute.Any(told => told.ArticleId == other.Passage.Article.Id
                && other.Passage.Start <= told.Sentence.Start && told.Sentence.End <= other.Passage.End))
            .DistinctBy(static other => other.SpeakerKey).ToList();
        foreach (var one in telling.Where(static one => one.Statement.Speaker.Knowledge != SpeakerKnowledge.Unresolved))
            foreach (var other in telling)
                if (!ReferenceEquals(one, other) && !SamePassage(one, other)
                    && !_links.GetValueOrDefault(one, []).Exists(link => SamePassage(link.Other, other)))
                    Add(one, StatementRelation.OtherNumber, other);
    }

    private static bool SamePassage(SpokenEvidence one, SpokenEvidence other) =>
        ReferenceEquals(one.Passage.Article, other.Passage.Article) && one.Passage.Start == other.Passage.Start;

    private static List<SpokenEvidence> Denied(IReadOnlyList<SpokenEvidence> spoken, int denial, TopicWeights weights)
    {
        var own = spoken[denial];
        // "The accusations" are what was said last: where something else stands between, it is not told whose they are.
        if (Before(spoken, denial) is { } before && ((Points(own) && own.Passage.Start - before.Passage.End <= Adjacent)
            || Shared(own.Content.Terms, before.Passage.Terms) >= LeastShared))
            return [before];
        return
        [
            .. spoken.Where(other => MayBeDenied(own, other))
                .Select(other => (Other: other, Alike: weights.Similarity(own.Content, other.Content)))
                .Where(pair => pair.Alike >= SameMatter
                    && Shared(own.Content.Terms, pair.Other.Content.Terms) >= LeastShared)
                .OrderByDescending(pair => pair.Alike).ThenBy(pair => pair.Other.Passage.HitRank)
                    .ThenBy(pair => pair.Other.Passage.Start)
                .Select(pair => pair.Other).DistinctBy(other =>
                    (other.SpeakerKey, other.Passage.Origin)).Take(MostLinks),
        ];
    }

    private static bool MayBeDenied(SpokenEvidence denial, SpokenEvidence other) =>
        other.Statement.Act == SpeechAct.States && other.SpeakerKey != denial.SpeakerKey
        && !(ReferenceEquals(other.Passage.Article, denial.Passage.Article)
            && new TextSpan(other.Passage.Start, other.Passage.End)
                .Overlaps(new TextSpan(denial.Passage.Start, denial.Passage.End)));

    private static bool Points(SpokenEvidence denial) => denial.Content.Terms.Length == 0
        || denial.Content.Terms.Length <= FewTerms && denial.Content.Text.Split([' ', ',', '.']).Any(Pointing.Contains);

    private static SpokenEvidence? Before(IReadOnlyList<SpokenEvidence> spoken, int denial)
    {
        var own = spoken[denial];
        for (var at = denial - 1; at >= 0 && ReferenceEquals(spoken[at].Passage.Article, own.Passage.Article); at--)
        {
            if (MayBeDenied(own, spoken[at]))
                return own.Passage.Start - spoken[at].Passage.End <= Reach ? spoken[at] : null;
        }

        return null;
    }

    // The nearest statement that ends before the doubt.
    private static SpokenEvidence? Covered(IReadOnlyList<SpokenEvidence> spoken, EvidenceSentence doubt) =>
        spoken.LastOrDefault(other => ReferenceEquals(other.Passage.Article, doubt.Article)
            && other.Statement.Act == SpeechAct.States
            && other.Passage.End <= doubt.Start && doubt.Start - other.Passage.End <= Reach);

    private static int Shared(int[] one, int[] other)
    {
        var shared = 0;
        for (int a = 0, b = 0; a < one.Length && b < other.Length;)
        {
            if (one[a] == other[b])
                (a, b, shared) = (a + 1, b + 1, shared + 1);
            else if (one[a] < other[b])
                a++;
            else
                b++;
        }

        return shared;
    }
}
