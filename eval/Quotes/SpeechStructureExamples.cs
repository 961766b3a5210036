using Dateline.Search.Names;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>
/// Turns marked attributions into the decisions about whole readings and about joining, as a model makes them that was
/// not trained on the article. The first candidate of each has no features and stands for none.
/// </summary>
internal sealed class SpeechStructureExamples
{
    private const double Same = 0.8;
    private const double Mostly = 0.5;
    private readonly SpeechUnitView _unit = new();
    private readonly List<SpeechDraft> _drafts = [];
    private readonly uint[] _rows = new uint[256];

    public List<SpeechExample> Drafts { get; } = [];

    public List<SpeechExample> Joins { get; } = [];

    /// <summary>Adds the readings of an article.</summary>
    public void AddDrafts(AttributedArticle article, SpeechModel model)
    {
        var text = SpeechText.Read(article.Text, NameTagger.Default, model.Cues);
        var heads = SpeechExamples.Heads(article, text);
        var content = Content(article, text);
        var headed = heads.Values.ToHashSet();
        var drafter = new SpeechDrafter(model);
        foreach (var unit in text.Units)
        {
            _unit.Load(text, unit);
            _drafts.Clear();
            drafter.Draft(_unit, _drafts);
            foreach (var readings in _drafts.GroupBy(draft => draft.Cue))
                Add([.. readings], unit, heads.GetValueOrDefault(unit.From + readings.Key), headed, content);
        }
    }

    private void Add(List<SpeechDraft> readings, SpeechUnit unit, GoldAttribution? marked,
        HashSet<GoldAttribution> headed, GoldAttribution?[] content)
    {
        int answer = 0;
        var best = Same;
        for (var i = 0; i < readings.Count; i++)
        {
            foreach (var gold in Golds(readings[i], unit, content))
            {
                if ((marked is null ? !headed.Contains(gold) : gold == marked)
                    && Overlap(readings[i], unit, gold, content) is var overlap && overlap >= best)
                    (best, answer) = (overlap + 1e-9, i + 1);
            }
        }

        Drafts.Add(new SpeechExample([[], .. readings.Select(reading =>
            _rows[..SpeechDraftFeatures.Write(_unit, _drafts, reading, _rows)])], answer));
    }

    private static HashSet<GoldAttribution> Golds(SpeechDraft draft, SpeechUnit unit, GoldAttribution?[] content)
    {
        var golds = new HashSet<GoldAttribution>();
        foreach (var (from, to) in draft.Content)
        {
            for (var at = from; at < to; at++)
            {
                if (content[at + unit.From] is { } gold)
                    golds.Add(gold);
            }
        }

        return golds;
    }

    private static double Overlap(
        SpeechDraft draft, SpeechUnit unit, GoldAttribution gold, GoldAttribution?[] content)
    {
        int both = 0, either = 0;
        for (var at = unit.From; at < unit.To; at++)
        {
            bool mine = draft.Covers(at - unit.From), its = content[at] == gold;
            both += mine && its ? 1 : 0;
            either += mine || its ? 1 : 0;
        }

        return (double)both / either;
    }

    /// <summary>Adds the joining of an article.</summary>
    public void AddJoins(AttributedArticle article, SpeechModel model)
    {
        var text = SpeechText.Read(article.Text, NameTagger.Default, model.Cues);
        var content = Content(article, text);
        var told = new List<SpeechPassage>();
        var loose = new List<LooseQuotation>();
        new SpeechDecoder(model).Tell(text, told, loose, CancellationToken.None);
        var golds = told.ToDictionary(passage => passage, passage => Gold(passage, content));
        new SpeechJoining(model).Join(text, told, loose, (view, candidates) =>
        {
            var gold = Most(content, [(view.Loose.From, view.Loose.To)]);
            var answer = 1 + (gold is null ? -1 : candidates.FindIndex(candidate => golds[candidate.Passage] == gold));
            Joins.Add(new SpeechExample([[], .. candidates.Select(candidate =>
                _rows[..SpeechJoinFeatures.Write(view, candidate.Kind, candidate.Passage, _rows)])], answer));
            return answer;
        });
    }

    private static GoldAttribution? Gold(SpeechPassage passage, GoldAttribution?[] content) =>
        Most(content, passage.Content);

    private static GoldAttribution? Most(GoldAttribution?[] content, List<(int From, int To)> stretches)
    {
        var counts = new Dictionary<GoldAttribution, int>();
        var all = 0;
        foreach (var (from, to) in stretches)
        {
            for (var at = from; at < to; at++)
            {
                all++;
                if (content[at] is { } gold)
                    counts[gold] = counts.GetValueOrDefault(gold) + 1;
            }
        }

        return counts.Where(pair => pair.Value >= Mostly * all).Select(pair => pair.Key).FirstOrDefault();
    }

    // The attribution whose content each token is part of.
    private static GoldAttribution?[] Content(AttributedArticle article, SpeechText text)
    {
        var content = new GoldAttribution?[text.Tokens.Length];
        foreach (var marked in article.Attributions)
        {
            foreach (var span in marked.Content)
            {
                for (var at = SpeechExamples.First(text, span.Start);
                    at < content.Length && text.Tokens[at].Start < span.End; at++)
                    content[at] ??= marked;
            }
        }

        return content;
    }
}
