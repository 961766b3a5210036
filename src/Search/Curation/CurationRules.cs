using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>
/// What the records that count do together: the moves in their order, and what is hidden, called and typed in the end.
/// Knows nothing of the index. Immutable.
/// </summary>
internal sealed class CurationRules
{
    private readonly Dictionary<(FacetDimension, string), string> _renamed = [];
    private readonly Dictionary<(FacetDimension, string), string> _known = [];
    private readonly Dictionary<(FacetDimension, string), string> _retyped = [];
    private readonly Dictionary<(FacetDimension, string), string> _knownKinds = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _placeNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(FacetDimension, string), long> _hidden = [];

    private CurationRules(IEnumerable<CurationRecord> records)
    {
        Records = [.. records];
        foreach (var record in Records)
            Take(record, record.Dimension!.Value);
    }

    /// <summary>The records that count but undos, in order.</summary>
    public IReadOnlyList<CurationRecord> Records { get; }

    /// <summary>The rules of a log; null when nothing in it counts.</summary>
    public static CurationRules? Of(CurationHistory history)
    {
        var records = history.Entries
            .Where(static entry => entry.IsActive && entry.Record.Operation is not CurationOperation.Undo)
            .Select(static entry => entry.Record).ToList();
        return records.Count == 0 ? null : new CurationRules(records);
    }

    /// <summary>Records that move mentions, of one dimension, in order.</summary>
    public IEnumerable<CurationRecord> Moves(FacetDimension dimension) => Records.Where(record =>
        record.Dimension == dimension
        && record.Operation is CurationOperation.Merge or CurationOperation.Split or CurationOperation.Pin);

    /// <summary>What a merge makes of a value: moved with what it is inside of.</summary>
    public static string? Merged(CurationRecord merge, string value)
    {
        foreach (var from in merge.Values)
        {
            if (Values.IsWithin(merge.Dimension, value, from))
                return merge.Into + value[from.Length..];
        }

        return null;
    }

    /// <summary>True when a split or pin takes a mention of this value.</summary>
    /// <param name="move">The split or pin.</param>
    /// <param name="value">The value the mention is of.</param>
    /// <param name="keys">Keys of the move's spellings.</param>
    /// <param name="key">The mention's key; null for any that no record names.</param>
    public static bool Takes(CurationRecord move, string value, HashSet<string> keys, string? key) =>
        value != move.Into
        && (move.Values.Count == 0 || move.Values.Contains(value))
        && (keys.Count == 0 || (key is not null && keys.Contains(key)));

    /// <summary>Keys of a record's spellings.</summary>
    public static HashSet<string> Keys(CurationRecord record) =>
        record.Spellings.Select(Values.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The value that an old one was merged into, with the record that did it last; null when it was not.
    /// </summary>
    public (string Value, long By)? Forward(FacetDimension dimension, string value)
    {
        (string Value, long By)? now = null;
        foreach (var record in Records)
        {
            if (record.Operation is CurationOperation.Merge && record.Dimension == dimension
                && Merged(record, now?.Value ?? value) is { } moved)
                now = (moved, record.Id);
        }

        return now?.Value == value ? null : now;
    }

    /// <summary>The record that hides the value, or null.</summary>
    public long? HiddenBy(FacetDimension dimension, string value)
    {
        foreach (var at in Values.SelfAndAbove(dimension, value))
        {
            if (_hidden.TryGetValue((dimension, at), out var by))
                return by;
        }

        return null;
    }

    /// <summary>What a curator calls the value, or null.</summary>
    public string? RenamedTo(FacetDimension dimension, string value) => _renamed.GetValueOrDefault((dimension, value));

    /// <summary>What the log calls the value where no article tells, or null.</summary>
    public string? KnownName(FacetDimension dimension, string value) =>
        RenamedTo(dimension, value) ?? _known.GetValueOrDefault((dimension, value));

    /// <summary>Kind a curator gave the value, or null.</summary>
    public string? RetypedTo(FacetDimension dimension, string value) => _retyped.GetValueOrDefault((dimension, value));

    /// <summary>Kind of the value where no article tells, or null.</summary>
    public string? KnownKind(FacetDimension dimension, string value) =>
        RetypedTo(dimension, value) ?? _knownKinds.GetValueOrDefault((dimension, value));

    /// <summary>Names along a path that mentions were moved to, or null.</summary>
    public IReadOnlyList<string>? PlaceNames(string path) => _placeNames.GetValueOrDefault(path);

    /// <summary>Records that renamed or retyped the value.</summary>
    public IEnumerable<long> NamedBy(FacetDimension dimension, string value) => Records
        .Where(record => record.Dimension == dimension
            && record.Operation is CurationOperation.Rename or CurationOperation.Retype && record.Values[0] == value)
        .Select(static record => record.Id);

    /// <summary>Values the log gives a name to, with it.</summary>
    public IEnumerable<(string Value, string Name)> Named(FacetDimension dimension) => _renamed.Concat(_known)
        .Where(entry => entry.Key.Item1 == dimension).Select(static entry => (entry.Key.Item2, entry.Value));

    private void Take(CurationRecord record, FacetDimension dimension)
    {
        switch (record.Operation)
        {
            case CurationOperation.Rename:
                _renamed[(dimension, record.Values[0])] = record.Name!;
                break;
            case CurationOperation.Retype:
                _retyped[(dimension, record.Values[0])] = record.Kind!;
                break;
            case CurationOperation.Hide:
                foreach (var value in record.Values)
                    _hidden[(dimension, value)] = record.Id;
                break;
            case CurationOperation.Unhide:
                foreach (var value in record.Values)
                    _hidden.Remove((dimension, value));
                break;
            default:
                Know(record, (dimension, record.Into!));
                break;
        }
    }

    private void Know(CurationRecord record, (FacetDimension, string) target)
    {
        if (record.Name is { } name)
            _known.TryAdd(target, name);
        if (record.Kind is { } kind)
            _knownKinds.TryAdd(target, kind);
        if (record.Names.Count == record.Into!.Count(static unit => unit == '/') + 1)
            _placeNames.TryAdd(record.Into!, record.Names);
    }
}
