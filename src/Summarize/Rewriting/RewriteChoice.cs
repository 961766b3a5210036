using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rewriting;

/// <summary>Chooses, slot by slot, between what the model wrote and the extractive sentence.</summary>
internal sealed class RewriteChoice
{
    private readonly Dictionary<BriefingSentence, BriefingSentence> _accepted = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BriefingSentence, string> _refused = new(ReferenceEqualityComparer.Instance);
    private readonly RewriteTask _task;
    private readonly List<RefusedSentence> _report = [];

    public RewriteChoice(RewriteTask task, IReadOnlyList<RewrittenSentence> answers)
    {
        _task = task;
        foreach (var answer in answers.Where(answer =>
            answer is not null && answer.Slot >= 1 && answer.Slot <= task.Slots.Count)
            .DistinctBy(answer => answer.Slot))
            Judge(task.Slots[answer.Slot - 1], answer);
    }

    /// <summary>Sentences taken.</summary>
    public int Accepted => _accepted.Count;

    /// <summary>Sentences refused; known after <see cref="Apply"/>.</summary>
    public IReadOnlyList<RefusedSentence> Refused => _report;

    /// <summary>The briefing with the sentences that were accepted.</summary>
    public Briefing Apply(Briefing briefing) => briefing with
    {
        BottomLine = [.. briefing.BottomLine.Select((sentence, at) => Take(sentence, $"bottomLine[{at}]"))],
        KeyPoints = [.. briefing.KeyPoints.Select((point, at) =>
            point with { Sentence = Take(point.Sentence, $"keyPoints[{at}].sentence") })],
    };

    private BriefingSentence Take(BriefingSentence sentence, string where)
    {
        if (_refused.TryGetValue(sentence, out var reason))
            _report.Add(new RefusedSentence(where, reason));
        return _accepted.GetValueOrDefault(sentence, sentence);
    }

    private void Judge(RewriteSlot slot, RewrittenSentence answer)
    {
        var text = EvidenceCollector.Fold(answer.Text ?? "");
        var cited = (answer.Spans ?? []).Distinct().ToList();
        if (cited.Find(number => !slot.Spans.Contains(number)) is var stray and not 0)
        {
            _refused[slot.Sentence] = $"it cites span {stray}, which it was not given";
            return;
        }

        if (cited.Contains(0))
        {
            _refused[slot.Sentence] = "it cites span 0, which there is not";
            return;
        }

        var citations = cited.ConvertAll(number => _task.Spans[number - 1]);
        if (Objection(text, citations) is { } objection)
            _refused[slot.Sentence] = objection;
        else if (text != slot.Sentence.Text)
            _accepted[slot.Sentence] = slot.Sentence
                with
            { Text = text, Citations = citations, Writer = SentenceWriter.Model };
    }

    private static string? Objection(string text, List<Citation> citations) =>
        SupportRule.Objection(text, [.. citations.Select(citation => citation.Quote)])
        ?? (SentenceRules.StandsAlone(text) ? null : "it does not stand alone");
}
