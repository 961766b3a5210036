using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Sections;

/// <summary>Turns evidence into cited briefing sentences.</summary>
internal static class SentenceBuilder
{
    /// <summary>
    /// The sentence with a citation that covers it exactly, and one for its antecedent where it needs that.
    /// </summary>
    public static BriefingSentence Build(EvidenceSentence evidence) => new(
        evidence.Text,
        evidence.Antecedent is { } before ? [Cite(evidence), Cite(before)] : [Cite(evidence)],
        evidence.Article.Published?.Date,
        evidence.Article.Outlet)
    {
        Context = evidence.Antecedent?.Text,
    };

    private static Citation Cite(EvidenceSentence evidence) =>
        CitationFactory.Cite(evidence.Article, evidence.Start, evidence.End);
}
