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
        var topic = TopicQuery.Read(request.Topic, vocabulary).KnownBy(request.AsOf);
        if (topic.Query is null) return new BriefingResult(null, topic.Errors);

        var response = archive.Search(
            new SearchRequest { Query = topic.Query, Limit = request.Depth, Snippets = false }, cancellationToken);
        var hits = new HitReader(archive, vocabulary).Read(response, topic, request.AsOf, cancellationToken);
        var pool = new EvidenceCollector(vocabulary).Collect(hits.Articles, cancellationToken);
        var briefing = Compose(request, topic, response, hits, pool, vocabulary);
        briefing = Chosen(briefing, request.Sections) with
        {
            Header = briefing.Header with
            {
                Warnings = [.. briefing.Header.Warnings, .. AsOfWarnings(request, topic, hits, cancellationToken)],
            },
        };
        var articles = hits.Articles.ToDictionary(found => found.Article.Id, found => found.Article);
        return new BriefingResult(briefing with { Sources = SourceSection.Build(briefing, articles) }, []);
    }

    private static Briefing Chosen(Briefing briefing, BriefingSections wanted) => briefing with
    {
        BottomLine = wanted.HasFlag(BriefingSections.BottomLine) ? briefing.BottomLine : [],
        KeyPoints = wanted.HasFlag(BriefingSections.KeyPoints) ? briefing.KeyPoints : [],
        Timeline = wanted.HasFlag(BriefingSections.Timeline) ? briefing.Timeline : [],
        Gaps = wanted.HasFlag(BriefingSections.Gaps) ? briefing.Gaps : [],
    };

    // What an as-of day leaves out is counted and told, never silently dropped.
    private IEnumerable<string> AsOfWarnings(
        BriefingRequest request, TopicQuery topic, ReadHits hits, CancellationToken cancellationToken)
    {
        if (request.AsOf is not { } day) yield break;
        if (hits.PerhapsLater > 0)
            yield return Invariant($"{hits.PerhapsLater} of the hits were left out: they may have been published after {day:yyyy-MM-dd}.");
        var whole = TopicQuery.Read(request.Topic, new Vocabulary(new EnglishAnalyzer()));
        var undated = Count(whole.Undated()) - Count(topic.Undated());
        if (undated > 0)
            yield return Invariant($"{undated} undated articles were left out: nothing shows that they were published by {day:yyyy-MM-dd}.");

        int Count(ArchiveQuery query) =>
            archive.Search(new SearchRequest { Query = query, Limit = 0, Snippets = false }, cancellationToken).Total;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static Briefing Compose(
        BriefingRequest request, TopicQuery topic, SearchResponse response, ReadHits hits, EvidencePool pool, Vocabulary vocabulary)
    {
        var terms = hits.TopicTerms;
        var weights = TopicWeights.Build(pool.All, terms, vocabulary.Count);
        RelevanceScorer.Score(pool.All, weights, terms);
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
            Timeline = new TimelineSection(pool.All, weights, terms, vocabulary.Count).Build(request.Timeline),
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
