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
        if (!File.Exists(path))
            return ledger;
        var lines = File.ReadLines(path).GetEnumerator();
        using (lines)
        {
            var left = CountWholeLines(path);
            for (var number = 1; number <= left && lines.MoveNext(); number++)
                ledger.Apply(Parse(path, number, lines.Current));
        }

        return ledger;
    }

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
    internal void Append(IReadOnlyCollection<LedgerEntry> entries)
    {
        if (entries.Count == 0)
            return;
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(LengthOfWholeLines(file));
        file.Seek(0, SeekOrigin.End);
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(file, entry, ArchiveJson.Compact.LedgerEntry);
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
    }

    private static LedgerEntry Parse(string path, int number, string line)
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

    private static long CountWholeLines(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> buffer = stackalloc byte[4096];
        var lines = 0L;
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
            lines += buffer[..read].Count((byte)'\n');
        return lines;
    }

    private static long LengthOfWholeLines(FileStream file)
    {
        for (var length = file.Length; length > 0; length--)
        {
            file.Position = length - 1;
            if (file.ReadByte() == '\n')
                return length;
        }

        return 0;
    }
}
