using Dateline.Search.Names;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>One decision of the training texts: the features of each candidate, or of the cue alone, and the
/// answer.</summary>
internal sealed record SpeechExample(uint[][] Candidates, int Answer);

/// <summary>Turns marked attributions into the decisions that the decoder makes.</summary>
internal sealed class SpeechExamples
{
    private const int NearEnough = 3;
    private readonly SpeechUnitView _unit = new();
    private readonly List<int> _positions = [];
    private readonly uint[] _rows = new uint[SpeechFeatures.Most];

    public List<SpeechExample> Layouts { get; } = [];

    public List<SpeechExample> Positions { get; } = [];

    /// <summary>Strength of each word that may announce speech: how often it does, outside of what is
    /// attributed.</summary>
    public static Dictionary<uint, byte> Cues(IEnumerable<AttributedArticle> articles, int least)
    {
        var inside = new Dictionary<uint, int>();
        var all = new Dictionary<uint, int>();
        var tokens = new List<Token>();
        foreach (var article in articles)
        {
            Tokenizer.Tokenize(article.Text, tokens);
            var content = new SpanSet(article.Attributions.SelectMany(marked => marked.Content));
            var cues = new SpanSet(article.Attributions.Select(marked => marked.Cue).OfType<TextSpan>());
            foreach (var token in tokens)
            {
                if (content.Holds(token.Start))
                    continue;
                var word = SpeechText.Hash(token.Of(article.Text));
                all[word] = all.GetValueOrDefault(word) + 1;
                if (cues.Holds(token.Start))
                    inside[word] = inside.GetValueOrDefault(word) + 1;
            }
        }

        return inside.Where(pair => pair.Value >= least)
            .Select(pair => (pair.Key, Strength: Strength((double)pair.Value / all[pair.Key])))
            .Where(pair => pair.Strength > 0).ToDictionary(pair => pair.Key, pair => pair.Strength);
    }

    private static byte Strength(double share) => share switch
    {
        >= 0.8 => 7,
        >= 0.6 => 6,
        >= 0.4 => 5,
        >= 0.25 => 4,
        >= 0.12 => 3,
        >= 0.06 => 2,
        >= 0.03 => 1,
        _ => 0,
    };

    /// <summary>Adds an article's decisions.</summary>
    public void Add(AttributedArticle article, NameTagger tagger, IReadOnlyDictionary<uint, byte> cues)
    {
        var text = SpeechText.Read(article.Text, tagger, cues);
        var heads = Heads(article, text);
        foreach (var unit in text.Units)
        {
            _unit.Load(text, unit);
            for (var cue = 0; cue < _unit.Count; cue++)
            {
                if (_unit.Tokens[cue].Cue > 0)
                    Add(text, cue, heads.GetValueOrDefault(unit.From + cue));
            }
        }
    }

    // The strongest word of a marked cue stands for it.
    internal static Dictionary<int, GoldAttribution> Heads(AttributedArticle article, SpeechText text)
    {
        var heads = new Dictionary<int, GoldAttribution>();
        foreach (var marked in article.Attributions)
        {
            var best = -1;
            foreach (var at in Range(text, marked.Cue ?? default))
            {
                if (best < 0 || text.Tokens[at].Cue > text.Tokens[best].Cue)
                    best = at;
            }

            if (best >= 0 && text.Tokens[best].Cue > 0)
                heads.TryAdd(best, marked);
        }

        return heads;
    }

    private static IEnumerable<int> Range(SpeechText text, TextSpan span)
    {
        for (var at = First(text, span.Start); at < text.Tokens.Length && text.Tokens[at].Start < span.End; at++)
            yield return at;
    }

    internal static int First(SpeechText text, int start)
    {
        int low = 0, high = text.Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = text.Tokens[middle].End <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Add(SpeechText text, int cue, GoldAttribution? marked)
    {
        if (marked is null)
        {
            AddLayout(cue, SpeechLayout.None);
            return;
        }

        (int From, int To)? before = null, after = null;
        foreach (var span in marked.Content)
        {
            var (from, to) = (First(text, span.Start) - _unit.Unit.From, First(text, span.End) - _unit.Unit.From);
            if (to <= 0 || from >= _unit.Count)
                continue;
            (from, to) = (Math.Max(from, 0), Math.Min(to, _unit.Count));
            if (to <= cue)
                before = (before?.From ?? from, to);
            else if (from > cue)
                after = (after?.From ?? from, to);
        }

        if (before is null && after is null)
            return;
        var layout = before is null ? SpeechLayout.After : after is null ? SpeechLayout.Before : SpeechLayout.Around;
        AddLayout(cue, layout);
        if (before is { } left)
        {
            AddPosition(SpeechChoice.BeforeEnd, layout, cue, cue, left.To);
            AddPosition(SpeechChoice.BeforeStart, layout, cue, left.To, left.From);
        }

        if (after is { } right)
        {
            AddPosition(SpeechChoice.AfterStart, layout, cue, cue, right.From);
            AddPosition(SpeechChoice.AfterEnd, layout, cue, right.From, right.To);
        }

        AddSpeaker(text, layout, cue, marked);
    }

    private void AddSpeaker(SpeechText text, SpeechLayout layout, int cue, GoldAttribution marked)
    {
        if (marked.Source is not { } source)
        {
            AddPosition(SpeechChoice.SpeakerEdge, layout, cue, cue, -1);
            return;
        }

        var (from, to) = (First(text, source.Start) - _unit.Unit.From, First(text, source.End) - _unit.Unit.From);
        if (from < 0 || to > _unit.Count || from >= to)
            return;
        if (to <= cue)
        {
            AddPosition(SpeechChoice.SpeakerEdge, layout, cue, cue, to);
            AddPosition(SpeechChoice.SpeakerStart, layout, cue, to, from);
        }
        else if (from > cue)
        {
            AddPosition(SpeechChoice.SpeakerEdge, layout, cue, cue, from);
            AddPosition(SpeechChoice.SpeakerEnd, layout, cue, from, to);
        }
    }

    private void AddLayout(int cue, SpeechLayout layout) =>
        Layouts.Add(new SpeechExample([_rows[..SpeechFeatures.Cue(_unit, cue, _rows)]], (int)layout));

    private void AddPosition(SpeechChoice choice, SpeechLayout layout, int cue, int anchor, int answer)
    {
        SpeechCandidates.Find(_unit, choice, cue, anchor, _positions);
        var best = -1;
        for (var i = 0; i < _positions.Count; i++)
        {
            var distance = Distance(_positions[i], answer);
            if (distance <= NearEnough && (best < 0 || distance < Distance(_positions[best], answer)))
                best = i;
        }

        if (best < 0 || _positions.Count < 2)
            return;
        var candidates = _positions.Select(at =>
            _rows[..SpeechFeatures.Position(_unit, choice, layout, cue, anchor, at, _rows)]).ToArray();
        Positions.Add(new SpeechExample(candidates, best));
    }

    private static int Distance(int one, int other) => one < 0 || other < 0
        ? (one == other ? 0 : 99) : Math.Abs(one - other);

    private sealed class SpanSet
    {
        private readonly HashSet<int> _units = [];

        public SpanSet(IEnumerable<TextSpan> spans)
        {
            foreach (var span in spans)
                for (var at = span.Start; at < span.End; at++)
                    _units.Add(at);
        }

        public bool Holds(int at) => _units.Contains(at);
    }
}
