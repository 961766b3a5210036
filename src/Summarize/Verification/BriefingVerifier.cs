using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Summarize.Citations;
using Dateline.Summarize.Evidence;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rewriting;

namespace Dateline.Summarize.Verification;

/// <summary>
/// Checks a saved briefing against the articles as they are now, offline. The briefing is untrusted: its hashes are
/// recomputed, its offsets are only hints, and its sentences must be the words they cite.
/// </summary>
/// <param name="find">The current article of an id, or null.</param>
/// <param name="others">Articles that may contain a quote that its own article lacks; may be empty.</param>
/// <param name="earlier">The article of an id as it was with a content hash; null where no earlier versions are
/// kept.</param>
public sealed class BriefingVerifier(
    Func<string, Article?> find, Func<string, IEnumerable<Article>> others, Func<string, string,
        Article?>? earlier = null)
{
    private const int FoldedContext = 8;

    /// <summary>A verifier over an archive, which also looks for lost quotes in its other articles.</summary>
    public static BriefingVerifier Over(IArticleArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return new BriefingVerifier(archive.Find, quote => archive.FindQuoting(quote), archive.FindEarlier);
    }

    /// <summary>Checks every citation, in reading order.</summary>
    public VerificationReport Verify(Briefing briefing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var articles = new Dictionary<string, Article?>(StringComparer.Ordinal);
        List<CitationCheck> checks = [];
        foreach (var place in briefing.AllCitations())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!articles.TryGetValue(place.Citation.ArticleId, out var article))
                articles[place.Citation.ArticleId] = article = find(place.Citation.ArticleId);
            checks.Add(Check(place, article));
        }

        return new VerificationReport(checks);
    }

    private CitationCheck Check(CitedPlace place, Article? article)
    {
        var citation = place.Citation;
        if (Tampered(place) is { } complaint) return Result(place, CitationStatus.Changed, complaint);
        if (article is null)
            return Elsewhere(place) ?? Result(place, CitationStatus.Missing,
                $"The archive has no article {citation.ArticleId}.");
        if (StandsAt(article.Body, citation.Start, citation.Quote)) return Intact(place, article);
        var at = FindAgain(article.Body, citation);
        if (at >= 0)
            return Result(place, CitationStatus.Moved,
                $"The words moved from {citation.Start} to {at}.") with
            { FoundAt = at };
        return Earlier(place) ?? Elsewhere(place) ?? Result(place, CitationStatus.Changed,
            "The article no longer has these words.");
    }

    // The words were cited rightly, from a version that the archive still has; that the article changed needs a look.
    private CitationCheck? Earlier(CitedPlace place)
    {
        var citation = place.Citation;
        if (earlier?.Invoke(citation.ArticleId, citation.ContentHash) is not { } version
            || !StandsAt(version.Body, citation.Start, citation.Quote))
            return null;
        return Result(place, CitationStatus.Ok,
            "The words stand where cited in the version cited; the article has changed since.")
            with
        { ArticleChanged = true, EarlierVersion = true };
    }

    private static CitationCheck Intact(CitedPlace place, Article article)
    {
        if (article.ContentHash == place.Citation.ContentHash) return Result(place, CitationStatus.Ok,
            "The words stand where cited.");
        return Result(place, CitationStatus.Ok, "The words stand where cited, but other words of the article changed.")
            with
        { ArticleChanged = true };
    }

    private static string? Tampered(CitedPlace place)
    {
        var citation = place.Citation;
        if (citation.Quote.Length == 0) return "The record cites no words.";
        if (citation.End - citation.Start != citation.Quote.Length)
            return "The record's offsets do not fit its quote: it was altered.";
        if (!string.Equals(CitationFactory.Hash(citation.Quote), citation.QuoteHash, StringComparison.Ordinal))
            return "The record's quote does not fit its hash: it was altered.";
        if (place.Sentence is not { } sentence || !ReferenceEquals(sentence.Citations[0], citation)) return null;
        if (sentence.Writer == SentenceWriter.Model)
            return SupportRule.Objection(sentence.Text, [.. sentence.Citations.Select(cited => cited.Quote)])
                is { } objection
                ? $"The model's sentence is not supported by the words it cites: {objection}."
                : null;
        if (sentence.Text != EvidenceCollector.Fold(citation.Quote))
            return "The sentence is not the words it cites: it was altered.";
        return null;
    }

    private static bool StandsAt(string body, int start, string quote) =>
        start >= 0 && start <= body.Length - quote.Length
        && body.AsSpan(start, quote.Length).SequenceEqual(quote);

    // Of several places with the same words, the one whose surroundings fit best, then the nearest to where they were.
    private static int FindAgain(string body, Citation citation)
    {
        int best = -1, bestFit = -1;
        for (var at = body.IndexOf(citation.Quote, StringComparison.Ordinal); at >= 0;
             at = body.IndexOf(citation.Quote, at + 1, StringComparison.Ordinal))
        {
            var fit = ContextFit(body, at, citation);
            if (fit > bestFit || (fit == bestFit && Math.Abs(at - citation.Start) < Math.Abs(best - citation.Start)))
                (best, bestFit) = (at, fit);
        }

        return best;
    }

    private static int ContextFit(string body, int at, Citation citation)
    {
        int before = 0, after = 0;
        while (before < citation.Prefix.Length && at - before > 0 && body[at - before - 1] == citation.Prefix[
            ^(before + 1)]) before++;
        var end = at + citation.Quote.Length;
        while (after < citation.Suffix.Length && end + after < body.Length
            && body[end + after] == citation.Suffix[after]) after++;
        return (before + after) / FoldedContext;
    }

    private CitationCheck? Elsewhere(CitedPlace place)
    {
        var citation = place.Citation;
        foreach (var other in others(citation.Quote))
            if (other.Id != citation.ArticleId && other.Body.Contains(citation.Quote, StringComparison.Ordinal))
                return Result(place, CitationStatus.WrongDocument,
                    $"The words stand in article {other.Id}, not in the one cited.")
                    with
                { FoundIn = other.Id };
        return null;
    }

    private static CitationCheck Result(CitedPlace place, CitationStatus status, string message) =>
        new() { Where = place.Where, Status = status, Message = message, Citation = place.Citation };
}
