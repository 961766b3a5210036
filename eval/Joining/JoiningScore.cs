using Dateline.Search.Articles;

namespace Dateline.Eval.Joining;

/// <summary>
/// Counts pairs of labelled names: of one actor by the labels, of one by our output. A name that no mention overlaps is
/// joined with nothing; of several mentions over a name the one that covers most of it counts.
/// </summary>
internal sealed class JoiningScore
{
    private readonly List<string> _mistakes = [];
    private int _names;
    private int _found;
    private int _gold;
    private int _ours;
    private int _both;
    private int _strays;

    /// <summary>Share of the pairs we join that are one actor; 1 where we join none.</summary>
    public double Precision => Share(_both, _ours);

    /// <summary>Share of the pairs that are one actor which we join.</summary>
    public double Recall => Share(_both, _gold);

    /// <summary>Share of the labelled names that some mention overlaps.</summary>
    public double Found => Share(_found, _names);

    /// <summary>
    /// Precision where a found name joined with words that nobody labelled counts as wrong, too. Words the conventions
    /// leave out ("the government") make it a lower bound.
    /// </summary>
    public double StrictPrecision => Share(_both, _ours + _strays);

    /// <summary>Pairs counted: by the labels, by us, by both.</summary>
    public string Counts =>
        $"{_names} names, {_gold} pairs labelled, {_ours} joined, {_both} rightly, {_strays} strays";

    /// <summary>What went wrong, worst article first.</summary>
    public IEnumerable<string> Mistakes => _mistakes;

    public void Add(string article, List<LabelLine> labels, IReadOnlyList<ArticleActor> actors)
    {
        var ours = labels.ConvertAll(label => ActorOf(label, actors));
        _names += labels.Count;
        _found += ours.Count(static actor => actor is not null);
        for (var one = 0; one < labels.Count; one++)
        {
            for (var other = one + 1; other < labels.Count; other++)
                AddPair(article, labels[one], labels[other], ours[one], ours[other]);
        }

        AddStrays(article, labels, actors, ours);
    }

    private static double Share(int part, int all) => all == 0 ? 1 : (double)part / all;

    private static ArticleActor? ActorOf(LabelLine label, IReadOnlyList<ArticleActor> actors)
    {
        ArticleActor? best = null;
        var most = 0;
        foreach (var actor in actors)
        {
            foreach (var mention in actor.Mentions)
            {
                var shared = label.Overlaps(mention)
                    ? Math.Min(mention.End, label.End) - Math.Max(mention.Start, label.Start) : 0;
                if (shared > most)
                    (best, most) = (actor, shared);
            }
        }

        return best;
    }

    private void AddPair(string article, LabelLine one, LabelLine other, ArticleActor? left, ArticleActor? right)
    {
        var gold = one.Label == other.Label;
        var ours = left is not null && left == right;
        _gold += gold ? 1 : 0;
        _ours += ours ? 1 : 0;
        _both += gold && ours ? 1 : 0;
        if (gold == ours)
            return;
        var how = ours ? $"wrongly one ({left!.Name})"
            : left is not null && right is not null ? "kept apart"
            : left is null && right is null ? "neither found" : "one not found";
        _mistakes.Add($"{article}\t{how}\t{one.Name} | {other.Name}");
    }

    private void AddStrays(
        string article, List<LabelLine> labels, IReadOnlyList<ArticleActor> actors, List<ArticleActor?> ours)
    {
        foreach (var actor in actors)
        {
            var namings = ours.Count(found => found == actor);
            foreach (var mention in actor.Mentions)
            {
                if (namings == 0 || labels.Exists(label => label.Overlaps(mention)))
                    continue;
                _strays += namings;
                _mistakes.Add($"{article}\tstray\t{mention.Quote} | {actor.Name}");
            }
        }
    }
}
