using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>
/// The records of one dimension applied to the sets of documents that its values have in one index, in order. The
/// mentions of a value are told apart only by the spellings that some record names: what an article's mentions of one
/// value have in common otherwise moves together.
/// </summary>
internal sealed class DimensionFold
{
    private readonly CurationRules _rules;
    private readonly FacetDimension _dimension;
    private readonly ValueDocs _docs;
    private readonly HashSet<string> _keys;
    private readonly Dictionary<string, int[]> _raw = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Part>> _now = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hiddenNow = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _effects;

    public DimensionFold(
        CurationRules rules, FacetDimension dimension, ValueDocs docs, ArchiveLabels labels,
        Dictionary<long, int> effects)
    {
        (_rules, _dimension, _docs, _effects) = (rules, dimension, docs, effects);
        _keys = [.. rules.Moves(dimension).SelectMany(CurationRules.Keys)];
        foreach (var record in Records)
            Load(record, labels);
        foreach (var record in Records)
            effects[record.Id] = Apply(record);
    }

    /// <summary>
    /// Values looked at, with the documents the index gives them (of places: as their own, not as above others).
    /// </summary>
    public IReadOnlyDictionary<string, int[]> Raw => _raw;

    /// <summary>Every part of a value that was looked at: what it is of now, and whether that is shown.</summary>
    public IEnumerable<(Part Part, string Now, bool Hidden)> Parts =>
        from entry in _now
        let hidden = _rules.HiddenBy(_dimension, entry.Key) is not null
        from part in entry.Value
        select (part, entry.Key, hidden);

    private IEnumerable<CurationRecord> Records => _rules.Records.Where(record => record.Dimension == _dimension);

    private void Load(CurationRecord record, ArchiveLabels labels)
    {
        foreach (var value in record.Values)
            LoadValue(value, record.Operation is not (CurationOperation.Pin or CurationOperation.Rename));
        if (record.Into is { } into)
            LoadValue(into, record.Operation is CurationOperation.Merge);
        if (record is { Operation: CurationOperation.Pin, Values.Count: 0 })
        {
            foreach (var value in CurationRules.Keys(record).SelectMany(key => labels.Named(_dimension, key)))
                LoadValue(value, within: false);
        }
    }

    private void LoadValue(string value, bool within)
    {
        Read(value + ArticleFields.Separator);
        if (within && _dimension is FacetDimension.Place)
            Read(value + "/");
    }

    private void Read(string prefix)
    {
        Dictionary<(string Value, string? Key), List<int>> found = [];
        _docs.WalkSpellings(_dimension, prefix, (value, key, docs) =>
        {
            if (_raw.ContainsKey(value))
                return;
            var part = (value, _keys.Contains(key) ? key : null);
            if (!found.TryGetValue(part, out var known))
                found[part] = known = [];
            known.AddRange(docs);
        });
        foreach (var group in found.GroupBy(static entry => entry.Key.Value, StringComparer.Ordinal))
        {
            List<Part> parts =
                [.. group.Select(entry => new Part(group.Key, entry.Key.Key, ValueDocs.Union([entry.Value])))];
            _now[group.Key] = parts;
            _raw[group.Key] = ValueDocs.Union(parts.Select(static part => part.Docs));
        }
    }

    private int Apply(CurationRecord record) => record.Operation switch
    {
        CurationOperation.Merge => Merge(record),
        CurationOperation.Split or CurationOperation.Pin => Take(record),
        CurationOperation.Rename or CurationOperation.Retype => DocsWithin(record.Values[0]).Length,
        CurationOperation.Hide => Hide(record),
        CurationOperation.Unhide => record.Values.Sum(value => _hiddenNow.Remove(value) ? DocsWithin(value).Length : 0),
        _ => throw new InvalidOperationException($"{record.Operation} moves nothing."),
    };

    private int Merge(CurationRecord record)
    {
        List<Part> moved = [];
        foreach (var value in _now.Keys.Order(StringComparer.Ordinal).ToList())
        {
            if (CurationRules.Merged(record, value) is not { } into || into == value)
                continue;
            _now.Remove(value, out var parts);
            At(into).AddRange(parts!);
            moved.AddRange(parts!);
        }

        return Count(moved);
    }

    private int Take(CurationRecord record)
    {
        var keys = CurationRules.Keys(record);
        HashSet<int>? articles = record.Articles.Count == 0
            ? null : [.. record.Articles.SelectMany(id => _docs.WithTerm(ArticleFields.Id, id))];
        List<Part> taken = [];
        foreach (var (value, parts) in _now.ToList())
        {
            var left = new List<Part>();
            foreach (var part in parts)
            {
                if (!CurationRules.Takes(record, value, keys, part.Key))
                    left.Add(part);
                else if (articles is null)
                    taken.Add(part);
                else
                {
                    var inside = part.Docs.ToLookup(articles.Contains);
                    Add(taken, part with { Docs = [.. inside[true]] });
                    Add(left, part with { Docs = [.. inside[false]] });
                }
            }

            _now[value] = left;
        }

        At(record.Into!).AddRange(taken);
        return Count(taken);
    }

    private int Hide(CurationRecord record)
    {
        _hiddenNow.UnionWith(record.Values);
        return record.Values.Sum(value => DocsWithin(value).Length);
    }

    private int[] DocsWithin(string value)
    {
        var inside = _now.Where(entry => Values.IsWithin(_dimension, entry.Key, value))
            .SelectMany(static entry => entry.Value);
        // A place that only others lie in has articles too.
        return ValueDocs.Union(
            inside.Select(static part => part.Docs)
                .Append(_now.ContainsKey(value) ? [] : _docs.WithTerm(ArticleFields.Name(_dimension), value)));
    }

    private static int Count(List<Part> parts) => ValueDocs.Union(parts.Select(static part => part.Docs)).Length;

    private static void Add(List<Part> parts, Part part)
    {
        if (part.Docs.Length > 0)
            parts.Add(part);
    }

    private List<Part> At(string value)
    {
        if (!_now.TryGetValue(value, out var parts))
            _now[value] = parts = [];
        return parts;
    }

    /// <summary>Documents in which a value has mentions so spelled.</summary>
    /// <param name="Raw">The value in the index.</param>
    /// <param name="Key">The spelling's key; null for all that no record names.</param>
    /// <param name="Docs">The documents, ascending.</param>
    public sealed record Part(string Raw, string? Key, int[] Docs);
}
