using Dateline.Search.Articles;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Sections;

/// <summary>
/// The few sentences that answer first: of those chosen the best told and most relevant, newest first.
/// </summary>
internal static class BottomLineSection
{
    /// <summary>Fewer chosen sentences than this all remain key points, so that their standing is shown.</summary>
    public const int FewSentences = 4;

    private const double SupportShare = 0.15;
    private const int MostSupport = 4;

    /// <summary>
    /// Takes the most relevant chosen sentences, but never so many that key points starve: with few sentences at hand
    /// the bottom line keeps to a third of them.
    /// </summary>
    /// <param name="chosen">Sentences selected for the briefing.</param>
    /// <param name="support">How many independent origins tell a sentence's content; 0 where they contradict
    /// it.</param>
    /// <param name="request">The request.</param>
    public static IReadOnlyList<EvidenceSentence> Choose(
        IReadOnlyList<EvidenceSentence> chosen, Func<EvidenceSentence, int> support, BriefingRequest request)
    {
        var count = Math.Min(request.BottomLine, (chosen.Count + 2) / 3);
        return
        [
            .. chosen
                .OrderByDescending(sentence =>
                    sentence.Worth * (1 + SupportShare * Math.Min(MostSupport, support(sentence))))
                    .ThenBy(sentence => sentence.HitRank).ThenBy(sentence => sentence.Position)
                .Take(count)
                .OrderByDescending(sentence => sentence.Article.Published?.Date ?? default(DateRange))
                .ThenBy(sentence => sentence.HitRank).ThenBy(sentence => sentence.Position),
        ];
    }
}
