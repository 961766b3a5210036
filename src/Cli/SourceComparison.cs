using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;
using Dateline.Summarize.Model;
using Dateline.Summarize.Verification;

namespace Dateline.Cli;

/// <summary>
/// Adds to a verification what the archive cannot know: source files that were edited after they were indexed.
/// </summary>
internal static class SourceComparison
{
    private const int MostNotes = 20;

    /// <summary>
    /// The report, with every citation that holds in the archive checked against its article's source file as well.
    /// </summary>
    public static VerificationReport Extend(
        VerificationReport report, Briefing briefing, DataFolder folder, CliIo io, CancellationToken cancellationToken)
    {
        var ids = report.Checks.Select(static check => check.Citation.ArticleId).ToHashSet(StringComparer.Ordinal);
        List<IndexedSource> sources = [.. new SourceReader(folder).Read(ids, cancellationToken)];
        Note(sources, io);
        var changed = sources.Where(static source => source.State is SourceState.Changed)
            .ToDictionary(static source => source.ArticleId, StringComparer.Ordinal);
        if (changed.Count == 0)
            return report;
        var verifier = new BriefingVerifier(id => changed.GetValueOrDefault(id)?.Article, static _ => []);
        var fresh = verifier.Verify(briefing, cancellationToken);
        return new VerificationReport([.. report.Checks.Zip(fresh.Checks, (indexed, now) =>
            changed.TryGetValue(indexed.Citation.ArticleId, out var source) ? Worse(indexed, now, source) : indexed)]);
    }

    private static CitationCheck Worse(CitationCheck indexed, CitationCheck now, IndexedSource source)
    {
        if (indexed.Status is not CitationStatus.Ok)
            return indexed;
        var where = $"Source file changed since it was indexed ({source.Location}): ";
        if (source.Article is null)
            return indexed with { Status = CitationStatus.Changed, Message = where + source.Problem };
        return now is { Status: CitationStatus.Ok, ArticleChanged: false }
            ? indexed
            : now with { Message = where + now.Message };
    }

    private static void Note(List<IndexedSource> sources, CliIo io)
    {
        var lost = sources.Where(static source => source.State is SourceState.Unavailable)
            .DistinctBy(static source => source.Location).ToList();
        foreach (var source in lost.Take(MostNotes))
            io.Say($"note: {source.Location} was not compared with what was indexed: {source.Problem}");
        if (lost.Count > MostNotes)
            io.Say($"note: {lost.Count - MostNotes} more source files were not compared");
    }
}
