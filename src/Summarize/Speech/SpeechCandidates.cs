using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>The positions among which a choice is made; a bounded number for each cue.</summary>
internal static class SpeechCandidates
{
    private const int StartReach = 16;
    private const int SpeakerReach = 12;
    private const int SpeakerLength = 36;
    private const int MostEdges = 60;

    private static readonly HashSet<uint> ClauseWords =
        [.. ("and but or as when while after before since because though although during in on " +
        "at for with to from by who which that if unless until than about of amid despite without against over "
            + "whether where " +
        "so yet adding saying last this earlier later not rather into through he she they it").Split(' ')
            .Select(word => SpeechText.Hash(word))];

    /// <summary>Replaces the content of <paramref name="positions"/> by the candidates.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="cue">The cue's token.</param>
    /// <param name="anchor">The edge already chosen, else the cue.</param>
    /// <param name="positions">Receives token numbers; -1 stands for no speaker.</param>
    public static void Find(SpeechUnitView unit, SpeechChoice choice, int cue, int anchor, List<int> positions)
    {
        positions.Clear();
        switch (choice)
        {
            case SpeechChoice.AfterStart:
                Starts(unit, cue, Math.Min(unit.Count, cue + 1 + StartReach), positions);
                break;
            case SpeechChoice.AfterEnd:
                Ends(unit, cue, anchor + 1, positions);
                break;
            case SpeechChoice.BeforeEnd:
                BackwardEnds(unit, cue, positions);
                break;
            case SpeechChoice.BeforeStart:
                BackwardStarts(unit, cue, anchor, positions);
                break;
            case SpeechChoice.SpeakerEdge:
                SpeakerEdges(unit, cue, positions);
                break;
            case SpeechChoice.SpeakerStart:
                for (var at = anchor - 1; at >= 0 && anchor - at <= SpeakerLength; at--)
                    AddUnlessMark(unit, at, positions);
                break;
            case SpeechChoice.SpeakerEnd:
                for (var at = anchor + 1; at <= unit.Count && at - anchor <= SpeakerLength; at++)
                    positions.Add(at);
                break;
            default:
                throw new InvalidOperationException($"Unknown choice {choice}.");
        }
    }

    // What was said neither starts nor ends inside a quotation, unless the cue stands in it too.
    private static bool Cuts(SpeechUnitView unit, int cue, int at)
    {
        var tokens = unit.Tokens;
        return at > 0 && at < tokens.Length && tokens[at].Quotation > 0
            && tokens[at].Quotation == tokens[at - 1].Quotation && tokens[cue].Quotation != tokens[at].Quotation;
    }

    private static void Starts(SpeechUnitView unit, int cue, int to, List<int> positions)
    {
        for (var at = cue + 1; at < to; at++)
        {
            if (!Cuts(unit, cue, at))
                AddUnlessMark(unit, at, positions);
        }
    }

    private static void AddUnlessMark(SpeechUnitView unit, int at, List<int> positions)
    {
        ref readonly var token = ref unit.Tokens[at];
        if (token.Kind is not (TokenKind.Punctuation or TokenKind.Possessive) || token.Opens
            || unit.Word(at)[0] is '$' or '#' or '@' or '[' or '‘' or '\'')
            positions.Add(at);
    }

    private static void Ends(SpeechUnitView unit, int cue, int from, List<int> positions)
    {
        var to = unit.Count;
        for (var at = from; at < to && positions.Count < MostEdges; at++)
            if (IsEdge(unit, at) && !Cuts(unit, cue, at))
                positions.Add(at);
        if (from <= to)
            positions.Add(to);
    }

    private static void BackwardEnds(SpeechUnitView unit, int cue, List<int> positions)
    {
        if (cue > 0)
            positions.Add(cue);
        for (var at = cue - 1; at > 0 && positions.Count < MostEdges; at--)
            if ((IsEdge(unit, at) || unit.Tokens[at].StartsName) && !Cuts(unit, cue, at))
                positions.Add(at);
    }

    private static void BackwardStarts(SpeechUnitView unit, int cue, int end, List<int> positions)
    {
        for (var at = end - 1; at > 0 && positions.Count < MostEdges; at--)
        {
            if (Cuts(unit, cue, at))
                continue;
            if (unit.Tokens[at].Opens || IsEdge(unit, at) || IsMark(unit, at - 1)
                || ClauseWords.Contains(unit.Tokens[at - 1].Word))
                positions.Add(at);
        }

        if (end > 0)
            positions.Add(0);
    }

    private static void SpeakerEdges(SpeechUnitView unit, int cue, List<int> positions)
    {
        positions.Add(-1);
        for (var at = cue; at > 0 && cue - at <= SpeakerReach; at--)
            positions.Add(at);
        for (var at = cue + 1; at < unit.Count && at - cue <= SpeakerReach; at++)
            AddUnlessMark(unit, at, positions);
    }

    private static bool IsEdge(SpeechUnitView unit, int at) =>
        unit.Tokens[at - 1].Closes || IsMark(unit, at) || ClauseWords.Contains(unit.Tokens[at].Word);

    private static bool IsMark(SpeechUnitView unit, int at) =>
        unit.Tokens[at].Kind == TokenKind.Punctuation && !unit.Joins(at);
}
