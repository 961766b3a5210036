namespace Dateline.Search.Curation;

/// <summary>A record and whether it counts.</summary>
/// <param name="Record">The record.</param>
/// <param name="UndoneBy">The undo that took it back, itself not undone; null when it counts.</param>
public sealed record CurationEntry(CurationRecord Record, long? UndoneBy)
{
    /// <summary>True when it counts.</summary>
    public bool IsActive => UndoneBy is null;
}

/// <summary>A line of the log that is no record; it stays where it is and has no effect.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record CurationProblem(int Line, string Message);

/// <summary>The curation log as it was read. Immutable.</summary>
public sealed class CurationHistory
{
    private readonly Dictionary<long, CurationEntry> _byId;

    private CurationHistory(IReadOnlyList<CurationEntry> entries, IReadOnlyList<CurationProblem> problems, long nextId)
    {
        Entries = entries;
        Problems = problems;
        NextId = nextId;
        _byId = entries.ToDictionary(static entry => entry.Record.Id);
    }

    /// <summary>Nothing was ever curated.</summary>
    public static CurationHistory Empty { get; } = new([], [], 1);

    /// <summary>All records in the order written.</summary>
    public IReadOnlyList<CurationEntry> Entries { get; }

    /// <summary>Lines that are no records.</summary>
    public IReadOnlyList<CurationProblem> Problems { get; }

    /// <summary>Number of the last record; 0 when there is none.</summary>
    public long LastId => Entries.Count == 0 ? 0 : Entries.Max(static entry => entry.Record.Id);

    /// <summary>A number no record or line has had.</summary>
    internal long NextId { get; }

    /// <summary>The record of that number, or null.</summary>
    public CurationEntry? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>The log as it would be with one record more.</summary>
    internal CurationHistory With(CurationRecord record) => Of(
        Entries.Select(static entry => (0, entry.Record)).Append((0, record with { Id = NextId })), Problems, 0);

    /// <summary>Puts records in their order and finds out which count.</summary>
    /// <param name="records">Each with the number of its line.</param>
    /// <param name="problems">Lines that are none.</param>
    /// <param name="lines">How many lines there are.</param>
    internal static CurationHistory Of(
        IEnumerable<(int Line, CurationRecord Record)> records, IEnumerable<CurationProblem> problems, int lines)
    {
        List<CurationProblem> wrong = [.. problems];
        Dictionary<long, CurationRecord> kept = [];
        foreach (var (line, record) in records)
        {
            if (record.Id <= 0 || kept.ContainsKey(record.Id))
                wrong.Add(new CurationProblem(line, $"record {record.Id} is there already or has no number"));
            else if (record.Undoes is { } undone && !kept.ContainsKey(undone))
                wrong.Add(
                    new CurationProblem(line, $"record {record.Id} undoes record {undone}, which is not before it"));
            else
                kept.Add(record.Id, record);
        }

        var next = Math.Max(lines, kept.Count == 0 ? 0 : kept.Keys.Max()) + 1;
        return new CurationHistory(
            Judge([.. kept.Values]), [.. wrong.OrderBy(static problem => problem.Line)], next);
    }

    // From the last to the first, as an undo counts unless a later one takes it back.
    private static CurationEntry[] Judge(CurationRecord[] records)
    {
        Dictionary<long, long> undone = [];
        var entries = new CurationEntry[records.Length];
        for (var at = records.Length - 1; at >= 0; at--)
        {
            var record = records[at];
            entries[at] = new CurationEntry(record, undone.TryGetValue(record.Id, out var by) ? by : null);
            if (entries[at].IsActive && record is { Operation: CurationOperation.Undo, Undoes: { } target })
                undone.TryAdd(target, record.Id);
        }

        return entries;
    }
}
