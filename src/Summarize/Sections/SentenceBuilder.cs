using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Sections;

/// <summary>Turns evidence into cited briefing sentences.</summary>
internal static class SentenceBuilder
{
    /// <summary>The sentence with one citation that covers it exactly.</summary>
    public static BriefingSentence Build(EvidenceSentence evidence) => new(
        evidence.Text,
        [CitationFactory.Cite(evidence.Article, evidence.Start, evidence.End)],
        evidence.Article.Published?.Date,
        evidence.Article.Outlet);
}
