using Dateline.Search.Ingestion;
using Dateline.Search.Places;
using Dateline.Search.Places.Own;

namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// Reads the files that articles were indexed from again, to tell whether they still hold the same. Opens no file but
/// those the ledger names, each once, within the bounds of ingestion; standard input cannot be read again and is left
/// out.
/// </summary>
public sealed class SourceReader
{
    private readonly Ledger _ledger;
    private readonly InputReader _reader = new();
    private readonly Lazy<Gazetteer> _gazetteer;

    /// <summary>A reader of an archive's sources.</summary>
    /// <exception cref="InvalidDataException">The ledger is damaged.</exception>
    public SourceReader(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _ledger = Ledger.Load(folder.LedgerPath);
        _gazetteer = new Lazy<Gazetteer>(new OwnGazetteers(folder.GazetteersPath).Load);
    }

    /// <summary>The sources of the articles with these ids, as far as the ledger says where they are.</summary>
    public IEnumerable<IndexedSource> Read(IReadOnlySet<string> articleIds,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleIds);
        return _ledger.Entries
            .Where(entry => entry.Held && articleIds.Contains(entry.Id))
            .Where(static entry => entry.Location is not (null or InputResult.StandardInput))
            .GroupBy(static entry => entry.Location!, StringComparer.Ordinal)
            .SelectMany(file => ReadFile(file.Key, [.. file], cancellationToken));
    }

    private List<IndexedSource> ReadFile(
        string location, List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (!File.Exists(location))
            return [.. entries.Select(static entry => Unavailable(entry, "The file is gone."))];
        var left = entries.ToDictionary(static entry => entry.Record ?? "", StringComparer.Ordinal);
        List<IndexedSource> sources = [];
        var problem = "The record is no longer there.";
        foreach (var input in _reader.Read([location], _ledger.NamesInUse(), cancellationToken))
        {
            if (input is InputFailure { Reason: InputFailureReason.Unreadable or InputFailureReason.NotFound } lost)
                return [.. entries.Select(entry => Unavailable(entry, lost.Message))];
            if (left.Remove(input.Record ?? "", out var entry))
                sources.Add(Compare(entry, input));
            else if (input is InputFailure { Record: null } failure)
                problem = failure.Message;
            if (left.Count == 0)
                break;
        }

        sources.AddRange(left.Values.Select(entry => Changed(entry) with { Problem = problem }));
        return sources;
    }

    private IndexedSource Compare(LedgerEntry entry, InputResult input)
    {
        if (input is not InputItem item)
            return Changed(entry) with { Problem = ((InputFailure)input).Message };
        if (entry.Outcome is InputOutcomeKind.Indexed && ArticleIngestor.SourceHash(item) == entry.SourceHash)
            return new IndexedSource(entry.Id, entry.Location!, SourceState.Unchanged);
        var read = ArticleReader.Read(item, _gazetteer.Value);
        return Changed(entry) with { Article = read.Article, Problem = read.Message };
    }

    private static IndexedSource Changed(LedgerEntry entry) => new(entry.Id, entry.Location!, SourceState.Changed);

    private static IndexedSource Unavailable(LedgerEntry entry, string problem) =>
        new(entry.Id, entry.Location!, SourceState.Unavailable) { Problem = problem };
}
