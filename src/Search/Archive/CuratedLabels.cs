using Dateline.Index.Reading;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Names of facet values as curated. A name finds the value that the mentions of whoever has it in the articles are of
/// now, so that old names keep finding.
/// </summary>
internal sealed class CuratedLabels(IReadOnlyList<SegmentReader> segments, CurationOverlay overlay)
    : ArchiveLabels(segments)
{
    private readonly CurationRules _rules = overlay.Rules;

    public override ValueLabel? Find(FacetDimension dimension, string value)
    {
        if (_rules.HiddenBy(dimension, value) is not null)
            return null;
        var here = base.Find(dimension, value);
        if (here is null && !Exists(dimension, value))
            return null;
        var known = dimension is FacetDimension.Place ? _rules.PlaceNames(value)?[^1] : null;
        var name = _rules.RenamedTo(dimension, value)
            ?? here?.Name ?? known ?? _rules.KnownName(dimension, value) ?? value[(value.LastIndexOf('/') + 1)..];
        var kind = _rules.RetypedTo(dimension, value) ?? here?.Kind ?? _rules.KnownKind(dimension, value);
        return new ValueLabel(name, kind);
    }

    public override bool Exists(FacetDimension dimension, string value) =>
        overlay.Of(dimension)?.Changed.GetValueOrDefault(value) is { } docs ? docs.Length > 0
            : base.Exists(dimension, value);

    public override SortedSet<string> Named(FacetDimension dimension, string slug)
    {
        SortedSet<string> values = new(StringComparer.Ordinal);
        foreach (var raw in base.Named(dimension, slug))
            values.UnionWith(Now(dimension, raw, slug));
        foreach (var (value, name) in _rules.Named(dimension))
        {
            if (Exists(dimension, value) && Matches(dimension, Slug.Of(name), slug))
                values.Add(value);
        }

        return values;
    }

    public override Dictionary<string, bool> NamesContaining(FacetDimension dimension, string slug)
    {
        Dictionary<string, bool> values = new(StringComparer.Ordinal);
        foreach (var (raw, begins) in base.NamesContaining(dimension, slug))
        {
            foreach (var value in Now(dimension, raw, slug))
                values[value] = begins || values.GetValueOrDefault(value);
        }

        foreach (var (value, name) in _rules.Named(dimension))
        {
            if (Exists(dimension, value) && Slug.Of(name).Contains(slug, StringComparison.Ordinal))
                values[value] = values.GetValueOrDefault(value) || BeginsWord(name, slug);
        }

        return values;
    }

    public override (string Value, long By)? Forward(FacetDimension dimension, string value) =>
        _rules.Forward(dimension, value);

    public override long? HiddenBy(FacetDimension dimension, string value) => _rules.HiddenBy(dimension, value);

    protected override IEnumerable<string> NamesGiven(FacetDimension dimension) =>
        _rules.Named(dimension).Select(static entry => Slug.Of(entry.Name));

    /// <summary>Values that names beginning so may be of, by what the log calls them.</summary>
    public IEnumerable<string> NamedFrom(FacetDimension dimension, string slug) =>
        from entry in _rules.Named(dimension)
        where BeginsWord(entry.Name, slug) && Exists(dimension, entry.Value)
        select entry.Value;

    /// <summary>Where the mentions of a value of the index, so called, are now.</summary>
    public IEnumerable<string> Now(FacetDimension dimension, string raw, string slug)
    {
        if (overlay.WhereIs(dimension, raw) is not { } places)
            return Exists(dimension, raw) ? [raw] : [];
        // Mentions of another spelling are of no interest, if their spelling was told apart.
        return places.Where(place =>
            place.Key is null || place.Value == raw || place.Key.Contains(slug, StringComparison.Ordinal))
            .Select(static place => place.Value).Distinct();
    }

    private static bool BeginsWord(string name, string slug) =>
        ("-" + Slug.Of(name)).Contains("-" + slug, StringComparison.Ordinal);

    private static bool Matches(FacetDimension dimension, string name, string slug) => dimension is FacetDimension.Actor
        ? ("-" + name + "-").Contains("-" + slug + "-", StringComparison.Ordinal)
        : name == slug;
}
