using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>
/// Makes the likeliest readings of each word of a unit that may announce speech: a beam over layout, edges and
/// speaker, by summed logarithms of the model's probabilities. Holds its buffers; not thread-safe.
/// </summary>
internal sealed class SpeechDrafter(SpeechModel model)
{
    /// <summary>Most readings of one word.</summary>
    public const int MostReadings = 8;

    private const float LeastCueing = 0.06f;
    private const float LeastLayout = 0.04f;
    private const int Beam = 3;
    private const float BeamDepth = 4f;
    private readonly List<int> _positions = [];
    private readonly uint[] _rows = new uint[SpeechFeatures.Most];
    private readonly float[] _layouts = new float[SpeechModel.Layouts];
    private readonly SpeechScores _known = new(model);
    private readonly List<SpeechDraft> _readings = [];
    private readonly Dictionary<(SpeechLayout, int), (int From, int To)?> _speakers = [];
    private readonly List<(int At, float Score)>[] _edges = [.. Enumerable.Range(0, SpeechModel.Layouts)
        .Select(static _ => new List<(int, float)>())];
    private SpeechUnitView _unit = new();
    private float[] _scores = new float[64];

    private readonly record struct Stretch(int From, int To, float Likelihood);

    /// <summary>Adds the readings of all words of a unit, word by word, the likeliest of each first.</summary>
    public void Draft(SpeechUnitView unit, List<SpeechDraft> drafts)
    {
        _unit = unit;
        _known.Load(unit);
        for (var cue = 0; cue < unit.Count; cue++)
        {
            if (unit.Tokens[cue].Cue == 0)
                continue;
            model.Layout(_rows.AsSpan(0, SpeechFeatures.Cue(unit, cue, _rows)), _layouts);
            if (1 - _layouts[0] >= LeastCueing)
                Draft(cue, drafts);
        }
    }

    private void Draft(int cue, List<SpeechDraft> drafts)
    {
        _readings.Clear();
        _speakers.Clear();
        Array.ForEach(_edges, static edges => edges.Clear());
        var cueing = 1 - _layouts[0];
        for (var layout = SpeechLayout.After; layout <= SpeechLayout.Around; layout++)
        {
            var share = _layouts[(int)layout] / cueing;
            if (share >= LeastLayout)
                Draft(cue, layout, cueing, MathF.Log(share));
        }

        _readings.Sort(static (one, other) => other.Likelihood.CompareTo(one.Likelihood) is not 0 and var order
            ? order : Order(one, other));
        for (var i = 0; i < _readings.Count && i < MostReadings; i++)
        {
            _readings[i].Rank = i;
            drafts.Add(_readings[i]);
        }
    }

    private static int Order(SpeechDraft one, SpeechDraft other) =>
        (one.Layout, one.Content[0].From, one.Content[0].To, one.Content[^1].To)
            .CompareTo((other.Layout, other.Content[0].From, other.Content[0].To, other.Content[^1].To));

    private void Draft(int cue, SpeechLayout layout, float cueing, float share)
    {
        var before = layout == SpeechLayout.After ? [] : Before(layout, cue);
        var after = layout == SpeechLayout.Before ? [] : After(layout, cue);
        if (layout != SpeechLayout.Around)
        {
            foreach (var part in before.Count > 0 ? before : after)
                Add(cue, layout, cueing, share + part.Likelihood, [(part.From, part.To)]);
            return;
        }

        foreach (var left in before)
        {
            foreach (var right in after)
                Add(cue, layout, cueing, share + left.Likelihood + right.Likelihood,
                    [(left.From, left.To), (right.From, right.To)]);
        }
    }

    private void Add(int cue, SpeechLayout layout, float cueing, float likelihood, (int From, int To)[] content)
    {
        foreach (var other in _readings)
        {
            if (other.Layout == layout && other.Content.AsSpan().SequenceEqual(content))
                return;
        }

        _readings.Add(new SpeechDraft(cue, layout, content, cueing, likelihood, Speaker(layout, cue, content)));
    }

    private List<Stretch> Before(SpeechLayout layout, int cue)
    {
        var found = new List<Stretch>();
        foreach (var (end, one) in Likeliest(SpeechChoice.BeforeEnd, layout, cue, cue))
        {
            if (end <= 0)
                continue;
            foreach (var (start, two) in Likeliest(SpeechChoice.BeforeStart, layout, cue, end))
                found.Add(new Stretch(start, end, one + two));
        }

        return Best(found, layout);
    }

    // "According to X, …": a speaker between the word and the content comes first.
    private List<Stretch> After(SpeechLayout layout, int cue)
    {
        (int, int)[] between = [layout == SpeechLayout.After && Speaker(layout, cue, []) is { } who && who.From > cue
            ? who : (cue, cue + 1)];
        var found = new List<Stretch>();
        foreach (var (start, one) in Likeliest(SpeechChoice.AfterStart, layout, cue, cue, between))
        {
            foreach (var (end, two) in Likeliest(SpeechChoice.AfterEnd, layout, cue, start))
                found.Add(new Stretch(start, Whole(start, end), one + two));
        }

        return Best(found, layout);
    }

    private static List<Stretch> Best(List<Stretch> found, SpeechLayout layout)
    {
        found.Sort(static (one, other) => other.Likelihood.CompareTo(one.Likelihood) is not 0 and var order
            ? order : (one.From, one.To).CompareTo((other.From, other.To)));
        var most = layout == SpeechLayout.Around ? Beam : MostReadings;
        if (found.Count > most)
            found.RemoveRange(most, found.Count - most);
        return found;
    }

    // A quotation is taken with its last mark.
    private int Whole(int start, int end)
    {
        var tokens = _unit.Tokens;
        if (!tokens[start].Opens)
            return end;
        var whole = end;
        while (whole < tokens.Length && tokens[whole].Quotation == tokens[start].Quotation
            && tokens[whole].Kind == TokenKind.Punctuation)
            whole++;
        return whole == tokens.Length || tokens[whole].Quotation != tokens[start].Quotation ? whole : end;
    }

    private (int From, int To)? Speaker(SpeechLayout layout, int cue, (int From, int To)[] content)
    {
        if (Edge(layout, cue, content) is not (>= 0 and var at))
            return null;
        if (!_speakers.TryGetValue((layout, at), out var speaker))
            _speakers[(layout, at)] = speaker = Speaker(layout, cue, at);
        return speaker is { } who && Array.Exists(content, part => part.From < who.To && who.From < part.To)
            ? Speaker(layout, cue, at, content) : speaker;
    }

    // What an edge is worth does not depend on the content, only whether it is allowed.
    private int? Edge(SpeechLayout layout, int cue, (int From, int To)[] content)
    {
        var edges = _edges[(int)layout];
        if (edges.Count == 0)
        {
            SpeechCandidates.Find(_unit, SpeechChoice.SpeakerEdge, cue, cue, _positions);
            foreach (var at in _positions)
                edges.Add((at, _known.Of(SpeechChoice.SpeakerEdge, layout, cue, cue, at)));
        }

        (int At, float Score)? best = null;
        foreach (var edge in edges)
        {
            if ((best is null || edge.Score > best.Value.Score)
                && (edge.At < 0 || content.Length == 0 || !Meets(content, edge.At, edge.At, cue)))
                best = edge;
        }

        return best?.At;
    }

    private (int From, int To)? Speaker(SpeechLayout layout, int cue, int at, (int From, int To)[]? content = null)
    {
        var choice = at <= cue ? SpeechChoice.SpeakerStart : SpeechChoice.SpeakerEnd;
        var ends = Likeliest(choice, layout, cue, at, content, 1);
        return ends.Count == 0 ? null : at <= cue ? (ends[0].At, at) : (at, ends[0].At);
    }

    // The likeliest positions of a choice with the logarithms of their probabilities, the best first.
    private List<(int At, float Likelihood)> Likeliest(SpeechChoice choice, SpeechLayout layout, int cue, int anchor,
        (int From, int To)[]? avoid = null, int most = Beam)
    {
        SpeechCandidates.Find(_unit, choice, cue, anchor, _positions);
        if (avoid is { Length: > 0 })
            _positions.RemoveAll(at =>
                at >= 0 && Meets(avoid, choice == SpeechChoice.AfterStart ? at : anchor, at, cue));
        if (_scores.Length < _positions.Count)
            _scores = new float[_positions.Count * 2];
        var scores = _scores.AsSpan(0, _positions.Count);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = _known.Of(choice, layout, cue, anchor, _positions[i]);

        var found = new List<(int, float)>(most);
        if (scores.Length == 0)
            return found;
        SpeechModel.Normalise(scores);
        var top = 0f;
        for (; found.Count < most;)
        {
            var best = 0;
            for (var i = 1; i < scores.Length; i++)
                best = scores[i] > scores[best] ? i : best;
            top = Math.Max(top, scores[best]);
            if (scores[best] <= top * MathF.Exp(-BeamDepth))
                break;
            found.Add((_positions[best], MathF.Log(scores[best])));
            scores[best] = -1;
        }

        return found;
    }

    // A speaker does not stand inside what was said, nor the other way round.
    private static bool Meets((int From, int To)[] content, int one, int other, int cue)
    {
        int from = Math.Min(one, other), to = Math.Max(one, other);
        if (from == to)
            (from, to) = from <= cue ? (from - 1, from) : (from, from + 1);
        return Array.Exists(content, part => part.From < to && from < part.To);
    }
}
