using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rendering;

/// <summary>Looks up the printed number of a cited article.</summary>
internal sealed class SourceNumbers(Briefing briefing)
{
    private readonly Dictionary<string, int> _numbers = briefing.Sources.DistinctBy(static source => source.ArticleId)
        .ToDictionary(static source => source.ArticleId, static source => source.Number);

    /// <summary>The number of the citation's article; 0 when the briefing lists no such source.</summary>
    public int Of(Citation citation) => _numbers.GetValueOrDefault(citation.ArticleId);
}
