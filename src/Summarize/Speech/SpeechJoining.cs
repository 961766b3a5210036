using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>An attribution in the making; token numbers of the text.</summary>
/// <param name="Unit">The number of its unit.</param>
/// <param name="Layout">Where the content stands.</param>
/// <param name="Cue">The word that announces it.</param>
/// <param name="Speaker">Who; null for nobody.</param>
/// <param name="Confidence">Probability, 0 to 1.</param>
internal sealed class SpeechPassage(
    int unit, SpeechLayout layout, int cue, (int From, int To)? speaker, float confidence)
{
    /// <summary>The number of its unit.</summary>
    public int Unit { get; } = unit;

    /// <summary>Where the content stands.</summary>
    public SpeechLayout Layout { get; } = layout;

    /// <summary>The word that announces it.</summary>
    public int Cue { get; } = cue;

    /// <summary>Who; null for nobody.</summary>
    public (int From, int To)? Speaker { get; } = speaker;

    /// <summary>Probability, 0 to 1.</summary>
    public float Confidence { get; } = confidence;

    /// <summary>The stretches of its content, in order.</summary>
    public List<(int From, int To)> Content { get; } = [];

    /// <summary>How many stretches were joined to it.</summary>
    public int Joined { get; set; }
}

/// <summary>A quotation that its own unit attributes to nobody; token numbers of the text.</summary>
/// <param name="Unit">The number of its unit.</param>
/// <param name="From">First token.</param>
/// <param name="To">Token after the last.</param>
/// <param name="IsUnit">True where the unit holds nothing else.</param>
/// <param name="Cueing">Probability of the likeliest attribution of the unit that was not chosen.</param>
internal readonly record struct LooseQuotation(int Unit, int From, int To, bool IsUnit, float Cueing);

/// <summary>Decides for each quotation that stands alone whether it goes with the attribution before it, one further
/// back, the next, or with none. Holds its buffers; not thread-safe.</summary>
internal sealed class SpeechJoining(SpeechModel model)
{
    private const int FurtherBack = 6;
    private readonly uint[] _rows = new uint[SpeechJoinFeatures.Most];
    private readonly List<(SpeechJoinKind Kind, SpeechPassage Passage)> _candidates = [];
    private readonly float[] _scores = new float[4];

    /// <summary>Joins the quotations, in text order, to the passages, in text order.</summary>
    public void Join(SpeechText text, List<SpeechPassage> told, List<LooseQuotation> loose) =>
        Join(text, told, loose, Likeliest);

    /// <summary>The same by another decision.</summary>
    /// <param name="text">The text.</param>
    /// <param name="told">Passages; grow.</param>
    /// <param name="loose">The quotations.</param>
    /// <param name="decide">Gets the situation and the candidates; answers which, from 1, or 0 for none.</param>
    public void Join(SpeechText text, List<SpeechPassage> told, List<LooseQuotation> loose,
        Func<SpeechJoinView, List<(SpeechJoinKind Kind, SpeechPassage Passage)>, int> decide)
    {
        for (var i = 0; i < loose.Count; i++)
        {
            var view = new SpeechJoinView(text, told, loose, i);
            Candidates(view);
            if (_candidates.Count == 0 || decide(view, _candidates) is var answer && answer == 0)
                continue;
            var (_, passage) = _candidates[answer - 1];
            var stretch = (loose[i].From, loose[i].To);
            var at = passage.Content.FindIndex(part => part.From > stretch.From);
            passage.Content.Insert(at < 0 ? passage.Content.Count : at, stretch);
            passage.Joined++;
        }
    }

    private int Likeliest(SpeechJoinView view, List<(SpeechJoinKind Kind, SpeechPassage Passage)> candidates)
    {
        _scores[0] = 0;
        var best = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var (kind, passage) = candidates[i];
            _scores[i + 1] = model.Join(_rows.AsSpan(0, SpeechJoinFeatures.Write(view, kind, passage, _rows)));
            best = _scores[i + 1] > _scores[best] ? i + 1 : best;
        }

        return best;
    }

    private void Candidates(SpeechJoinView view)
    {
        _candidates.Clear();
        SpeechPassage? before = null, next = null, quoting = null;
        var number = -1;
        for (var i = 0; i < view.Told.Count; i++)
        {
            var passage = view.Told[i];
            if (End(passage) <= view.Loose.From)
            {
                if (before is null || End(passage) >= End(before))
                    (before, number) = (passage, i);
            }
            else if (Start(passage) >= view.Loose.To)
            {
                next = passage;
                break;
            }
        }

        for (var i = number - 1; i >= 0 && i >= number - FurtherBack && quoting is null; i--)
        {
            if (view.IsNear(view.Told[i].Unit) && view.EndsQuoted(view.Told[i]))
                quoting = view.Told[i];
        }

        if (before is not null)
            _candidates.Add((SpeechJoinKind.Before, before));
        if (quoting is not null)
            _candidates.Add((SpeechJoinKind.Quoting, quoting));
        if (next is not null && view.IsNear(next.Unit))
            _candidates.Add((SpeechJoinKind.Next, next));
    }

    private static int End(SpeechPassage passage) => Math.Max(passage.Cue + 1, passage.Content[^1].To);

    private static int Start(SpeechPassage passage) => Math.Min(passage.Cue, passage.Content[0].From);
}
