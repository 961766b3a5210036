using System.Collections.Frozen;
using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Speech;

/// <summary>
/// Tells who is meant by the words that name a speaker: an actor of the article by a mention inside them, a pronoun by
/// the speaker before it, a title by the one person with that role. Where two are possible nobody is chosen.
/// </summary>
internal sealed class SpeakerResolver
{
    private const int PronounReach = 700;
    private const int RelativeReach = 160;

    private static readonly FrozenSet<string> HeOrShe = Words("he she him her his");
    private static readonly FrozenSet<string> Plural = Words("they it we their its them");
    private static readonly FrozenSet<string> BodyNouns =
        Words("group agency organisation organization network party movement company");
    private static readonly FrozenSet<string> Relative = Words("who which that whom whose");

    private readonly Article _article;
    private readonly List<(int Start, int End, ArticleActor Actor)> _mentions = [];

    public SpeakerResolver(Article article)
    {
        _article = article;
        foreach (var actor in article.Actors)
        {
            foreach (var mention in actor.Mentions)
            {
                if (mention.Field == EvidenceField.Body && mention.Start < mention.End)
                    _mentions.Add((mention.Start, mention.End, actor));
            }
        }

        _mentions.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    /// <summary>The speaker of an attribution.</summary>
    /// <param name="attribution">The attribution.</param>
    /// <param name="before">The statements before it, in text order.</param>
    public StatementSpeaker Resolve(Attribution attribution, IReadOnlyList<Statement> before)
    {
        if (attribution.Speaker is not { } span)
            return new StatementSpeaker(SpeakerKnowledge.Unresolved, "", null, null, null);
        var words = span.Of(_article.Body).Trim().ToString();
        var word = words.TrimEnd('’', '\'', 's');
        if (HeOrShe.Contains(words) || HeOrShe.Contains(word))
            return Personal(span, words, before) ?? Unresolved(span, words);
        if (Relative.Contains(words))
            return Nearest(span) ?? Unresolved(span, words);
        if (Plural.Contains(words))
            return Before(span, words, before) ?? Unresolved(span, words);
        if ((Inside(span) ?? ByTitle(span, words)) is { } named)
            return named;
        var folded = EvidenceCollector.Fold(words);
        return SpeakerPhrase.CanSpeak(folded, OpensWithName(span))
            ? new StatementSpeaker(SpeakerKnowledge.Described, SpeakerPhrase.Shown(folded), Party(span), null, span)
            : Unresolved(span, words);
    }

    private bool OpensWithName(TextSpan span) => Within(span).Any(mention => mention.Start == span.Start)
        || _article.Places.Any(place => place.Mentions.Any(mention =>
            mention.Field == EvidenceField.Body && mention.Start == span.Start && mention.Start < mention.End));

    private static StatementSpeaker Unresolved(TextSpan span, string words) =>
        new(SpeakerKnowledge.Unresolved, words, null, null, span);

    // The first person named as the one who speaks; else a body that the words end with or that opens them.
    private StatementSpeaker? Inside(TextSpan span)
    {
        foreach (var (start, end, actor) in Within(span))
        {
            if (actor.Kind == ActorKind.Person && !IsOwner(end) && Introduces(span, start))
                return Together(span, end, new StatementSpeaker(SpeakerKnowledge.Named, actor.Name, actor,
                    Role(span, start, end) ?? Shown(actor.Role), span));
        }

        foreach (var (start, end, actor) in Within(span))
        {
            var before = _article.Body.AsSpan(span.Start, start - span.Start);
            var rest = _article.Body.AsSpan(end, span.End - end).Trim();
            if (actor.Kind != ActorKind.Person && SpeakerPhrase.Describes(before)
                && (rest.IsEmpty || rest[0] is ',' or '('
                    || BodyNouns.Contains(rest[(rest.LastIndexOf(' ') + 1)..].ToString())))
                return new StatementSpeaker(SpeakerKnowledge.Named, actor.Name, actor, null, span);
        }

        return null;
    }

    // "Mr. Brahimi and Foreign Minister Lavrov": both say it.
    private StatementSpeaker Together(TextSpan span, int firstEnd, StatementSpeaker first)
    {
        var end = firstEnd;
        var names = new List<string> { first.Name };
        foreach (var (start, after, actor) in Within(span))
        {
            if (start < end || actor.Kind != ActorKind.Person || IsOwner(after) || names.Contains(actor.Name))
                continue;
            var between = EvidenceCollector.Fold(_article.Body.AsSpan(end, start - end)).TrimStart(',', ' ');
            if (!between.StartsWith("and ", StringComparison.Ordinal) || !SpeakerPhrase.Introduces(between.AsSpan(4)))
                break;
            names.Add(actor.Name);
            end = after;
        }

        return names.Count == 1 ? first : first with { Name = string.Join(" and ", names), Role = null };
    }

    private bool Introduces(TextSpan span, int name) =>
        SpeakerPhrase.Introduces(EvidenceCollector.Fold(_article.Body.AsSpan(span.Start, name - span.Start)));

    private static string? Shown(string? role) => role is null
        ? null : SpeakerPhrase.Role(EvidenceCollector.Fold(role));

    // "a spokesman for the union", "Interior Ministry officials": whom the words speak for.
    private ArticleActor? Party(TextSpan span)
    {
        foreach (var (_, _, actor) in Within(span))
        {
            if (actor.Kind != ActorKind.Person)
                return actor;
        }

        return null;
    }

    private StatementSpeaker? Personal(TextSpan span, string words, IReadOnlyList<Statement> before)
    {
        var last = before.LastOrDefault(statement => statement.Speaker.Actor?.Kind == ActorKind.Person);
        var from = Math.Max(0, span.Start - PronounReach);
        if (last is not null && last.Attribution.Cue.Start < from)
            last = null;
        var since = last is null ? from : Math.Max(last.Attribution.Cue.End, last.Attribution.Speaker?.End ?? 0);
        var named = Named(since, span.Start, before);
        var candidates = (last?.Speaker.Actor is { } speaker ? named.Prepend(speaker) : named)
            .DistinctBy(actor => actor.Id)
            .Where(actor => Agrees(words, actor)).ToList();
        return candidates.Count == 1 ? FromContext(candidates[0], span) : null;
    }

    // People named in the reporter's own words; those named in a quotation are not who "he" is.
    private List<ArticleActor> Named(int from, int to, IReadOnlyList<Statement> before) =>
        [.. _mentions.Where(mention => mention.Start >= from && mention.End <= to
            && mention.Actor.Kind == ActorKind.Person)
            .Where(mention => !before.Any(statement => statement.Attribution.Content.Any(part =>
                part.Start <= mention.Start && mention.End <= part.End)))
            .Select(mention => mention.Actor)];

    // "Mr. Haddad … she": somebody else.
    private bool Agrees(string pronoun, ArticleActor actor)
    {
        var she = pronoun.StartsWith('s') || pronoun.StartsWith('S')
            || pronoun.StartsWith("her", StringComparison.OrdinalIgnoreCase);
        foreach (var (start, end, other) in _mentions)
        {
            if (other.Id != actor.Id)
                continue;
            var title = _article.Body.AsSpan(Math.Max(0, start - 5), Math.Min(start, 5)).TrimEnd();
            var name = _article.Body.AsSpan(start, end - start);
            if (she && (title.EndsWith("Mr.") || title.EndsWith("Mr") || name.StartsWith("Mr"))
                && !name.StartsWith("Mrs"))
                return false;
            if (!she && (title.EndsWith("Mrs.") || title.EndsWith("Ms.") || name.StartsWith("Mrs")
                || name.StartsWith("Ms.")))
                return false;
        }

        return true;
    }

    private StatementSpeaker? Nearest(TextSpan span)
    {
        for (var at = _mentions.Count - 1; at >= 0; at--)
        {
            var (_, end, actor) = _mentions[at];
            if (end > span.Start || IsOwner(end))
                continue;
            return span.Start - end <= RelativeReach && !_article.Body.AsSpan(end, span.Start - end).Contains('\n')
                ? FromContext(actor, span) : null;
        }

        return null;
    }

    private static StatementSpeaker? Before(TextSpan span, string words, IReadOnlyList<Statement> before)
    {
        if (before.Count == 0 || span.Start - before[^1].Passage.End > PronounReach / 2)
            return null;
        var last = before[^1].Speaker;
        var they = words.StartsWith('t') || words.StartsWith('T');
        if (last.Knowledge == SpeakerKnowledge.Unresolved || last.Actor?.Kind == ActorKind.Person
            || (they && last.Actor is null && !last.Name.EndsWith('s')))
            return null;
        return last with { Knowledge = SpeakerKnowledge.FromContext, Evidence = span };
    }

    // "the minister": the one person of the article with that role, named before.
    private StatementSpeaker? ByTitle(TextSpan span, string words)
    {
        if (!words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || words.Contains(','))
            return null;
        var title = words[(words.LastIndexOf(' ') + 1)..];
        var holders = _article.Actors.Where(actor => actor.Kind == ActorKind.Person
            && actor.Role?.EndsWith(title, StringComparison.OrdinalIgnoreCase) == true
            && _mentions.Exists(mention => mention.Actor.Id == actor.Id && mention.End <= span.Start)).Take(2).ToList();
        return holders.Count == 1 ? FromContext(holders[0], span) : null;
    }

    private static StatementSpeaker FromContext(ArticleActor actor, TextSpan span) =>
        new(SpeakerKnowledge.FromContext, actor.Name, actor, Shown(actor.Role), span);

    private IEnumerable<(int Start, int End, ArticleActor Actor)> Within(TextSpan span) =>
        _mentions.Where(mention => mention.Start >= span.Start && mention.End <= span.End);

    // "Annan's plan", "Annan spokesman Ahmed Fawzi", "Obama administration": not he himself.
    private bool IsOwner(int end)
    {
        var after = _article.Body.AsSpan(end);
        if (after.Length > 1 && after[0] is '\'' or '’' && after[1] is 's' or 'S')
            return true;
        if (after.Length < 2 || after[0] != ' ' || !char.IsAsciiLetterLower(after[1]))
            return false;
        var length = after[1..].IndexOfAnyExceptInRange('a', 'z');
        return SpeakerPhrase.SpeaksFor(after.Slice(1, length < 0 ? after.Length - 1 : length).ToString());
    }

    // ", a spokesman for the union" after the name, else "Foreign Minister" before it.
    private string? Role(TextSpan span, int start, int end)
    {
        var after = EvidenceCollector.Fold(_article.Body.AsSpan(end, span.End - end));
        if (after.StartsWith(',') && Shown(after) is { } follows)
            return follows;
        var before = EvidenceCollector.Fold(_article.Body.AsSpan(span.Start, start - span.Start)).Trim(',', ' ');
        return before.Length > 3 ? Shown(before) : null;
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
