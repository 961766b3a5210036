namespace Dateline.Summarize.Model;

/// <summary>A citation and where in the briefing it stands.</summary>
/// <param name="Where">Path for people and scripts, e.g. <c>keyPoints[2].sentence</c>.</param>
/// <param name="Sentence">The sentence it backs; null for a date expression or a gap.</param>
/// <param name="Citation">The citation.</param>
public sealed record CitedPlace(string Where, BriefingSentence? Sentence, Citation Citation);

/// <summary>Walks all citations of a briefing in reading order.</summary>
public static class BriefingCitations
{
    /// <summary>Every citation, bottom line first, gaps last.</summary>
    public static IEnumerable<CitedPlace> AllCitations(this Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        for (var k = 0; k < briefing.BottomLine.Count; k++)
            foreach (var place in Of($"bottomLine[{k}]", briefing.BottomLine[k])) yield return place;
        for (var k = 0; k < (briefing.Changes?.Changes.Count ?? 0); k++)
        {
            var change = briefing.Changes!.Changes[k];
            if (change.Now is { } now)
                foreach (var place in Of($"changes[{k}].now", now)) yield return place;
            if (change is { Before: { } before, BeforeStands: true })
                foreach (var place in Of($"changes[{k}].before", before)) yield return place;
        }

        for (var k = 0; k < briefing.KeyPoints.Count; k++)
        {
            var point = briefing.KeyPoints[k];
            foreach (var place in Of($"keyPoints[{k}].sentence", point.Sentence)) yield return place;
            for (var s = 0; s < point.Support.Count; s++)
                foreach (var place in Of($"keyPoints[{k}].support[{s}]", point.Support[s])) yield return place;
        }

        for (var k = 0; k < briefing.Timeline.Count; k++)
        {
            yield return new CitedPlace($"timeline[{k}].dateCitation", null, briefing.Timeline[k].DateCitation);
            foreach (var place in Of($"timeline[{k}].sentence", briefing.Timeline[k].Sentence)) yield return place;
        }

        for (var k = 0; k < briefing.Figures.Count; k++)
            foreach (var place in Of($"figures[{k}]", briefing.Figures[k])) yield return place;
        foreach (var place in briefing.Statements.SelectMany(OfStatement)) yield return place;
        for (var k = 0; k < briefing.Sides.Count; k++)
            yield return new CitedPlace($"sides[{k}].evidence", null, briefing.Sides[k].Evidence);
        for (var k = 0; k < briefing.Gaps.Count; k++)
            foreach (var citation in briefing.Gaps[k].Citations)
                yield return new CitedPlace($"gaps[{k}]", null, citation);
    }

    /// <summary>Every sentence that is shown as a statement: all but gaps and doubts.</summary>
    public static IEnumerable<BriefingSentence> AllSentences(this Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        return briefing.BottomLine
            .Concat(briefing.KeyPoints.SelectMany(point => point.Support.Prepend(point.Sentence)))
            .Concat(briefing.Timeline.Select(entry => entry.Sentence))
            .Concat(briefing.Changes?.Changes.SelectMany(change =>
                new[] { change.Now, change.Before }.OfType<BriefingSentence>()) ?? [])
            .Concat(briefing.Statements.SelectMany(said => said.Related
                .Where(related => related.Relation != StatementRelation.NotConfirmed)
                .Select(related => related.Sentence).Prepend(said.Sentence)));
    }

    private static IEnumerable<CitedPlace> OfStatement(SpokenStatement said, int k)
    {
        foreach (var place in Of($"statements[{k}].sentence", said.Sentence)) yield return place;
        if (said.SpeakerWords is { } speaker)
            yield return new CitedPlace($"statements[{k}].speakerWords", null, speaker);
        for (var w = 0; w < said.Words.Count; w++)
            yield return new CitedPlace($"statements[{k}].words[{w}]", null, said.Words[w]);
        for (var r = 0; r < said.Related.Count; r++)
            foreach (var place in Of($"statements[{k}].related[{r}].sentence", said.Related[r].Sentence))
                yield return place;
    }

    private static IEnumerable<CitedPlace> Of(string where, BriefingFigure figure)
    {
        if (figure.DateCitation is { } date) yield return new CitedPlace(where + ".dateCitation", null, date);
        for (var v = 0; v < figure.Values.Count; v++)
        {
            var value = figure.Values[v];
            yield return new CitedPlace($"{where}.values[{v}].citation", null, value.Citation);
            yield return new CitedPlace($"{where}.values[{v}].sentence", null, value.Sentence);
            if (value.SpeakerCitation is { } speaker)
                yield return new CitedPlace($"{where}.values[{v}].speakerCitation", null, speaker);
        }
    }

    private static IEnumerable<CitedPlace> Of(string where, BriefingSentence sentence) =>
        sentence.Citations.Select(citation => new CitedPlace(where, sentence, citation));
}
