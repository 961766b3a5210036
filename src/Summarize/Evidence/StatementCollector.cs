using System.Collections.Frozen;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Evidence;

/// <summary>A statement that may enter the briefing.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Passage">Its sentences, scored for the topic.</param>
/// <param name="Content">What was said alone, to compare with other statements.</param>
internal sealed record SpokenEvidence(Statement Statement, EvidenceSentence Passage, EvidenceSentence Content)
{
    /// <summary>The actor's id, or the words for the speaker: what makes two statements one speaker's.</summary>
    public string SpeakerKey => Statement.Speaker.Actor?.Id ?? Statement.Speaker.Name.ToLowerInvariant();
}

/// <summary>Gathers what was said in the articles found.</summary>
internal sealed class StatementCollector(Vocabulary vocabulary)
{
    private const int LongestPassage = 900;
    private const int FewestTerms = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners =
        "the a an in of these those any no his her their its such more for".Split(' ').ToFrozenSet(
            StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Statements with words of some substance, by article and place; wishes and beliefs stay out.</summary>
    public IReadOnlyList<SpokenEvidence> Collect(EvidencePool pool, CancellationToken cancellationToken)
    {
        List<SpokenEvidence> spoken = [];
        var best = pool.Articles.Count > 0 ? Math.Max(pool.Articles[0].Score, float.Epsilon) : 1f;
        for (var rank = 0; rank < pool.Articles.Count; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var statement in pool.Articles[rank].Speech.Statements)
            {
                var span = statement.Passage.Length <= LongestPassage ? statement.Passage : statement.Core;
                if (statement.Act == SpeechAct.None || span.Length > LongestPassage
                    || IsNoun(pool.Articles[rank].Article.Body, statement.Attribution.Cue)
                        || SentenceRules.SaysUnconfirmed(span.Of(pool.Articles[rank].Article.Body)))
                    continue;
                var passage = Sentence(pool, rank, best, span, statement, span.Of(pool.Articles[rank].Article.Body));
                var content = Sentence(pool, rank, best, span, statement,
                    Content(pool.Articles[rank].Article.Body, statement, span));
                if (content.Terms.Length >= FewestTerms || statement.Act == SpeechAct.Denies)
                    spoken.Add(new SpokenEvidence(statement, passage, content));
            }
        }

        return spoken;
    }

    // "millions in claims", "the report": the word does not report here.
    private static bool IsNoun(string body, TextSpan cue)
    {
        var before = body.AsSpan(0, cue.Start).TrimEnd();
        return Determiners.Contains(before[(before.LastIndexOfAny(' ', '\n') + 1)..]);
    }

    private EvidenceSentence Sentence(
        EvidencePool pool, int rank, float best, TextSpan span, Statement statement, ReadOnlySpan<char> words)
    {
        var text = EvidenceCollector.Fold(words);
        return new EvidenceSentence
        {
            Article = pool.Articles[rank].Article,
            HitRank = rank,
            HitScore = Math.Clamp(pool.Articles[rank].Score / best, 0f, 1f),
            Origin = pool.Origins[rank],
            Start = span.Start,
            End = span.End,
            Position = statement.Sentence,
            Text = text,
            StandsAlone = true,
            Terms = [.. vocabulary.Terms(text).Distinct().Order()],
            Dates = [],
            Entities = new HashSet<string>(),
            Numbers = [],
        };
    }

    private static string Content(string body, Statement statement, TextSpan span) => string.Join(
        ' ', statement.Attribution.Content.Where(part => part.Overlaps(span)).Select(part => part.Of(body).ToString()));
}
