using System.Reflection;
using Dateline.Index.Analysis;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Sections;
using Dateline.Summarize.Selection;
using Dateline.Summarize.Topics;

namespace Dateline.Summarize;

/// <summary>
/// Writes briefings from an archive without any language model: topic → top hits → sentences → selection → sections. The same
/// archive version and request give the same briefing, byte for byte. Thread-safe.
/// </summary>
public sealed class BriefingWriter(IArticleArchive archive)
{
    private static readonly string ToolVersion = typeof(BriefingWriter).Assembly.GetName().Version?.ToString(3)
        ?? throw new InvalidOperationException("The assembly carries no version.");

    /// <summary>Writes a briefing; a topic that is no query gives errors instead.</summary>
    public BriefingResult Write(BriefingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var vocabulary = new Vocabulary(new EnglishAnalyzer());
        var topic = TopicQuery.Read(request.Topic, vocabulary);
        if (topic.Query is null) return new BriefingResult(null, topic.Errors);

        var response = archive.Search(
            new SearchRequest { Query = topic.Query, Limit = request.Depth, Snippets = false }, cancellationToken);
        var hits = new HitReader(archive, vocabulary).Read(response, topic, cancellationToken);
        var pool = new EvidenceCollector(vocabulary).Collect(hits.Articles, cancellationToken);
        var briefing = Compose(request, topic, response, hits, pool, vocabulary);
        var articles = hits.Articles.ToDictionary(found => found.Article.Id, found => found.Article);
        return new BriefingResult(briefing with { Sources = SourceSection.Build(briefing, articles) }, []);
    }

    private static Briefing Compose(
        BriefingRequest request, TopicQuery topic, SearchResponse response, ReadHits hits, EvidencePool pool, Vocabulary vocabulary)
    {
        var terms = hits.TopicTerms;
        var weights = TopicWeights.Build(pool.Sentences, terms, vocabulary.Count);
        RelevanceScorer.Score(pool.Sentences, weights, terms);
        var selector = new CoverageSelector(weights, pool.Sentences.Select(sentence => sentence.Relevance).DefaultIfEmpty(0).Max());
        while (selector.Chosen.Count < request.BottomLine + request.KeyPoints && selector.Next(pool.Sentences) is not null)
        {
        }

        var bottomLine = BottomLineSection.Choose(selector.Chosen, request);
        var rest = selector.Chosen.Count < BottomLineSection.FewSentences ? selector.Chosen : selector.Chosen.Except(bottomLine);
        var points = new KeyPointSection(pool.Sentences, weights);
        return new Briefing
        {
            Header = Header(request, topic, response, hits, pool),
            BottomLine = [.. bottomLine.Select(SentenceBuilder.Build)],
            KeyPoints = [.. rest.Take(request.KeyPoints).Select(points.Build)],
            Timeline = new TimelineSection(pool.Sentences, weights).Build(request.Timeline),
            Gaps = GapSection.Build(pool, hits.WordsWithoutEvidence, pool.Origins.Distinct().Count()),
        };
    }

    private static BriefingHeader Header(
        BriefingRequest request, TopicQuery topic, SearchResponse response, ReadHits hits, EvidencePool pool)
    {
        var dates = hits.Articles.Select(found => found.Article.Published?.Date).OfType<DateRange>().Order().ToList();
        List<string> warnings = [.. response.Warnings.Select(warning => warning.Message)];
        if (topic.AnyWord) warnings.Insert(0, "The words were read as a topic: articles need not contain all of them.");
        return new BriefingHeader
        {
            Topic = request.Topic,
            Request = request,
            CanonicalQuery = topic.Query!.Canonical,
            HitsFound = response.Total,
            HitsUsed = hits.Articles.Count,
            Origins = pool.Origins.Distinct().Count(),
            Oldest = dates.Count > 0 ? dates[0] : null,
            Newest = dates.Count > 0 ? dates[^1] : null,
            Undated = hits.Articles.Count - dates.Count,
            ArchiveVersion = response.Version,
            ToolVersion = ToolVersion,
            Warnings = warnings,
        };
    }
}
