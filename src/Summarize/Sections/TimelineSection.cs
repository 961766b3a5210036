using Dateline.Search.Articles;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Selection;

namespace Dateline.Summarize.Sections;

/// <summary>
/// Dates by how much relevant evidence mentions them (date-mention counts weighted by relevance, see Gholipour Ghalandari and
/// Ifrim 2020), then for each the sentence that is most relevant and most like the others of that date.
/// </summary>
internal sealed class TimelineSection(IReadOnlyList<EvidenceSentence> sentences, TopicWeights weights)
{
    private const double LeastRelevance = 0.1;

    private const int LeadSentences = 2;
    private const double MainArticleScore = 0.6;

    private sealed record Candidate(EvidenceSentence Sentence, EventDate Date);

    /// <summary>At most <paramref name="limit"/> entries by date ascending; no sentence occurs twice.</summary>
    public IReadOnlyList<TimelineEntry> Build(int limit)
    {
        var top = sentences.Count == 0 ? 0 : sentences.Max(sentence => sentence.Relevance);
        var byDate = sentences
            .Where(sentence => sentence.Relevance >= LeastRelevance * top || IsLeadOfMainArticle(sentence))
            .SelectMany(sentence => sentence.Dates.Select(date => new Candidate(sentence, date)))
            .GroupBy(candidate => candidate.Date.Date)
            .Select(group => (Date: group.Key, Candidates: group.ToList()))
            .OrderByDescending(pair => pair.Candidates.Sum(candidate => candidate.Sentence.Relevance))
            .ThenBy(pair => pair.Date);
        HashSet<EvidenceSentence> used = [];
        List<TimelineEntry> entries = [];
        foreach (var (date, candidates) in byDate)
        {
            if (entries.Count == limit) break;
            if (Best(candidates, used) is not { } best) continue;
            used.Add(best.Sentence);
            var span = best.Date.Evidence;
            entries.Add(new TimelineEntry(
                date, CitationFactory.Cite(best.Sentence.Article, span.Start, span.End), SentenceBuilder.Build(best.Sentence)));
        }

        return [.. entries.OrderBy(entry => entry.Date)];
    }

    // What an article about the topic leads with happened on the topic's account, whatever words it uses.
    private static bool IsLeadOfMainArticle(EvidenceSentence sentence) =>
        sentence.Position < LeadSentences && sentence.HitScore >= MainArticleScore;

    private Candidate? Best(List<Candidate> candidates, HashSet<EvidenceSentence> used) => candidates
        .Where(candidate => !used.Contains(candidate.Sentence))
        .OrderByDescending(candidate => candidate.Sentence.Relevance * (1 + Centrality(candidate, candidates)))
        .ThenBy(candidate => candidate.Sentence.HitRank).ThenBy(candidate => candidate.Sentence.Position)
        .FirstOrDefault();

    private double Centrality(Candidate candidate, List<Candidate> all) => all.Count < 2
        ? 0
        : all.Where(other => other.Sentence != candidate.Sentence)
            .Select(other => weights.Similarity(candidate.Sentence, other.Sentence)).DefaultIfEmpty(0).Average();
}
