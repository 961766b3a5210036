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
/// Writes briefings from an archive without any language model: topic → top hits → sentences → selection → sections.
/// The same archive version and request give the same briefing, byte for byte. Thread-safe.
/// </summary>
/// <param name="archive">What is read.</param>
/// <param name="progress">Told the name of each stage as it begins: search, read, speech, cut, weigh, choose, figures,
/// timeline, sources.</param>
public sealed class BriefingWriter(IArticleArchive archive, Action<string>? progress = null)
{
    // Of articles with any word of a topic some are about something else; others take their place.
    private const int OffTopicReserve = 2;

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

        progress?.Invoke("search");
        var response = archive.Search(
            new SearchRequest
            {
                Query = topic.Query,
                Limit = topic.AnyOf.Count > 0 ? OffTopicReserve * request.Depth : request.Depth,
                Snippets = false,
            },
            cancellationToken);
        progress?.Invoke("read");
        var hits = new HitReader(archive, vocabulary).Read(response, topic, request.AsOf, request.Depth,
            cancellationToken);
        progress?.Invoke("speech");
        ReadSpeech(hits.Articles, cancellationToken);
        progress?.Invoke("cut");
        var pool = new EvidenceCollector(vocabulary).Collect(hits.Articles, cancellationToken);
        var spoken = (request.Sections & (BriefingSections.WhoSaidWhat | BriefingSections.SidesAndSilence)) != 0
            ? new StatementCollector(vocabulary).Collect(pool, cancellationToken) : [];
        var briefing = Compose(request, topic, response, hits, pool, spoken, vocabulary, cancellationToken);
        briefing = Chosen(briefing, request.Sections) with
        {
            Header = briefing.Header with
            {
                Warnings = [.. briefing.Header.Warnings, .. AsOfWarnings(request, topic, hits, cancellationToken)],
            },
        };
        progress?.Invoke("sources");
        var articles = hits.Articles.ToDictionary(found => found.Article.Id, found => found.Article);
        return new BriefingResult(briefing with { Sources = SourceSection.Build(briefing, articles) }, []);
    }

    // Most of the work of a briefing, and each article's own: the result is the same in whatever order it is done.
    private static void ReadSpeech(IReadOnlyList<FoundArticle> articles, CancellationToken cancellationToken) =>
        Parallel.ForEach(
        articles, new ParallelOptions { CancellationToken = cancellationToken }, static found => { _ = found.Speech; });

    // What other sections rest on is made even where it is not wanted; timeline, statements and sides are not made at
    // all.
    private static Briefing Chosen(Briefing briefing, BriefingSections wanted) => briefing with
    {
        BottomLine = wanted.HasFlag(BriefingSections.BottomLine) ? briefing.BottomLine : [],
        KeyPoints = wanted.HasFlag(BriefingSections.KeyPoints) ? briefing.KeyPoints : [],
        Figures = wanted.HasFlag(BriefingSections.Figures) ? briefing.Figures : [],
        Gaps = wanted.HasFlag(BriefingSections.Gaps) ? briefing.Gaps : [],
    };

    // What an as-of day leaves out is counted and told, never silently dropped.
    private IEnumerable<string> AsOfWarnings(
        BriefingRequest request, TopicQuery topic, ReadHits hits, CancellationToken cancellationToken)
    {
        if (request.AsOf is not { } day) yield break;
        if (hits.PerhapsLater > 0)
            yield return Invariant(
                $"{hits.PerhapsLater} of the hits were left out: they may have been published after {day:yyyy-MM-dd}.");
        var whole = TopicQuery.Read(request.Topic, new Vocabulary(new EnglishAnalyzer()));
        var undated = Count(whole.Undated()) - Count(topic.Undated());
        if (undated > 0)
            yield return Invariant(
                $"{undated} undated articles were left out: nothing shows they were published by {day:yyyy-MM-dd}.");

        int Count(ArchiveQuery query) =>
            archive.Search(new SearchRequest { Query = query, Limit = 0, Snippets = false }, cancellationToken).Total;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private Briefing Compose(
        BriefingRequest request, TopicQuery topic, SearchResponse response, ReadHits hits, EvidencePool pool,
        IReadOnlyList<SpokenEvidence> spoken, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        var terms = hits.TopicTerms;
        progress?.Invoke("weigh");
        var weights = TopicWeights.Build(pool.All, terms, vocabulary.Count);
        RelevanceScorer.Score(pool.All, weights, terms, topic.Answer);
        RelevanceScorer.Score([.. spoken.Select(said => said.Passage)], weights, terms);
        progress?.Invoke("choose");
        var selector = new CoverageSelector(weights, pool.Sentences.Select(sentence =>
            sentence.Relevance).DefaultIfEmpty(0).Max());
        while (selector.Chosen.Count < request.BottomLine + request.KeyPoints
            && selector.Next(pool.Sentences) is not null)
        {
        }

        progress?.Invoke("figures");
        var focus = new TopicFocus(pool, weights, terms, vocabulary);
        var figures = new FigureSection(pool, terms, vocabulary).Build(request.Figures, cancellationToken);
        var points = new KeyPointSection(pool.Sentences, weights, figures.IsDisputed);
        var built = selector.Chosen.ToDictionary(static sentence => sentence, points.Build);
        var bottomLine = BottomLineSection.Choose(selector.Chosen, sentence => Support(built[sentence]), request);
        var rest = selector.Chosen.Count < BottomLineSection.FewSentences
            ? selector.Chosen : selector.Chosen.Except(bottomLine);
        List<KeyPoint> keyPoints = [.. rest.Take(request.KeyPoints).Select(sentence => built[sentence])];
        var origins = pool.Origins.Distinct().Count();
        bool Wants(BriefingSections section) => request.Sections.HasFlag(section);
        if (Wants(BriefingSections.Timeline)) progress?.Invoke("timeline");
        return new Briefing
        {
            Header = Header(request, topic, response, hits, origins) with
            {
                Confidence = ConfidenceRule.Rate(pool, origins, [.. built.Values]),
            },
            BottomLine = [.. bottomLine.Select(SentenceBuilder.Build)],
            KeyPoints = keyPoints,
            Timeline = Wants(BriefingSections.Timeline)
                ? new TimelineSection(pool.All, weights, terms, vocabulary.Count).Build(request.Timeline) : [],
            Statements = Wants(BriefingSections.WhoSaidWhat)
                ? new StatementSection(
                    spoken, new StatementLinks(spoken, pool.Unconfirmed, weights, figures.Disputes), weights, focus)
                    .Build(request.Statements)
                : [],
            Sides = Wants(BriefingSections.SidesAndSilence) ? SideSection.Build(pool, spoken, focus) : [],
            Figures = figures.Rows,
            Gaps = GapSection.Build(pool, hits.WordsWithoutEvidence, origins, keyPoints, focus,
                response.Total <= request.Depth),
        };
    }

    private static int Support(KeyPoint point) => point.Status is PointStatus.Disputed or PointStatus.Superseded
        ? 0 : point.Origins;

    private static string TooLittle(int articles) => articles == 1
        ? "1 article found has too little of the topic and was left out."
        : Invariant($"{articles} articles found have too little of the topic and were left out.");

    private static BriefingHeader Header(
        BriefingRequest request, TopicQuery topic, SearchResponse response, ReadHits hits, int origins)
    {
        var dates = hits.Articles.Select(found => found.Article.Published?.Date).OfType<DateRange>().Order().ToList();
        List<string> warnings = [.. response.Warnings.Select(warning => warning.Message)];
        if (topic.AnyOf.Count > 0) warnings.Insert(
            0, "The words were read as a topic: articles need not contain all of them.");
        if (hits.OffTopic > 0)
            warnings.Insert(1, TooLittle(hits.OffTopic));
        return new BriefingHeader
        {
            Topic = request.Topic,
            Request = request,
            CanonicalQuery = topic.Query!.Canonical,
            HitsFound = response.Total,
            HitsUsed = hits.Articles.Count,
            Origins = origins,
            Oldest = dates.Count > 0 ? dates[0] : null,
            Newest = dates.Count > 0 ? dates[^1] : null,
            Undated = hits.Articles.Count - dates.Count,
            ArchiveVersion = response.Version,
            CurationVersion = response.CurationVersion,
            ToolVersion = ToolVersion,
            Warnings = warnings,
        };
    }
}
