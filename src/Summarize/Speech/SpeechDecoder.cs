using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>Makes the decisions of a text, unit by unit, and joins what belongs together. Holds its buffers; not
/// thread-safe.</summary>
internal sealed class SpeechDecoder(SpeechModel model)
{
    private const int ShortQuotation = 5;
    private readonly SpeechUnitView _unit = new();
    private readonly SpeechDrafter _drafter = new(model);
    private readonly SpeechSelection _selection = new(model);
    private readonly SpeechJoining _joining = new(model);
    private readonly List<SpeechDraft> _drafts = [];

    /// <summary>All attributions of a text.</summary>
    public List<Attribution> Decode(SpeechText text, CancellationToken cancellationToken)
    {
        var told = new List<SpeechPassage>();
        var loose = new List<LooseQuotation>();
        Tell(text, told, loose, cancellationToken);
        _joining.Join(text, told, loose);
        return told.ConvertAll(passage => Finish(text, passage));
    }

    /// <summary>The passages of a text, unit by unit, and the quotations that they leave over.</summary>
    public void Tell(
        SpeechText text, List<SpeechPassage> told, List<LooseQuotation> loose, CancellationToken cancellationToken)
    {
        for (var number = 0; number < text.Units.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _unit.Load(text, text.Units[number]);
            _drafts.Clear();
            _drafter.Draft(_unit, _drafts);
            _selection.Judge(_unit, _drafts);
            var chosen = _selection.Choose(_unit, _drafts, SpeechSelection.Quoted, SpeechSelection.Reported);
            var from = _unit.Unit.From;
            foreach (var draft in chosen)
                told.Add(Passage(number, from, draft));
            AddLoose(number, chosen, loose);
        }
    }

    private static SpeechPassage Passage(int unit, int from, SpeechDraft draft)
    {
        var speaker = draft.Speaker is { } who ? (who.From + from, who.To + from) : ((int, int)?)null;
        var passage = new SpeechPassage(unit, draft.Layout, draft.Cue + from, speaker, draft.Confidence);
        foreach (var (start, end) in draft.Content)
            passage.Content.Add((start + from, end + from));
        return passage;
    }

    private void AddLoose(int number, List<SpeechDraft> chosen, List<LooseQuotation> loose)
    {
        var tokens = _unit.Tokens;
        var from = _unit.Unit.From;
        if (chosen.Count == 0 && IsAllQuotation(tokens))
        {
            loose.Add(new LooseQuotation(number, from, from + tokens.Length, true, Cueing(chosen)));
            return;
        }

        for (int at = 0, end; at < tokens.Length; at = end)
        {
            var covered = false;
            for (end = at; end < tokens.Length && tokens[end].Quotation == tokens[at].Quotation; end++)
                covered |= Covered(chosen, end);
            if (tokens[at].Quotation > 0 && !covered && end - at > ShortQuotation)
                loose.Add(new LooseQuotation(number, at + from, end + from, false, Cueing(chosen)));
        }
    }

    private static bool Covered(List<SpeechDraft> chosen, int at)
    {
        foreach (var draft in chosen)
        {
            if (draft.Cue == at || draft.Covers(at))
                return true;
        }

        return false;
    }

    private float Cueing(List<SpeechDraft> chosen)
    {
        var most = 0f;
        foreach (var draft in _drafts)
            most = Math.Max(most, chosen.Contains(draft) ? 0 : draft.Confidence);
        return most;
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

    private static Attribution Finish(SpeechText text, SpeechPassage passage)
    {
        var tokens = text.Tokens;
        return new Attribution
        {
            Cue = new TextSpan(tokens[passage.Cue].Start, tokens[passage.Cue].End),
            Content = passage.Content.ConvertAll(
                part => new TextSpan(tokens[part.From].Start, tokens[part.To - 1].End)),
            Speaker = passage.Speaker is { } who ? new TextSpan(tokens[who.From].Start, tokens[who.To - 1].End) : null,
            Form = Form(tokens, passage.Content),
            Confidence = passage.Confidence,
        };
    }

    private static SpeechForm Form(SpeechToken[] tokens, List<(int From, int To)> content)
    {
        int inside = 0, outside = 0;
        foreach (var (from, to) in content)
        {
            foreach (ref readonly var token in tokens.AsSpan(from, to - from))
            {
                inside += token.Quotation > 0 ? 1 : 0;
                outside += token.Quotation == 0 && token.Kind != TokenKind.Punctuation ? 1 : 0;
            }
        }

        return inside == 0 ? SpeechForm.Reported : outside == 0 ? SpeechForm.Direct : SpeechForm.Mixed;
    }
}
