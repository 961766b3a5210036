using System.Security.Cryptography;
using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;
using Dateline.Search.Places;
using Dateline.Search.Places.Own;

namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// Brings inputs into an archive: read → extract and annotate on all cores → index, in input order, with a bounded
/// number of inputs in memory. Every input gets a ledger entry; unchanged ones are skipped by their hash; one that
/// cannot be read stops nothing. Only an error of the archive itself (disk full, damaged index) ends a run early; what
/// was committed stays.
/// </summary>
/// <param name="folder">The archive's folder; made if need be.</param>
/// <param name="time">The clock.</param>
/// <param name="reader">Reads the paths; a standard one when null.</param>
public sealed class ArticleIngestor(DataFolder folder, TimeProvider time, InputReader? reader = null)
{
    private readonly OwnGazetteers _gazetteers = new(folder.GazetteersPath);
    private readonly InputReader _reader = reader ?? new InputReader();
    private Gazetteer _gazetteer = GazetteerFiles.Default;
    private string _version = "";

    /// <summary>Inputs after which what is done is made durable; a run that is killed goes on from there.</summary>
    public int InputsPerCommit { get; init; } = 5000;

    /// <summary>Whether inputs that were removed come back.</summary>
    public bool Restore { get; init; }

    /// <summary>
    /// Whether the run sees everything there is under its paths, so that what it does not see has vanished.
    /// </summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Brings in files, folders and <c>-</c> (standard input).</summary>
    /// <exception cref="IOException">The archive could not be written; also when another process is writing
    /// it.</exception>
    public IngestReport Ingest(
        IEnumerable<string> paths, IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var isNew = !folder.HasArchive;
        (_gazetteer, _version) = (_gazetteers.Load(), VersionWith(_gazetteers.Fingerprint));
        using var writer = ArchiveWriter.Open(folder);
        // A ledger without its index tells of an index that is gone.
        if (isNew && File.Exists(folder.LedgerPath))
            File.Move(folder.LedgerPath, folder.LedgerPath + ".old", overwrite: true);
        using var session = new IngestSession(writer, folder, Ledger.Load(folder.LedgerPath), progress);
        var places = new CoveredPlaces(paths = [.. paths]);
        var window = new Queue<Task<PreparedInput>>();
        try
        {
            foreach (var input in _reader.Read(paths, session.Ledger.NamesInUse(), cancellationToken))
            {
                window.Enqueue(Prepare(input, session.Ledger, cancellationToken));
                if (window.Count > 2 * Environment.ProcessorCount + 2)
                    session.Take(window.Dequeue().GetAwaiter().GetResult());
                if (session.Uncommitted >= InputsPerCommit)
                    session.Commit();
            }

            while (window.TryDequeue(out var prepared))
                session.Take(prepared.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            session.Commit();
            throw;
        }

        if (IsComplete)
            session.NoteVanished(places.Cover, time.GetUtcNow());
        return session.Commit();
    }

    /// <summary>What an article is read with; another version reads it again, though its input is unchanged.</summary>
    private static string VersionWith(string gazetteers)
    {
        var own = $"{Article.CurrentExtractionVersion}/{ArticleFields.MappingVersion}";
        return gazetteers.Length == 0 ? own : $"{own}/{gazetteers}";
    }

    private Task<PreparedInput> Prepare(InputResult input, Ledger ledger, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var earlier = ledger.Find(input.Origin);
        if (earlier is { Outcome: InputOutcomeKind.Removed } && !Restore)
            return Task.FromResult(PreparedInput.OfUnchanged(earlier));
        if (input is not InputItem item)
            return Task.FromResult(PreparedInput.OfFailure((InputFailure)input, earlier, _version, now));
        var hash = SourceHash(item);
        if (item.Location == InputResult.StandardInput && earlier is not null && earlier.SourceHash != hash)
        {
            item = Apart(item, hash);
            earlier = ledger.Find(item.Origin);
        }

        return IsUnchanged(earlier, hash, ledger)
            ? Task.FromResult(PreparedInput.OfUnchanged(earlier!))
            : Task.Run(() => PreparedInput.Read(item, _gazetteer, hash, earlier, _version, now), cancellationToken);
    }

    /// <summary>See <see cref="LedgerEntry.SourceHash"/>.</summary>
    internal static string SourceHash(InputItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Text)));

    // Standard input is no place to come back to: other text there is another article, not a new version of the one
    // before.
    private static InputItem Apart(InputItem item, string hash)
    {
        var mark = $"{item.Record}{(item.Record is null ? "" : "-")}{hash[..12]}";
        var file = item.Record is null ? item.Origin : item.Origin[..^(item.Record.Length + 1)];
        return new InputItem($"{file}#{mark}", item.Format, item.Text)
        {
            Location = item.Location,
            Record = mark,
            Warnings = item.Warnings,
        };
    }

    // A duplicate is looked at again when the article it repeated has changed since.
    private bool IsUnchanged(LedgerEntry? earlier, string hash, Ledger ledger) =>
        earlier is not null && earlier.SourceHash == hash && earlier.Version == _version && earlier.Outcome switch
        {
            InputOutcomeKind.Indexed => earlier.Held,
            InputOutcomeKind.Duplicate => ledger.IdOfContent(earlier.ContentHash ?? "") == earlier.DuplicateOf,
            InputOutcomeKind.NoText => true,
            _ => false,
        };
}
