namespace Dateline.Summarize.Speech;

/// <summary>
/// Judges the readings of a unit and chooses those that stand together: of all sets without a clash the one of
/// greatest worth, where a reading is worth its probability less that which it must reach. Holds its buffers; not
/// thread-safe.
/// </summary>
internal sealed class SpeechSelection(SpeechModel model)
{
    /// <summary>Least probability of an attribution with a quotation.</summary>
    public const float Quoted = 0.34f;

    /// <summary>Least probability of one without.</summary>
    public const float Reported = 0.31f;

    private const float Same = 0.8f;
    private const int MostSteps = 4000;
    private readonly uint[] _rows = new uint[SpeechDraftFeatures.Most];
    private readonly float[] _scores = new float[SpeechDrafter.MostReadings + 1];
    private readonly List<(SpeechDraft Draft, float Worth)> _choices = [];
    private readonly List<int> _taken = [], _best = [];
    private float _bestWorth;
    private int _steps;

    /// <summary>Sets the probabilities of all readings; those of one word follow each other.</summary>
    public void Judge(SpeechUnitView unit, List<SpeechDraft> drafts)
    {
        for (int from = 0, to; from < drafts.Count; from = to)
        {
            _scores[0] = 0;
            for (to = from; to < drafts.Count && drafts[to].Cue == drafts[from].Cue; to++)
            {
                var count = SpeechDraftFeatures.Write(unit, drafts, drafts[to], _rows);
                _scores[to - from + 1] = model.Draft(_rows.AsSpan(0, count));
            }

            SpeechModel.Normalise(_scores.AsSpan(0, to - from + 1));
            for (var i = from; i < to; i++)
                drafts[i].Confidence = Agreeing(drafts, from, to, i);
        }
    }

    // A reading is right too where one that hardly differs is; of such the likeliest stands for all.
    private float Agreeing(List<SpeechDraft> drafts, int from, int to, int at)
    {
        var sum = _scores[at - from + 1];
        for (var i = from; i < to; i++)
        {
            if (i == at || drafts[i].Overlap(drafts[at]) < Same)
                continue;
            var other = _scores[i - from + 1];
            if (other > _scores[at - from + 1] || (other == _scores[at - from + 1] && i < at))
                return 0;
            sum += other;
        }

        return sum;
    }

    /// <summary>The set of greatest worth, in the order of their first content.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="drafts">Judged readings.</param>
    /// <param name="quoted">Probability from which a reading with a quotation is worth having.</param>
    /// <param name="reported">The same for one without.</param>
    public List<SpeechDraft> Choose(SpeechUnitView unit, List<SpeechDraft> drafts, float quoted, float reported)
    {
        _choices.Clear();
        _taken.Clear();
        _best.Clear();
        foreach (var draft in drafts)
        {
            var worth = draft.Confidence - (IsQuoted(unit, draft) ? quoted : reported);
            if (worth > 0)
                _choices.Add((draft, worth));
        }

        _choices.Sort(static (one, other) => other.Worth.CompareTo(one.Worth) is not 0 and var order
            ? order : (one.Draft.Cue, one.Draft.Rank).CompareTo((other.Draft.Cue, other.Draft.Rank)));
        (_bestWorth, _steps) = (0, 0);
        Extend(0, 0, _choices.Sum(static choice => choice.Worth));
        var chosen = new List<SpeechDraft>(_best.Count);
        foreach (var index in _best)
            chosen.Add(_choices[index].Draft);
        chosen.Sort(static (one, other) => one.Content[0].From.CompareTo(other.Content[0].From));
        return chosen;
    }

    // Takes the next choice or leaves it; the first set reached is the greedy one, and the steps are bounded.
    private void Extend(int next, float worth, float rest)
    {
        if (worth > _bestWorth)
        {
            _bestWorth = worth;
            _best.Clear();
            _best.AddRange(_taken);
        }

        while (next < _choices.Count && worth + rest > _bestWorth && ++_steps < MostSteps)
        {
            var (draft, own) = _choices[next];
            rest -= own;
            if (!_taken.Exists(index => _choices[index].Draft.Clashes(draft)))
            {
                _taken.Add(next);
                Extend(next + 1, worth + own, rest);
                _taken.RemoveAt(_taken.Count - 1);
            }

            next++;
        }
    }

    private static bool IsQuoted(SpeechUnitView unit, SpeechDraft draft)
    {
        foreach (var (from, to) in draft.Content)
        {
            for (var at = from; at < to; at++)
            {
                if (unit.Tokens[at].Quotation > 0)
                    return true;
            }
        }

        return false;
    }
}
