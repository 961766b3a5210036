using System.Text.Json;
using Dateline.Search.Archive.Json;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// The account of every input ever given, kept beside the index as JSON lines. Entries are appended after the commit
/// that holds their articles, so that a crash makes an input be read again, never be skipped. One writer at a time: it
/// is opened under the index writer's lock.
/// </summary>
public sealed class Ledger
{
    private readonly Dictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idsByContent = new(StringComparer.Ordinal);
    private readonly string _path;

    private Ledger(string path) => _path = path;

    /// <summary>The entry that counts for each origin, in order of first appearance.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => _entries.Values;

    /// <summary>Reads a ledger; a missing file is an empty one. A last line cut by a crash is left out.</summary>
    /// <exception cref="InvalidDataException">A line that is no entry; names file and line.</exception>
    public static Ledger Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var ledger = new Ledger(path);
        foreach (var (number, _, line) in JsonLinesFile.Read(path))
            ledger.Apply(Parse(path, number, line.Span));
        return ledger;
    }

    /// <summary>The wanted entries, in order of first appearance.</summary>
    public IEnumerable<LedgerEntry> List(LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _entries.Values.Where(filter.Matches);
    }

    /// <summary>
    /// The wanted entries counted by outcome and reason, the most frequent reasons of an outcome first. The counts of
    /// all add up to the inputs ever given.
    /// </summary>
    public IReadOnlyList<LedgerCount> Count(LedgerFilter filter) =>
    [
        .. List(filter).GroupBy(static entry => (entry.Outcome, entry.Reason))
            .Select(static group => new LedgerCount(group.Key.Outcome, group.Key.Reason, group.Count()))
            .OrderBy(static count => count.Outcome).ThenByDescending(static count => count.Count)
            .ThenBy(static count => count.Reason, StringComparer.Ordinal),
    ];

    /// <summary>The entry of an origin, or null.</summary>
    public LedgerEntry? Find(string origin) => _entries.GetValueOrDefault(origin);

    /// <summary>The id of the article with this content, or null.</summary>
    public string? IdOfContent(string contentHash) => _idsByContent.GetValueOrDefault(contentHash);

    /// <summary>The origins files go by, as far as the ledger says where they are.</summary>
    internal OriginNames NamesInUse()
    {
        var names = new OriginNames();
        foreach (var entry in _entries.Values)
        {
            if (entry.Location is { } location)
                names.Add(location, entry.FileOrigin());
        }

        return names;
    }

    /// <summary>
    /// Takes the entry into account for <see cref="Find"/> and <see cref="IdOfContent"/>; <see cref="Append"/> makes it
    /// durable.
    /// </summary>
    internal void Apply(LedgerEntry entry)
    {
        if (_entries.TryGetValue(entry.Origin, out var earlier) && earlier is { Held: true, ContentHash: { } old }
            && _idsByContent.GetValueOrDefault(old) == earlier.Id)
            _idsByContent.Remove(old);
        _entries[entry.Origin] = entry;
        if (entry is { Held: true, ContentHash: { } hash })
            _idsByContent.TryAdd(hash, entry.Id);
    }

    /// <summary>Writes entries at the end of the file and makes them durable.</summary>
    internal void Append(IReadOnlyCollection<LedgerEntry> entries) => JsonLinesFile.Append(
        _path, entries, static (file, entry) => JsonSerializer.Serialize(file, entry, ArchiveJson.Compact.LedgerEntry));

    private static LedgerEntry Parse(string path, int number, ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ArchiveJson.Compact.LedgerEntry)
                ?? throw new InvalidDataException($"{path}, line {number}: null is no ledger entry");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}, line {number}: not a ledger entry ({error.Message})", error);
        }
    }
}
