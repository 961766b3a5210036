using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Sections;

/// <summary>The few sentences that answer first: the most relevant of those chosen, newest first.</summary>
internal static class BottomLineSection
{
    /// <summary>Fewer chosen sentences than this all remain key points, so that their standing is shown.</summary>
    public const int FewSentences = 4;

    /// <summary>
    /// Takes the most relevant chosen sentences, but never so many that key points starve: with few sentences at hand the
    /// bottom line keeps to a third of them.
    /// </summary>
    public static IReadOnlyList<EvidenceSentence> Choose(IReadOnlyList<EvidenceSentence> chosen, BriefingRequest request)
    {
        var count = Math.Min(request.BottomLine, (chosen.Count + 2) / 3);
        return
        [
            .. chosen
                .OrderByDescending(sentence => sentence.Worth).ThenBy(sentence => sentence.HitRank).ThenBy(sentence => sentence.Position)
                .Take(count)
                .OrderByDescending(sentence => sentence.Article.Published?.Date ?? default(DateRange))
                .ThenBy(sentence => sentence.HitRank).ThenBy(sentence => sentence.Position),
        ];
    }
}
