using Dateline.Index.Analysis;
using Dateline.Search.Text;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Sections;

/// <summary>
/// Who said what: the statements that say most about the topic, spread over speakers and origins, copies once, each
/// with what denies it or is denied by it. Where the text does not tell safely who speaks, a statement stays out.
/// </summary>
internal sealed class StatementSection(
    IReadOnlyList<SpokenEvidence> spoken, StatementLinks links, TopicWeights weights, TopicFocus focus)
{
    private const double LeastRelevance = 0.3;
    private const double SameWords = 0.75;
    private const double LinkedBonus = 1.3;
    private const double DirectBonus = 1.1;
    private const double UnnamedShare = 0.5;

    /// <summary>At most <paramref name="count"/> statements, best first.</summary>
    public IReadOnlyList<SpokenStatement> Build(int count)
    {
        var told = spoken.Where(other => other.Statement.Speaker.Knowledge != SpeakerKnowledge.Unresolved
            && focus.Has(other.Passage)).ToList();
        var top = told.Select(other => other.Passage.Relevance).DefaultIfEmpty(0).Max();
        var left = told.Where(other => other.Passage.Relevance >= LeastRelevance * top && other.Passage.Relevance > 0)
            .ToList();
        var bySpeaker = new Dictionary<string, int>(StringComparer.Ordinal);
        var byOrigin = new Dictionary<int, int>();
        List<SpokenStatement> chosen = [];
        while (chosen.Count < count && left.Count > 0)
        {
            var best = left.MaxBy(other => Worth(other)
                / (1 + (0.8 * bySpeaker.GetValueOrDefault(other.SpeakerKey)) + (
                    0.3 * byOrigin.GetValueOrDefault(other.Passage.Origin))))!;
            var copies = left.FindAll(other => IsCopy(best, other));
            left.RemoveAll(copies.Contains);
            bySpeaker[best.SpeakerKey] = bySpeaker.GetValueOrDefault(best.SpeakerKey) + 1;
            byOrigin[best.Passage.Origin] = byOrigin.GetValueOrDefault(best.Passage.Origin) + 1;
            chosen.Add(Statement(best, copies.Select(copy => copy.Passage.Origin).Distinct().Count()));
        }

        return chosen;
    }

    private double Worth(SpokenEvidence statement) => statement.Passage.Relevance
        * (links.Has(statement) ? LinkedBonus : 1)
        * (IsUnnamed(statement.Statement.Speaker) ? UnnamedShare : 1)
        * (statement.Statement.Attribution.Form == SpeechForm.Direct ? DirectBonus : 1);

    // "the company": whoever reads the briefing cannot tell which.
    private static bool IsUnnamed(StatementSpeaker speaker) =>
        speaker is { Knowledge: SpeakerKnowledge.Described, Actor: null }
        && speaker.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && speaker.Name.IndexOf(' ', 4) < 0
        && !char.IsUpper(speaker.Name[^1]) && char.IsLower(speaker.Name[Math.Min(4, speaker.Name.Length - 1)]);

    private bool IsCopy(SpokenEvidence one, SpokenEvidence other) => ReferenceEquals(one, other)
        || weights.Similarity(one.Content, other.Content) >= SameWords && !Contradict(one, other)
        || new TextSpan(one.Passage.Start, one.Passage.End)
            .Overlaps(new TextSpan(other.Passage.Start, other.Passage.End))
            && ReferenceEquals(one.Passage.Article, other.Passage.Article);

    // A claim and its denial, or two counts, have most words in common and are no copies.
    private static bool Contradict(SpokenEvidence one, SpokenEvidence other)
    {
        if (one.Statement.Act != other.Statement.Act)
            return true;
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        return Compared(one).Differs(Compared(other));

        ComparedWords Compared(SpokenEvidence evidence) =>
            ComparedWords.Of(evidence.Content.Text, evidence.Passage.Article.Published?.Date, vocabulary);
    }

    private SpokenStatement Statement(SpokenEvidence evidence, int origins)
    {
        var (article, statement) = (evidence.Passage.Article, evidence.Statement);
        var passage = new TextSpan(evidence.Passage.Start, evidence.Passage.End);
        var speaker = statement.Speaker;
        return new SpokenStatement
        {
            Speaker = EvidenceCollector.Fold(speaker.Name),
            ActorId = speaker.Actor?.Id,
            Knowledge = speaker.Knowledge,
            Role = speaker.Role is { } role ? EvidenceCollector.Fold(role) : null,
            Verb = statement.Verb,
            Form = statement.Attribution.Form,
            Sentence = SentenceBuilder.Build(evidence.Passage),
            Words = [.. statement.Attribution.Content.Where(
                part => part.Start >= passage.Start && part.End <= passage.End)
                .Select(part => CitationFactory.Cite(article, part.Start, part.End))],
            SpeakerWords = speaker.Evidence is { } words ? CitationFactory.Cite(article, words.Start, words.End) : null,
            Place = statement.Place is { } place ? string.Join(", ", place.Names.Reverse()) : null,
            Date = statement.Date?.Date,
            Origins = origins,
            Related = links.Of(evidence),
        };
    }
}
