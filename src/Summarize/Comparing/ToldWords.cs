using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Comparing;

/// <summary>Words that were told, so that nothing is told twice: spans of articles, and the same words in other
/// articles.</summary>
internal sealed class ToldWords
{
    private readonly List<(Citation Citation, string Words)> _told = [];

    /// <summary>Everything that a briefing tells, wherever it stands in it.</summary>
    public static ToldWords Of(Briefing briefing)
    {
        var told = new ToldWords();
        foreach (var sentence in briefing.BottomLine
            .Concat(briefing.KeyPoints.SelectMany(point => point.Support.Prepend(point.Sentence)))
            .Concat(briefing.Timeline.Select(entry => entry.Sentence))
            .Concat(briefing.Statements.SelectMany(said =>
                said.Related.Select(related => related.Sentence).Prepend(said.Sentence)))
            .Where(sentence => sentence.Citations.Count > 0))
            told.Add(sentence.Citations[0]);
        foreach (var value in briefing.Figures.SelectMany(row => row.Values))
            told.Add(value.Sentence);
        return told;
    }

    /// <summary>Remembers words.</summary>
    public void Add(Citation citation) => _told.Add((citation, EvidenceCollector.Fold(citation.Quote)));

    /// <summary>True when the words, or a part of them, were told.</summary>
    public bool Has(Citation citation) => At(citation) >= 0;

    /// <summary>Which of the remembered words these are, from 0; -1 for none.</summary>
    public int At(Citation citation)
    {
        var words = EvidenceCollector.Fold(citation.Quote);
        return _told.FindIndex(told => IsSame(told.Citation, citation)
            ? told.Citation.Start < citation.End && citation.Start < told.Citation.End
            : told.Words.Contains(words, StringComparison.Ordinal)
                || words.Contains(told.Words, StringComparison.Ordinal));
    }

    private static bool IsSame(Citation one, Citation other) =>
        one.ArticleId == other.ArticleId && one.ContentHash == other.ContentHash;
}
