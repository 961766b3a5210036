using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>Makes the decisions of a text, unit by unit. Holds its buffers; not thread-safe.</summary>
internal sealed class SpeechDecoder(SpeechModel model)
{
    private sealed record Draft(int Cue, SpeechLayout Layout, float Confidence, List<(int From, int To)> Content)
    {
        public (int From, int To)? Speaker { get; set; }
    }

    private const float QuotedThreshold = 0.1f;
    private const int LooseQuotation = 5;
    private readonly SpeechUnitView _unit = new();
    private readonly List<int> _positions = [];
    private readonly uint[] _rows = new uint[SpeechFeatures.Most];
    private readonly float[] _layouts = new float[SpeechModel.Layouts];
    private float[] _scores = new float[64];
    private readonly List<TextSpan> _waiting = [];
    private int _paragraph, _paragraphStart, _waitingParagraph;

    /// <summary>All attributions of a text.</summary>
    public List<Attribution> Decode(SpeechText text, float threshold, CancellationToken cancellationToken)
    {
        var found = new List<Attribution>();
        _paragraph = _waitingParagraph = -1;
        _waiting.Clear();
        foreach (var unit in text.Units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _unit.Load(text, unit);
            if (found.Count > 0 && Continues(text, unit, found[^1]))
            {
                var last = Quoting(found);
                found[last] = Continue(found[last], text, unit);
                _paragraph = unit.Paragraph;
            }
            else
            {
                Decode(text, unit, threshold, found);
            }
        }

        return found;
    }

    private void Decode(SpeechText text, SpeechUnit unit, float threshold, List<Attribution> found)
    {
        var drafts = Drafts(threshold);
        foreach (var draft in drafts)
        {
            draft.Speaker = Speaker(draft.Layout, draft.Cue, draft.Content);
            var attribution = Finish(text, unit, draft);
            if (draft.Content[0].From == 0 && draft.Layout != SpeechLayout.After && Waits(text, unit))
                attribution = attribution with { Content = [.. _waiting, .. attribution.Content] };
            found.Add(attribution);
            if (_paragraph != unit.Paragraph)
                _paragraphStart = attribution.Cue.Start;
            _paragraph = unit.Paragraph;
        }

        var keeps = drafts.Count == 0 && IsAllQuotation(_unit.Tokens);
        if (!keeps || _waitingParagraph != unit.Paragraph)
            _waiting.Clear();
        if (!keeps)
            return;
        _waiting.Add(new TextSpan(_unit.Tokens[0].Start, _unit.Tokens[^1].End));
        _waitingParagraph = unit.Paragraph;
    }

    // A quotation without speaker goes with the next of its paragraph: "…" "…," X said.
    private bool Waits(SpeechText text, SpeechUnit unit)
    {
        if (_waiting.Count == 0 || !_unit.Tokens[0].Opens)
            return false;
        var before = text.Quotations[_unit.Tokens[0].Quotation - 2];
        return _waitingParagraph == unit.Paragraph || (!before.Closed && before.Span.End == _waiting[^1].End);
    }

    // A sentence that is all quotation goes on with the quotation before it: "…," X said. "…"
    private bool Continues(SpeechText text, SpeechUnit unit, Attribution last)
    {
        var tokens = _unit.Tokens;
        if (!IsAllQuotation(tokens))
            return false;
        var number = tokens[0].Quotation;
        var open = number > 1 && !text.Quotations[number - 2].Closed
            && text.Quotations[number - 2].Span.Start < last.Content[^1].End;
        return open || unit.Paragraph == _paragraph;
    }

    // "…," X said. He gave no details. "…"
    private int Quoting(List<Attribution> found)
    {
        for (var at = found.Count - 1; at >= 0 && found[at].Cue.Start >= _paragraphStart; at--)
        {
            if (found[at].Form == SpeechForm.Direct)
                return at;
        }

        return found.Count - 1;
    }

    private static bool IsAllQuotation(ReadOnlySpan<SpeechToken> tokens)
    {
        var end = tokens.Length;
        while (end > 1 && !tokens[end - 1].Closes && tokens[end - 1].Kind == TokenKind.Punctuation)
            end--;
        foreach (ref readonly var token in tokens[..end])
        {
            if (token.Quotation == 0 && token.Kind != TokenKind.Punctuation)
                return false;
        }

        return tokens[0].Opens;
    }

    private static Attribution Continue(Attribution last, SpeechText text, SpeechUnit unit)
    {
        var tokens = text.Tokens;
        var more = new TextSpan(tokens[unit.From].Start, tokens[unit.To - 1].End);
        return last with { Content = [.. last.Content, more] };
    }

    private List<Draft> Drafts(float threshold)
    {
        var all = new List<Draft>();
        for (var cue = 0; cue < _unit.Count; cue++)
        {
            if (_unit.Tokens[cue].Cue == 0)
                continue;
            model.Layout(_rows.AsSpan(0, SpeechFeatures.Cue(_unit, cue, _rows)), _layouts);
            if (1 - _layouts[0] >= QuotedThreshold && Draw(cue) is { } draft)
                all.Add(draft);
        }

        var sure = Compatible(all.FindAll(draft => draft.Confidence >= threshold));
        return HasLooseQuotation(sure) ? Compatible(
            all.FindAll(draft => draft.Confidence >= threshold || IsDirect(draft))) : sure;
    }

    // A quotation of some length that nobody is said to have uttered.
    private bool HasLooseQuotation(List<Draft> drafts)
    {
        var tokens = _unit.Tokens;
        for (var at = 0; at + LooseQuotation < tokens.Length; at++)
        {
            if (tokens[at].Opens && tokens[at + LooseQuotation].Quotation == tokens[at].Quotation
                && drafts.TrueForAll(draft => !draft.Content.Exists(part => Covers(part, at))))
                return true;
        }

        return false;
    }

    private bool IsDirect(Draft draft) =>
        draft.Content.Exists(part => _unit.Tokens[part.From].Opens && part.To - part.From > LooseQuotation);

    // What is attributed once is not attributed again: the surest first.
    private List<Draft> Compatible(List<Draft> all)
    {
        var kept = new List<Draft>();
        foreach (var draft in all.OrderByDescending(draft => draft.Confidence).ThenBy(draft => draft.Cue))
        {
            if (kept.TrueForAll(other => !Clash(draft, other)))
                kept.Add(draft);
        }

        kept.Sort((one, other) => one.Content[0].From.CompareTo(other.Content[0].From));
        foreach (var draft in kept.ToArray())
            Resume(draft, kept);
        return kept;
    }

    // "…," X said, "…": the quotation that a comma left open goes on after the speaker.
    private void Resume(Draft draft, List<Draft> all)
    {
        var tokens = _unit.Tokens;
        var (from, to) = draft.Content[^1];
        if (to > draft.Cue || !tokens[to - 1].Closes || !tokens[from].Opens || to < 2 || _unit.Word(to - 2)[0] != ',')
            return;
        var open = draft.Cue + 1;
        while (open < tokens.Length && !tokens[open].Opens)
            open++;
        if (open >= tokens.Length || _unit.Word(open - 1)[0] is not (',' or '—' or '–' or '-' or ':' or ';'))
            return;
        var end = open + 1;
        while (end < tokens.Length && tokens[end].Quotation == tokens[open].Quotation)
            end++;
        all.RemoveAll(other => !ReferenceEquals(other, draft)
            && other.Content.Exists(own => own.From < end && open < own.To));
        draft.Content.Add((open, end));
    }

    private static bool Clash(Draft one, Draft other) =>
        one.Content.Exists(part => Covers(part, other.Cue))
        || other.Content.Exists(part => Covers(part, one.Cue)
            || one.Content.Exists(own => own.From < part.To && part.From < own.To));

    private static bool Covers((int From, int To) part, int at) => part.From <= at && at < part.To;

    private Draft? Draw(int cue)
    {
        var layout = (SpeechLayout)1;
        for (var lane = 2; lane < SpeechModel.Layouts; lane++)
            layout = _layouts[lane] > _layouts[(int)layout] ? (SpeechLayout)lane : layout;
        var content = new List<(int, int)>();
        if (layout is SpeechLayout.Before or SpeechLayout.Around && Before(layout, cue) is { } before)
            content.Add(before);
        if (layout is SpeechLayout.After or SpeechLayout.Around && After(layout, cue) is { } after)
            content.Add(after);
        return content.Count == 0 ? null : new Draft(cue, layout, 1 - _layouts[0], content);
    }

    private (int From, int To)? Before(SpeechLayout layout, int cue) =>
        Choose(SpeechChoice.BeforeEnd, layout, cue, cue) is { } end && end > 0
        && Choose(SpeechChoice.BeforeStart, layout, cue, end) is { } start ? (start, end) : null;

    // "According to X, …": a speaker between the cue and the content comes first.
    private (int From, int To)? After(SpeechLayout layout, int cue)
    {
        var between = layout == SpeechLayout.After && Speaker(layout, cue, null) is { } who && who.From > cue
            ? who : (cue, cue + 1);
        return Choose(SpeechChoice.AfterStart, layout, cue, cue, [between]) is { } start
            && Choose(SpeechChoice.AfterEnd, layout, cue, start) is { } end ? (start, Whole(start, end)) : null;
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

    private (int From, int To)? Speaker(SpeechLayout layout, int cue, List<(int From, int To)>? content)
    {
        if (Choose(SpeechChoice.SpeakerEdge, layout, cue, cue, content) is not { } at || at < 0)
            return null;
        if (at <= cue)
            return Choose(SpeechChoice.SpeakerStart, layout, cue, at, content) is { } start ? (start, at) : null;
        return Choose(SpeechChoice.SpeakerEnd, layout, cue, at, content) is { } end ? (at, end) : null;
    }

    private int? Choose(SpeechChoice choice, SpeechLayout layout, int cue, int anchor,
        List<(int From, int To)>? avoid = null)
    {
        SpeechCandidates.Find(_unit, choice, cue, anchor, _positions);
        if (avoid is not null)
            _positions.RemoveAll(at => at >= 0 && Meets(avoid, IsLoose(choice) ? at : anchor, at, cue));
        if (_positions.Count == 0)
            return null;
        if (_scores.Length < _positions.Count)
            _scores = new float[_positions.Count];
        var best = 0;
        for (var i = 0; i < _positions.Count; i++)
        {
            var count = SpeechFeatures.Position(_unit, choice, layout, cue, anchor, _positions[i], _rows);
            _scores[i] = model.Position(_rows.AsSpan(0, count));
            best = _scores[i] > _scores[best] ? i : best;
        }

        return _positions[best];
    }

    private static bool IsLoose(SpeechChoice choice) => choice is SpeechChoice.SpeakerEdge or SpeechChoice.AfterStart;

    // A speaker does not stand inside what was said, nor the other way round.
    private static bool Meets(List<(int From, int To)> content, int one, int other, int cue)
    {
        int from = Math.Min(one, other), to = Math.Max(one, other);
        if (from == to)
            (from, to) = from <= cue ? (from - 1, from) : (from, from + 1);
        return content.Exists(part => part.From < to && from < part.To);
    }

    private static Attribution Finish(SpeechText text, SpeechUnit unit, Draft draft)
    {
        var tokens = text.Tokens.AsSpan(unit.From);
        var content = new List<TextSpan>();
        foreach (var (from, to) in draft.Content)
            content.Add(new TextSpan(tokens[from].Start, tokens[to - 1].End));
        return new Attribution
        {
            Cue = new TextSpan(tokens[draft.Cue].Start, tokens[draft.Cue].End),
            Content = content,
            Speaker = draft.Speaker is { } who ? new TextSpan(tokens[who.From].Start, tokens[who.To - 1].End) : null,
            Form = Form(tokens, draft.Content),
            Confidence = draft.Confidence,
        };
    }

    private static SpeechForm Form(ReadOnlySpan<SpeechToken> tokens, List<(int From, int To)> content)
    {
        int inside = 0, outside = 0;
        foreach (var (from, to) in content)
        {
            foreach (ref readonly var token in tokens[from..to])
            {
                inside += token.Quotation > 0 ? 1 : 0;
                outside += token.Quotation == 0 && token.Kind != TokenKind.Punctuation ? 1 : 0;
            }
        }

        return inside == 0 ? SpeechForm.Reported : outside == 0 ? SpeechForm.Direct : SpeechForm.Mixed;
    }
}
