using Dateline.Search.Articles;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;

namespace Dateline.Summarize.Sections;

/// <summary>
/// Sides and silence: the parties that several articles name where they are on the topic, with how often each speaks to
/// it for itself; those that never speak come last. The outlets themselves are no party.
/// </summary>
internal static class SideSection
{
    private const int MostSpeaking = 8;
    private const int MostSilent = 8;
    private const int FewestArticles = 2;
    private const int FewestForPerson = 3;
    private const int FewArticles = 10;

    private sealed class Tally(ArticleActor actor)
    {
        public ArticleActor Actor { get; } = actor;

        public int Articles { get; set; }

        public bool Speaks { get; set; }

        public HashSet<string> Said { get; } = new(StringComparer.Ordinal);

        public Citation? Named { get; set; }

        public Citation? Spoken { get; set; }
    }

    /// <summary>The parties; empty unless there are two.</summary>
    public static IReadOnlyList<BriefingSide> Build(EvidencePool pool, IReadOnlyList<SpokenEvidence> spoken,
        TopicFocus focus)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        var outlets = pool.Articles.Select(static found =>
            found.Article.Outlet).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = pool.All.Where(focus.Has).ToLookup(static sentence =>
            sentence.HitRank, static sentence => sentence.Entities);
        for (var rank = 0; rank < pool.Articles.Count; rank++)
        {
            var article = pool.Articles[rank].Article;
            var onTopic = named[rank].SelectMany(static names => names).ToHashSet(StringComparer.Ordinal);
            foreach (var actor in article.Actors.Where(actor => actor.Kind != ActorKind.Media
                && onTopic.Contains("actor:" + actor.Id) && !outlets.Contains(actor.Name)))
                Name(tallies, article, actor);
        }

        foreach (var statement in spoken)
        {
            if (statement.Statement.Speaker is not { Actor: { } actor, Evidence: { } words }
                || !tallies.TryGetValue(actor.Id, out var tally))
                continue;
            tally.Speaks = true;
            if (!focus.Has(statement.Passage)) continue;
            tally.Said.Add(statement.Content.Text);
            tally.Spoken ??= CitationFactory.Cite(statement.Passage.Article, words.Start, words.End);
        }

        var sides = tallies.Values.Where(tally => tally.Named is not null && (tally.Said.Count > 0 || !tally.Speaks))
            .Select(tally => new BriefingSide(tally.Actor.Id, tally.Actor.Name, tally.Actor.Kind, tally.Articles,
                tally.Said.Count, tally.Spoken ?? tally.Named!))
            .ToList();
        return Shown(sides, pool.Articles.Count);
    }

    private static void Name(Dictionary<string, Tally> tallies, Article article, ArticleActor actor)
    {
        if (!tallies.TryGetValue(actor.Id, out var tally))
            tallies[actor.Id] = tally = new Tally(actor);
        tally.Articles++;
        if (tally.Named is null && actor.Mentions.FirstOrDefault(IsInBody) is { End: > 0 } mention)
            tally.Named = CitationFactory.Cite(article, mention.Start, mention.End);
    }

    // Not the title; and what follows from the article as a whole, not from words in it, has an empty span.
    private static bool IsInBody(Search.Articles.Evidence mention) =>
        mention.Field == EvidenceField.Body && mention.Start < mention.End;

    private static List<BriefingSide> Shown(List<BriefingSide> sides, int articles)
    {
        var speakers = articles <= FewArticles ? 1 : FewestArticles;
        var least = Math.Min(articles, Math.Max(FewestArticles, articles / FewArticles));
        var speaking = sides.Where(side => side.Statements > 0 && side.Articles >= speakers)
            .OrderByDescending(side => side.Statements).ThenByDescending(side => side.Articles)
            .ThenBy(side => side.ActorId, StringComparer.Ordinal).Take(MostSpeaking);
        var silent = sides.Where(side => side.Statements == 0
                && side.Articles >= (side.Kind == ActorKind.Person
                    ? Math.Max(least, Math.Min(FewestForPerson, articles)) : least))
            .OrderByDescending(side => side.Articles).ThenBy(side => side.ActorId, StringComparer.Ordinal)
                .Take(MostSilent);
        List<BriefingSide> shown = [.. speaking, .. silent];
        return shown.Count < 2 ? [] : shown;
    }
}
