using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Comparing;

/// <summary>
/// What changed in who said what. That a speaker changed position is told only where both statements speak of one thing
/// in the same words and differ in a number, a "not", or in being a denial; of other statements by one speaker on like
/// matters the earlier is shown beside the later, and the reader judges.
/// </summary>
internal sealed class StatementChanges(Briefing earlier, Briefing later, EarlierWords words, Vocabulary vocabulary)
{
    private const double SameWords = 0.75;
    private const double LikeMatter = 0.5;
    private const int Most = 100;

    private readonly List<Said> _before = Read(earlier, vocabulary);

    /// <summary>The changes, in reading order; those withdrawn last.</summary>
    public IEnumerable<BriefingChange> Find(CancellationToken cancellationToken)
    {
        var told = ToldWords.Of(earlier);
        var matched = new HashSet<Said>(ReferenceEqualityComparer.Instance);
        foreach (var now in Read(later, vocabulary))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var like = _before.Where(other =>
                HasSameWords(other, now) || (HasSameSpeaker(other, now) && Alike(other, now) >= LikeMatter))
                .MaxBy(other => Alike(other, now));
            var position = like is null ? null : Position(like, now);
            var same = like is not null && IsSame(like, now);
            if (position is not null || same)
                matched.Add(like!);
            if ((same ? Standing(like!, now) : position ?? (told.Has(now.Cited) ? null : New(now, like))) is { } change)
                yield return change;
        }

        foreach (var said in _before)
        {
            if (!matched.Contains(said) && !said.Spoken.Words.Any(words.Stand)
                && words.Withdrawn(said.Spoken.Sentence, said.Spoken.Speaker) is { } gone)
                yield return gone;
        }
    }

    private static List<Said> Read(Briefing briefing, Vocabulary vocabulary) =>
    [
        .. briefing.Statements.Where(static said => said.Knowledge != SpeakerKnowledge.Unresolved).Take(Most)
            .Select(said => new Said(said, ComparedWords.Of(Content(said), said.Sentence.Date, vocabulary))),
    ];

    private static string Content(SpokenStatement said) => said.Words.Count == 0
        ? said.Sentence.Citations[0].Quote
        : string.Join(' ', said.Words.Select(static part => part.Quote));

    // A described speaker ("a commander") is another one each time, unless it speaks for a known body.
    private static bool HasSameSpeaker(Said before, Said now) =>
        before.Spoken.ActorId is { } actor && now.Spoken.ActorId is { } other
            ? actor == other && IsDescribed(before) == IsDescribed(now)
            : before.Spoken.Knowledge == SpeakerKnowledge.Named && now.Spoken.Knowledge == SpeakerKnowledge.Named
                && string.Equals(before.Spoken.Speaker, now.Spoken.Speaker, StringComparison.OrdinalIgnoreCase);

    private static bool IsDescribed(Said said) => said.Spoken.Knowledge == SpeakerKnowledge.Described;

    private static bool HasSameWords(Said before, Said now) => before.Cited.Quote == now.Cited.Quote;

    private static bool IsSame(Said before, Said now) => HasSameWords(before, now)
        || (Alike(before, now) >= SameWords && before.IsDenial == now.IsDenial && !before.Words.Differs(now.Words));

    private static double Alike(Said before, Said now) => HasSameWords(before, now) ? 2 : before.Words.Alike(now.Words);

    private BriefingChange? Position(Said before, Said now)
    {
        if (HasSameWords(before, now) || !HasSameSpeaker(before, now) || !before.Words.IsOfSameMatter(now.Words))
            return null;
        var difference = before switch
        {
            _ when before.IsDenial != now.IsDenial => $"{before.Spoken.Verb} before, {now.Spoken.Verb} now",
            _ when before.Words.HasOtherNumbers(now.Words) =>
                $"other numbers in like words: {before.Words.NumberList} before, {now.Words.NumberList} now",
            _ when (before.Words.NegationCount, now.Words.NegationCount) is (0, 1) =>
                "the same with a “not” that was not there before",
            _ when (before.Words.NegationCount, now.Words.NegationCount) is (1, 0) =>
                "the same without the “not” that was there before",
            _ => null,
        };
        return difference is null
            ? null
            : new(ChangeKind.Changed, difference, now.Spoken.Sentence, before.Spoken.Sentence,
                words.Stand(before.Cited))
            {
                Speaker = now.Spoken.Speaker,
            };
    }

    private BriefingChange New(Said now, Said? like)
    {
        var message = like is not null ? "on a like matter as before"
            : IsKnown(now.Spoken) ? "the earlier briefing does not have this"
                : "the earlier briefing has no words of this speaker";
        return new(ChangeKind.New, message, now.Spoken.Sentence, like?.Spoken.Sentence, like is not null
            && words.Stand(like.Cited))
        {
            Speaker = now.Spoken.Speaker,
        };
    }

    private bool IsKnown(SpokenStatement said) => said.ActorId is { } id
        ? earlier.Sides.Any(side => side.ActorId == id && side.Statements > 0)
            || earlier.Statements.Any(other => other.ActorId == id)
        : earlier.Statements.Any(other =>
            string.Equals(other.Speaker, said.Speaker, StringComparison.OrdinalIgnoreCase));

    // The statement is as it was; what stands beside it is not.
    private static BriefingChange? Standing(Said before, Said now)
    {
        var (was, said) = (before.Spoken, now.Spoken);
        foreach (var related in said.Related.Where(static related =>
            related.Relation is StatementRelation.DeniedBy or StatementRelation.NotConfirmed))
        {
            if (was.Related.Any(other => other.Relation == related.Relation && other.Speaker == related.Speaker))
                continue;
            var denied = related.Relation == StatementRelation.DeniedBy;
            return new(
                ChangeKind.Changed, denied ? $"denies what {said.Speaker} said"
                    : $"what {said.Speaker} said is not confirmed",
                related.Sentence, said.Sentence, true)
            {
                Speaker = denied && related.Speaker.Length > 0 ? related.Speaker : null,
            };
        }

        return was.Origins == 1 && said.Origins > 1
            ? new(ChangeKind.Changed, $"reported by one origin before, by {said.Origins} independent ones now",
                said.Sentence, null, false)
            {
                Speaker = said.Speaker,
            }
            : null;
    }

    private sealed record Said(SpokenStatement Spoken, ComparedWords Words)
    {
        public Citation Cited => Spoken.Sentence.Citations[0];

        public bool IsDenial { get; } = SpeechVerbs.ActOf(Spoken.Verb) == SpeechAct.Denies
            && !ComparedWords.IsNegated(Spoken.Sentence.Citations[0].Quote, Spoken.Verb);
    }
}
